import type { Log } from '../log.ts';

/**
 * The two ways in which a shard of @discordjs/ws says that the connection it wants to identify on is not there (yet).
 */
const notConnected = /^(?:WebSocket is not open: readyState|WebSocketShard wasn't connected)/;

/**
 * Keeps the process alive when a shard identifies on a connection that was replaced meanwhile: discord.js
 * (@discordjs/ws 1.2) lets go of the promise of its message handler, so nobody else can catch that, and the new
 * connection identifies by itself. Every other rejection that nobody handles ends the process, as Node does. Returns
 * what takes the guard away.
 */
export function guardStrayRejections(log: Log): () => void {
  const guard = (reason: unknown): void => {
    if (!(reason instanceof Error && notConnected.test(reason.message) && reason.stack?.includes('@discordjs')))
      throw reason;
    log.warn({ err: reason }, 'the gateway connection changed while it was being opened');
  };
  process.on('unhandledRejection', guard);
  return () => process.off('unhandledRejection', guard);
}
