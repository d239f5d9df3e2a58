import { expect } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { recordFigures } from '../figures.ts';
import { changeIn, rowsIn } from '../storage/beside.ts';
import { figuresOf, hire, rounded } from './hand.ts';
import { machineLoad, onPostgres, sqliteUrl } from './onPostgres.ts';
import type { ReaderDuties } from './reader.ts';

const feeds = 6_400;
const rounds = 4;
const hour = 3_600_000;
const startsAt = Date.UTC(2026, 10, 24);

/** A database in which every feed is due, and processes ready to read them. */
async function openSide(url: string, processes: number) {
  const storage = await openStorage({ url, now: () => startsAt });
  const made = Array.from({ length: feeds }, (_, nth) => ({ id: `f${nth}`, url: `https://o${nth}.example/feed` }));
  await storage.records.feeds.addListed(
    made.map((feed) => ({ ...feed, outletId: feed.id, outletName: feed.id })),
    startsAt,
  );
  await storage.close();
  changeIn(url, 'update feeds set catalogue = 1');
  const readers = Array.from({ length: processes }, () => hire<ReaderDuties>('./reader.ts'));
  for (const reader of readers) await reader.ask('open', { url, at: startsAt });
  return { url, readers, polls: 0, ms: 0, claimMs: [] as number[] };
}

/** Retried transactions, per thousand. */
function repeatsIn(url: string): number {
  const [row] = rowsIn<{ of: number }>(
    url,
    `select 1000.0 * xact_rollback / (xact_commit + xact_rollback) as of from pg_stat_database
     where datname = current_database()`,
  );
  return rounded(Number(row?.of));
}

onPostgres('what one, two and four processes on PostgreSQL read and store, beside one on SQLite', async (server) => {
  const sides = {
    sqlite: await openSide(sqliteUrl(), 1),
    one: await openSide(await server.create(), 1),
    two: await openSide(await server.create(), 2),
    four: await openSide(await server.create(), 4),
  };
  // All sides are measured in turn, so that other load affects them equally. The first round is warm-up.
  for (let round = 0; round < rounds; round += 1) {
    for (const side of Object.values(sides)) {
      const at = startsAt + round * 4 * hour;
      const start = performance.now();
      const done = await Promise.all(side.readers.map((reader) => reader.ask('read', { at, news: 1 })));
      if (round === 0) continue;
      side.ms += performance.now() - start;
      side.polls += done.reduce((sum, { polls }) => sum + polls, 0);
      side.claimMs.push(...done.flatMap(({ claimMs }) => claimMs));
    }
  }
  const perSecond = (side: (typeof sides)['one']) => (side.polls / side.ms) * 1_000;
  const toSqlite = (side: (typeof sides)['one']) => rounded(perSecond(side) / perSecond(sides.sqlite));
  for (const { readers } of Object.values(sides)) {
    for (const reader of readers) await reader.ask('close');
    for (const reader of readers) await reader.end();
  }
  const { sqlite, one, two, four } = sides;
  const figures = {
    // Each poll lists 20 items and brings one article.
    articlesPerSecond: [sqlite, one, two, four].map((side) => Math.round(perSecond(side))),
    toSqlite: { one: toSqlite(one), two: toSqlite(two), four: toSqlite(four) },
    claimMs: [sqlite, one, two, four].map(({ claimMs }) => figuresOf(claimMs)),
    claimsPerSecond: [sqlite, one, two, four].map(({ claimMs, ms }) => rounded((claimMs.length / ms) * 1_000)),
    repeatedOfThousand: [one, two, four].map(({ url }) => repeatsIn(url)),
    machineLoad: machineLoad(),
  };
  recordFigures('sharedWork', figures);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  for (const side of Object.values(sides)) expect(side.polls).toBe(feeds * (rounds - 1));
});
