import {
  Client,
  Collection,
  DefaultRestOptions,
  GatewayIntentBits,
  type RateLimitData,
  type RESTOptions,
  Routes,
  Status,
} from 'discord.js';
import type { Log } from '../log.ts';

/** A 429 without Discord's headers comes from the proxy in front of Discord, which blocks this machine's address. */
export const isOfAddress = ({ global, limit }: RateLimitData) => !global && limit === Number.POSITIVE_INFINITY;

/**
 * A cache of discord.js that stays empty: interactions bring what a command needs, and `servers.ts` keeps the rest in
 * little room. discord.js warns of unknown kinds of caches by the name of their class.
 */
class Nothing<Key, Value> extends Collection<Key, Value> {
  static override readonly name = 'Collection';
  override set(): this {
    return this;
  }
}

/**
 * A discord.js client that keeps nothing and never retries by itself. `apiUrl` is another Discord-compatible server;
 * `onLimit` hears of each limit.
 */
export function createClient(apiUrl: string | undefined, onLimit: (limit: RateLimitData) => void): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: () => new Nothing(),
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      makeRequest,
      // discord.js would post again after a timeout or a 5xx, though the first post may stand; only the outbox retries.
      retries: 0,
      invalidRequestWarningInterval: 50,
      timeout: 15_000,
      // The brake keeps the pace. discord.js would also count and delay answers to members; Discord doesn't.
      globalRequestsPerSecond: 1_000,
      // There is one handler for every channel and interaction; by default they stay for an hour.
      handlerSweepInterval: 60_000,
      // The outbox and notices hear of a limit at once. A 429 without a time would be repeated at once, for ever.
      rejectOnRateLimit(limit) {
        onLimit(limit);
        return (
          limit.route.startsWith('/channels/:id/messages') ||
          limit.route === Routes.userChannels() ||
          limit.route.startsWith('/guilds/') ||
          isOfAddress(limit) ||
          (limit.retryAfter <= 0 && limit.timeToReset <= 0)
        );
      },
    },
  });
}

/** Sends forms (messages with files) as bytes, since each copy of undici in a process takes only its own forms. */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = {
    ...(init.headers as Record<string, string>),
    'content-type': form.headers.get('content-type') ?? '',
  };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) });
};

/** Whether the gateway is connected now; `client.isReady()` stays true once it was. */
export const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);

const notConnected = /^(?:WebSocket is not open: readyState|WebSocketShard wasn't connected)/;

/**
 * Keeps the process alive when a shard identifies on a connection that was replaced meanwhile: @discordjs/ws 1.2 lets
 * that rejection go unhandled, and the new connection identifies by itself. Any other unhandled rejection ends the
 * process, as in Node. Returns how to remove the guard.
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
