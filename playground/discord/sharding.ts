import { isFields } from './wire.ts';

/** A connection's share of a bot's guilds. */
export type Shard = readonly [id: number, count: number];

/** Whether a shard receives the events of a guild; events outside guilds go to shard 0. */
export function isTold([id, count]: Shard, guildId: string | undefined): boolean {
  return id === (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
}

/** The guild that an event is about. */
export function guildOf(name: string, data: unknown): string | undefined {
  if (!isFields(data)) return undefined;
  const id = data.guild_id ?? (name.startsWith('GUILD_') ? data.id : undefined);
  return typeof id === 'string' ? id : undefined;
}

/** The shard that a client identifies as; undefined if it is invalid. */
export function shardOf(asked: unknown = [0, 1]): Shard | undefined {
  const [id, count] = Array.isArray(asked) ? asked : [];
  return Number.isInteger(id) && Number.isInteger(count) && 0 <= id && id < count ? [id, count] : undefined;
}

/** Discord's recommended and required number of shards, and how fast they may identify. Tests change it. */
export class Sharding {
  /** `shards` of GET /gateway/bot. */
  recommended = 1;
  /** Clients that identify with fewer shards are closed with 4011. */
  least = 1;
  maxConcurrency = 16;
  /** Minimum ms between two identifies of one bucket: 5,000 at Discord, 0 here unless a test sets it. */
  identifyMs = 0;
  /** Remaining session starts; Discord allows 1,000 a day. */
  startsLeft = Number.POSITIVE_INFINITY;
  identified = 0;
  /** Number of identifies that were refused, because they came too early or were too many. */
  refused = 0;
  readonly #last = new Map<number, number>();

  /** Counts an identify; false if it must be refused. */
  identify([id]: Shard, monotonicMs: number): boolean {
    const bucket = id % this.maxConcurrency;
    const last = this.#last.get(bucket) ?? Number.NEGATIVE_INFINITY;
    if (monotonicMs - last < this.identifyMs || this.startsLeft <= 0) {
      this.refused += 1;
      return false;
    }
    this.#last.set(bucket, monotonicMs);
    this.startsLeft -= 1;
    this.identified += 1;
    return true;
  }

  /** `session_start_limit` of GET /gateway/bot. */
  get starts(): object {
    const remaining = Math.min(1_000, this.startsLeft);
    return { total: 1_000, remaining, reset_after: 86_400_000, max_concurrency: this.maxConcurrency };
  }
}
