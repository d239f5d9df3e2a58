/** The package declares a .js file as its types, so it has none; `spec.ts` checks its exports when loading it. */
declare module 'discord-api-spec/zod';
