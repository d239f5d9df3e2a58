import { randomUUID } from 'node:crypto';
import type pg from 'pg';

const nowMs = '(extract(epoch from clock_timestamp()) * 1000)::bigint';

/** `givingBack` and `taking` both lock rows in the order of the hosts, so that they never deadlock. */
const givingBack = `
  with ours as (
    select host, in_ms from host_turns join unnest($1::text[], $2::bigint[]) as given (host, in_ms) using (host)
      where owner = $3 order by host for update of host_turns)
  update host_turns set owner = null, free_at = ${nowMs} + in_ms from ours where host_turns.host = ours.host`;

/**
 * Takes each wanted host whose turn is over or already ours. Also takes a turn that would end over ten minutes after
 * ours, because it was stored before the clock was set back. If another process never gave the host back, `news` is set:
 * that process may have died before recording the host's answer.
 */
const taking = `
  with wanted as (
    select host collate "C" as host, for_ms, now
      from unnest($1::text[], $2::bigint[]) as wanted (host, for_ms), (select ${nowMs} as now) as clock),
  taken as (
    insert into host_turns as turn (host, owner, free_at) select host, $3, now + for_ms from wanted order by host
      on conflict (host) do update set owner = excluded.owner, free_at = excluded.free_at,
          news_at = case when turn.owner <> excluded.owner then ${nowMs} else turn.news_at end
        where turn.owner = excluded.owner or turn.free_at > excluded.free_at + 600000
          or turn.free_at <= (select now from wanted where wanted.host = turn.host)
      returning host, news_at)
  select host, taken.host is not null as is_ours, turn.free_at - now as in_ms
    from wanted left join taken using (host) left join host_turns as turn using (host)
    where taken.host is null or taken.news_at > now - 300000`;

const noting = `update host_turns set news_at = ${nowMs} where host = $1`;

/** Deletes hosts whose last turn ended over a day ago. */
const sweeping = `delete from host_turns where free_at < ${nowMs} - 86400000`;
const roundsPerSweep = 10_000;
/** The retry delay if the row changed hands while our statement ran. */
const unknownMs = 100;

/** A host whose turn is ours and that has news, or whose turn another process has for `in_ms` more. */
type Row = { host: string; is_ours: boolean; in_ms: number | null };
type Wanted = Map<string, PromiseWithResolvers<number | undefined> & { forMs: number }>;

export type HostTurns = Omit<ReturnType<typeof createHostTurns>, 'close'>;

/**
 * Leases hosts to processes, so that no host gets requests from two at once. Times are the database's, because the
 * clocks of machines differ. `pool` has one connection. Requests that arrive while a statement runs share the next
 * statement.
 */
export function createHostTurns(pool: pg.Pool) {
  const owner = randomUUID();
  let wanted: Wanted = new Map();
  let given = new Map<string, number>();
  const news = new Set<string>();
  let rounds = 0;
  let running: Promise<void> | undefined;

  /** A query whose statement is prepared once per connection, under its name. */
  const prepared = (name: string, text: string, hosts: Iterable<string>, ms: Iterable<number>) => ({
    name,
    text,
    values: [[...hosts], Array.from(ms, Math.ceil), owner],
  });

  const giveAll = async (hosts: typeof given): Promise<void> => {
    if (hosts.size > 0) await pool.query(prepared('give-back', givingBack, hosts.keys(), hosts.values()));
    if (rounds++ % roundsPerSweep === 0) await pool.query(sweeping);
  };

  const takeAll = async (hosts: Wanted): Promise<void> => {
    if (hosts.size === 0) return;
    const forMs = [...hosts.values()].map((one) => one.forMs);
    try {
      const { rows } = await pool.query<Row>(prepared('take', taking, hosts.keys(), forMs));
      for (const { host, is_ours, in_ms } of rows) {
        if (is_ours) news.add(host);
        else hosts.get(host)?.resolve(in_ms ?? unknownMs);
      }
      for (const { resolve } of hosts.values()) resolve(undefined);
    } catch (error) {
      for (const { reject } of hosts.values()) reject(error);
    }
  };

  const run = async (): Promise<void> => {
    while (wanted.size > 0 || given.size > 0) {
      const [takes, backs] = [wanted, given];
      [wanted, given] = [new Map(), new Map()];
      // Give back first, because the same host may be wanted again. If that fails, the turn expires.
      await giveAll(backs).catch(() => undefined);
      await takeAll(takes);
    }
    running = undefined;
  };
  const start = (): void => {
    // Deferred, so that all hosts of a batch go into one statement.
    running ??= Promise.resolve().then(run);
  };

  return {
    /**
     * Returns undefined if the turn is ours until we give it back or, if this process dies, until `forMs` have passed.
     * Otherwise returns the milliseconds after which to ask again. Make one call at a time for each host.
     */
    take(host: string, forMs: number): Promise<number | undefined> {
      const waiting = { ...Promise.withResolvers<number | undefined>(), forMs };
      wanted.set(host, waiting);
      start();
      return waiting.promise;
    },
    /** Ends our turn. The host's next turn begins after `inMs` at the earliest. */
    giveBack(host: string, inMs: number): void {
      news.delete(host);
      given.set(host, inMs);
      start();
    },
    /** Records, while the turn is ours, that the host answered something other processes must know, such as a 429. */
    async noteNews(host: string): Promise<void> {
      await pool.query(noting, [host]);
    },
    /** Whether, while the turn is ours, another process may have recorded news in the last five minutes. */
    hasNews: (host: string): boolean => news.has(host),
    async close() {
      await running;
      await pool.end();
    },
  };
}
