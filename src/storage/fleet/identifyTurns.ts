import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** Discord lets one shard of a bucket identify every 5 s. The extra second covers differing latencies. */
const turnMs = 6_000;

export type IdentifyTurns = ReturnType<typeof identifyTurns>;

/**
 * Lets processes that share the database identify at Discord one after another. Stores the turns in the table `keyv`,
 * by the database's clock, which all processes share. A process takes a turn only when it uses it, so waiting processes
 * hold up nobody. A time further ahead than one turn was stored before the clock was set back, and is ignored.
 */
export function identifyTurns(db: Kysely<Tables>, heldMs = turnMs) {
  const now = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;
  return {
    /** Returns 0 if this process may identify a shard of the bucket now, else the milliseconds until it may retry. */
    async take(bucket: number): Promise<number> {
      const { rows } = await sql<{ waitMs: number }>`
        with taken as (
          insert into keyv (namespace, key, value, expires_at) values ('identify', ${String(bucket)}, '1', ${now} + ${heldMs})
          on conflict (namespace, key) do update set expires_at = excluded.expires_at
          where keyv.expires_at <= excluded.expires_at - ${heldMs} or keyv.expires_at > excluded.expires_at
          returning 0::bigint as wait_ms
        )
        select wait_ms from taken
        union all
        select greatest(1, least(${heldMs}, expires_at - ${now})) from keyv
        where namespace = 'identify' and key = ${String(bucket)} and not exists (select from taken)`.execute(db);
      return rows[0]?.waitMs ?? heldMs;
    },
  };
}
