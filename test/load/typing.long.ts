import { expect, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { fillArchive } from './archive.ts';
import { figuresOf, rounded } from './hand.ts';
import { onPostgres, recordTimes, sqliteUrl, townAndLede } from './onPostgres.ts';

const articles = 200_000;
const members = 20;
const asks = 100;
const at = Date.UTC(2026, 10, 24, 8);
/** Common words, a single letter, repeated words, and two words that rarely occur together. */
const texts = ['the', 's', 'people of the town', 'the '.repeat(50), 'over there again and again', 'minister xylophone'];

async function type(databaseUrl: string) {
  const storage = await openStorage({ url: databaseUrl, now: () => at });
  await fillArchive(storage, articles, at);
  await storage.close();
  const plan = { feeds: 1, eventsPerHour: 1, guilds: members + 1, channels: 1, at };
  const { town, lede, close } = await townAndLede(plan, { databaseUrl });
  // The first round is warm-up.
  await town.ask('typing', { members, texts, asks: 10 });
  await lede.ask('held');
  const { helpMs, suggestedMs, found, failed } = await town.ask('typing', { members, texts, asks });
  const { loopDelayP99Ms, loopDelayMaxMs } = await lede.ask('held');
  return {
    articles,
    members,
    helpMs: figuresOf(helpMs),
    suggestedMs: figuresOf(suggestedMs),
    keystrokes: suggestedMs.length,
    found,
    failed,
    loopDelayMs: { p99: rounded(loopDelayP99Ms), max: rounded(loopDelayMaxMs) },
    problems: await close(),
  };
}

function judge(name: string, figures: Awaited<ReturnType<typeof type>>): void {
  const isJudged = recordTimes(name, figures);
  expect([figures.failed, figures.problems]).toEqual([0, {}]);
  expect(figures.found).toBeGreaterThan(0);
  if (!isJudged) return;
  expect(figures.helpMs.p99).toBeLessThanOrEqual(1_000);
  expect(figures.loopDelayMs.max).toBeLessThanOrEqual(50);
}

test('while 20 members type into /story over 200,000 articles, another has /help within a second', async () => {
  judge('typing', await type(sqliteUrl()));
});

onPostgres('the same on PostgreSQL', async (server) => {
  judge('typingOnPostgres', await type(await server.create()));
});
