import pg from 'pg';
import { expect } from 'vitest';
import { hourMs as hour } from '../../src/clock.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { figuresOf, rounded } from './hand.ts';
import { onPostgres, recordTimes } from './onPostgres.ts';

const feeds = 1_000_000;
const hours = 24;
const tickMs = 5_000;
const batch = 128;
const startsAt = Date.UTC(2026, 10, 24);

/** Polling interval: an hour for one feed in a hundred, six hours for one in ten, a day for the rest. */
const gapOf = (nth: number): number => (nth % 100 === 0 ? hour : nth % 10 === 5 ? 6 * hour : 24 * hour);

onPostgres(
  'a million feeds on PostgreSQL for a day: a claim takes as long and reads as much in each hour',
  async (server) => {
    const url = await server.create();
    const storage = await openStorage({ url, now: () => startsAt });
    const beside = new pg.Client({ connectionString: url });
    await beside.connect();
    await beside.query(
      `insert into feeds (id, url, outlet_id, outlet_name, catalogue, state, next_due_at, polling)
     select n, 'https://outlet-' || n % 50000 || '.example/' || n, n % 50000, 'Outlet ' || n % 50000, 1, 'active',
       $1::bigint + (random() * case when n % 100 = 0 then 1 when n % 10 = 5 then 6 else 24 end * 3600000)::bigint,
       '{"etag":"0123456789abcdef"}' from generate_series(1, $2::int) as n`,
      [startsAt, feeds],
    );
    // Autovacuum would do the same within a minute.
    await beside.query('analyze feeds');
    const { owner } = await storage.join(['read']);
    const { rows: sizes } = await beside.query(`select pg_total_relation_size('feeds') / $1::int as bytes`, [feeds]);
    const read = async (): Promise<number> => {
      // PostgreSQL reports a session's statistics to others with up to a second's delay.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const { rows } = await beside.query(
        `select pg_stat_clear_snapshot(), coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
       from pg_stat_user_tables where relname = 'feeds'`,
      );
      return Number(rows[0].rows);
    };

    const heapBefore = process.memoryUsage().heapUsed;
    const perHour: { polls: number; claimMs: ReturnType<typeof figuresOf>; rowsAPoll: number }[] = [];
    let now = startsAt;
    let before = await read();
    for (let nth = 1; nth <= hours; nth += 1) {
      const claimMs: number[] = [];
      let polls = 0;
      for (; now < startsAt + nth * hour; now += tickMs) {
        for (let claimed = batch; claimed === batch; ) {
          const start = performance.now();
          const due = await storage.records.feeds.claimDue(now, owner, now + 180_000, batch);
          if (due.length > 0) claimMs.push(performance.now() - start);
          const polledAt = now;
          const rows = due.map(({ id, polling, title }) => {
            const next = { state: 'active' as const, nextDueAt: polledAt + gapOf(Number(id)), polling, failures: 0 };
            return { ...next, id, title, polledAt, succeeded: true };
          });
          await storage.transaction((records) => records.feeds.polled(rows));
          claimed = due.length;
          polls += claimed;
        }
      }
      const after = await read();
      perHour.push({ polls, claimMs: figuresOf(claimMs), rowsAPoll: rounded((after - before) / polls) });
      before = after;
    }
    const { rows: grown } = await beside.query(`select pg_total_relation_size('feeds') / $1::int as bytes`, [feeds]);
    // Everything due at the last tick was polled, so each feed was polled at least once in the day.
    const due = 'select count(*) as feeds from feeds where next_due_at <= $1::bigint';
    const { rows: left } = await beside.query(due, [now - tickMs]);
    const rowsAPoll = perHour.map((one) => one.rowsAPoll);
    const figures = {
      feeds,
      virtualHours: hours,
      polls: perHour.reduce((sum, one) => sum + one.polls, 0),
      claimMsP50: perHour.map(({ claimMs }) => claimMs.p50),
      claimMsP99: perHour.map(({ claimMs }) => claimMs.p99),
      rowsAPoll,
      bytesAFeed: [Number(sizes[0].bytes), Number(grown[0].bytes)],
      heapBytesAnIdleFeed: rounded(Math.max(0, process.memoryUsage().heapUsed - heapBefore) / feeds),
    };
    const isJudged = recordTimes('millionFeeds', figures);
    await beside.end();
    await storage.close();
    expect({ left: Number(left[0].feeds), polls: figures.polls >= feeds }).toEqual({ left: 0, polls: true });
    expect(Math.max(...rowsAPoll)).toBeLessThan(Math.min(...rowsAPoll) * 2);
    expect(figures.heapBytesAnIdleFeed).toBeLessThan(1_024);
    if (isJudged) expect(Math.max(...figures.claimMsP99)).toBeLessThanOrEqual(20);
  },
);
