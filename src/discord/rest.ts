import {
  DefaultRestOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type RateLimitData,
  REST,
  type RESTGetAPICurrentUserResult,
  type RESTOptions,
  type RouteLike,
  Routes,
} from 'discord.js';
import { answerableMs } from './interaction.ts';
import type { Line } from './sending/sender.ts';

/** How a process reaches Discord. */
export interface Link extends Line {
  /** Resolves when the process can begin its work. */
  connect(): Promise<void>;
  isConnected(): boolean;
  inviteUrl(): string | undefined;
  destroy(): Promise<void>;
}

/**
 * Whether a 429 means that this machine's address is blocked: without Discord's headers, it comes from the proxy in
 * front of Discord. First answers to interactions don't count, because discord.js knows no limit for them.
 */
export const isOfAddress = ({ global, limit, route }: RateLimitData) =>
  !global && limit === Number.POSITIVE_INFINITY && !route.startsWith('/interactions/');

/** Whether the wait is longer than the time in which Discord takes an answer to the interaction. */
const isTooLong = ({ route, retryAfter }: RateLimitData) =>
  (route.startsWith('/interactions/') || route.startsWith('/webhooks/')) && retryAfter >= answerableMs;

export function isRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return true;
  return error instanceof DiscordAPIError && error.status === 401;
}

/** Options that keep discord.js from repeating requests. `apiUrl` is another Discord-compatible server. */
export const restOptions = (
  apiUrl: string | undefined,
  onLimit: (limit: RateLimitData) => void,
): Partial<RESTOptions> => ({
  ...(apiUrl === undefined ? {} : { api: apiUrl }),
  makeRequest,
  // discord.js would post again after a timeout or a 5xx, though the first post may have arrived; only the outbox
  // retries.
  retries: 0,
  invalidRequestWarningInterval: 50,
  timeout: 15_000,
  // The brake limits requests. This limit would also delay answers to members, which Discord doesn't count.
  globalRequestsPerSecond: 1_000,
  // discord.js makes a handler for every channel and interaction; its default keeps each for an hour.
  handlerSweepInterval: 60_000,
  // By a rejection, the outbox and the sender of notices learn of a limit at once. A 429 that gives no retry time is
  // rejected, too, because discord.js would repeat it forever.
  rejectOnRateLimit(limit) {
    onLimit(limit);
    return (
      limit.route.startsWith('/channels/:id') ||
      limit.route === Routes.userChannels() ||
      limit.route.startsWith('/guilds/') ||
      isOfAddress(limit) ||
      isTooLong(limit) ||
      (limit.retryAfter <= 0 && limit.timeToReset <= 0)
    );
  },
});

export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await send(url, init);
  return response.status === 429 ? withTimes(await response.text(), response) : response;
};

/**
 * discord.js reads rate limits only from headers, but Discord may state the time only in the body, and omits the
 * route's limit if all apps share it. Filling in the headers makes discord.js pause the route for that time.
 */
function withTimes(body: string, { status, statusText, headers: given }: Awaited<ReturnType<typeof send>>): Response {
  const headers = new Headers([...given]);
  const { retry_after: seconds, global } = limitIn(body);
  if (seconds !== undefined) {
    headers.set('retry-after', headers.get('retry-after') ?? String(seconds));
    if (global) headers.set('x-ratelimit-global', 'true');
    else {
      headers.set('x-ratelimit-limit', headers.get('x-ratelimit-limit') ?? '1');
      headers.set('x-ratelimit-remaining', '0');
      const resetAfter = Math.max(seconds, Number(headers.get('x-ratelimit-reset-after') ?? 0));
      headers.set('x-ratelimit-reset-after', String(resetAfter));
    }
  }
  return new Response(body, { status, statusText, headers });
}

/** The limit that the body states; empty if it states none. */
function limitIn(body: string): { retry_after?: number; global?: boolean } {
  try {
    const { retry_after, global } = JSON.parse(body) as Record<string, unknown>;
    return typeof retry_after === 'number' && retry_after >= 0 ? { retry_after, global: global === true } : {};
  } catch {
    return {};
  }
}

/** Sends forms (messages with files) as bytes: each copy of undici in a process accepts only its own FormData. */
const send: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = {
    ...(init.headers as Record<string, string>),
    'content-type': form.headers.get('content-type') ?? '',
  };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) });
};

/** Asks once more after a 401, which may be stray and makes discord.js forget the token. */
export async function askTwice(rest: REST, token: string, route: RouteLike): Promise<unknown> {
  const ask = () => rest.setToken(token).get(route);
  return ask().catch((error: unknown) => {
    if (!isRefused(error)) throw error;
    return ask();
  });
}

/** The link of a process that only sends, over REST without the gateway. */
export function createRequests(token: string, options: Partial<RESTOptions>): Link {
  const rest = new REST(options);
  let self: string | undefined;
  return {
    rest,
    self: () => self,
    async connect() {
      self = ((await askTwice(rest, token, Routes.user())) as RESTGetAPICurrentUserResult).id;
    },
    isConnected: () => self !== undefined,
    inviteUrl: () => undefined,
    async destroy() {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
