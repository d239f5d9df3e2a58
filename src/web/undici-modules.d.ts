// By its name undici loads 109 modules, with fetch, caches, sockets and mocks; these two and what they need are 22, in
// less than half the time: to load the others is a twelfth of what `npm run poll` takes when nothing changed.
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}
declare module 'undici/lib/core/connect.js' {
  export { buildConnector as default } from 'undici';
}
