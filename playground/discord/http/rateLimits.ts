/** At most `limit` requests in `perMs`. The first one starts the window. */
export interface Allowance {
  readonly limit: number;
  readonly perMs: number;
}

/** Limits by kind of route; `global` counts all requests except interaction callbacks. */
export interface RateLimits {
  readonly messages: Allowance;
  readonly others: Allowance;
  /** Changes of members' roles in one guild; counted as `others` if left out. */
  readonly roles?: Allowance;
  readonly global?: Allowance;
}

/** Close to Discord's: 5 messages per channel in 5 s, 10 roles per guild in 10 s, 50 requests per second in all. */
export const DISCORD_RATE_LIMITS: RateLimits = {
  messages: { limit: 5, perMs: 5_000 },
  others: { limit: 50, perMs: 1_000 },
  roles: { limit: 10, perMs: 10_000 },
  global: { limit: 50, perMs: 1_000 },
};

/** So wide that tests never wait, while every answer still has the headers. */
export const WIDE_RATE_LIMITS: RateLimits = {
  messages: { limit: 1_000, perMs: 1_000 },
  others: { limit: 1_000, perMs: 1_000 },
};

interface Bucket {
  startedAt: number;
  used: number;
}

/** Fixed windows for each route and its major parameter, in monotonic time. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Counts a request, unless it is refused: then the answer says how long to wait. */
  take(route: string, major: string, monotonicMs: number, countsGlobally: boolean) {
    const { global } = this.#limits;
    if (global !== undefined && countsGlobally) {
      const bucket = this.#bucket('global', global, monotonicMs);
      if (bucket.used >= global.limit) {
        const wait = bucket.startedAt + global.perMs - monotonicMs;
        return { retryAfterMs: wait, global: true, headers: limitHeaders(wait, 'global') };
      }
      bucket.used += 1;
    }
    const { messages, others, roles = others } = this.#limits;
    // Giving and taking a role share one bucket.
    const name = route.replace(/^(?:PUT|DELETE) (?=.*\/roles\/:role$)/, '');
    const allowance = route === 'POST /channels/:channel/messages' ? messages : name === route ? others : roles;
    const bucket = this.#bucket(`${name} ${major}`, allowance, monotonicMs);
    const resetMs = Math.max(0, bucket.startedAt + allowance.perMs - monotonicMs);
    const refused = bucket.used >= allowance.limit;
    if (!refused) bucket.used += 1;
    const headers = {
      'x-ratelimit-limit': String(allowance.limit),
      'x-ratelimit-remaining': String(allowance.limit - bucket.used),
      'x-ratelimit-reset-after': (resetMs / 1_000).toFixed(3),
      'x-ratelimit-bucket': name.replaceAll(' ', ''),
    };
    if (!refused) return { headers };
    return { retryAfterMs: resetMs, headers: { ...headers, ...limitHeaders(resetMs, 'user') } };
  }

  #bucket(key: string, allowance: Allowance, monotonicMs: number): Bucket {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined || monotonicMs >= bucket.startedAt + allowance.perMs) {
      bucket = { startedAt: monotonicMs, used: 0 };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }
}

/** Headers of a 429. Without them discord.js repeats the request immediately. */
export function limitHeaders(retryAfterMs: number, scope: 'global' | 'user'): Record<string, string> {
  const headers: Record<string, string> = {
    'retry-after': (retryAfterMs / 1_000).toFixed(3),
    'x-ratelimit-scope': scope,
  };
  if (scope === 'global') headers['x-ratelimit-global'] = 'true';
  return headers;
}
