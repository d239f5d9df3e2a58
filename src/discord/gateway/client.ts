import { Client, Collection, GatewayIntentBits, type RESTOptions, Status, type WebSocketOptions } from 'discord.js';
import type { Log } from '../../log.ts';

/**
 * A discord.js cache that stays empty: interactions bring what a command needs, and `servers.ts` keeps the rest in less
 * memory. Called Collection because discord.js warns about cache classes of other names.
 */
class Nothing<Key, Value> extends Collection<Key, Value> {
  static override readonly name = 'Collection';
  override set(): this {
    return this;
  }
}

/** A discord.js client without caches. */
export const createClient = (rest: Partial<RESTOptions>, ws: WebSocketOptions = {}): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: () => new Nothing(),
    rest,
    ws,
  });

/** Whether every shard is connected now; `client.isReady()` stays true after the first connection. */
export const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);

const notConnected = /^(?:WebSocket is not open: readyState|WebSocketShard wasn't connected)/;

/**
 * Keeps the process alive when a shard identifies on a connection that was replaced meanwhile: @discordjs/ws 1.2 leaves
 * that rejection unhandled, and the new connection identifies by itself. Any other unhandled rejection ends the
 * process, as in Node. Returns a function that removes the guard.
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
