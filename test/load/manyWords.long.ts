import { expect, test } from 'vitest';
import { createAlert } from '../../commands/alerts/loop.ts';
import { createFollow } from '../../commands/follow/loop.ts';
import type { EpochMs } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { refreshStories } from '../../src/reading/grouping/placing.ts';
import type { Loop } from '../../src/schedule/loop.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import * as deliveries from '../outbox/kinds.ts';
import { article } from '../storage/contract/dialect.ts';
import { fillArchive } from './archive.ts';
import { figuresOf } from './hand.ts';
import { onPostgres, recordTimes, sqliteUrl } from './onPostgres.ts';

const articles = 200_000;
const rules = 500;
const members = 1_000;
const wordsEach = 10;
const rounds = 20;
const storiesEach = 50;
/** The number of new stories in a round that contain a word watched by one member. */
const toldEach = 10;
const second = 1_000;
const startsAt = Date.UTC(2026, 10, 24, 12);

/** Realistic watched words: names and places, some of two words. None occurs in the generated archive. */
const wordOf = (nth: number) => (nth % 4 === 0 ? `Porthaven ${nth}th Quay` : `Quillmarsh${nth}`);

async function furnish(storage: Storage): Promise<void> {
  const common = { createdAt: startsAt - 1, zone: 'UTC', perDay: 10 };
  await storage.transaction(async ({ servers, alerts }) => {
    for (let nth = 0; nth < rules; nth += 1) {
      const serverId = `s${Math.floor(nth / 5)}`;
      const about = nth % 2 === 0 ? { words: [wordOf(100_000 + nth), 'earthquake'] } : { topicId: 'world' };
      await servers.present(serverId);
      await alerts.save({ ...common, ...about, channelId: `c${nth}`, serverId, voices: 3 });
    }
    for (let nth = 0; nth < members; nth += 1) {
      const words = Array.from({ length: wordsEach }, (_, at) => wordOf(nth * wordsEach + at));
      const of = { channelId: `dm${nth}`, serverId: '', userId: `u${nth}`, locale: 'en-GB' };
      await alerts.save({ ...common, ...of, words, voices: 1 });
    }
  });
}

/** Stores new stories as grouping does, some with a watched word. */
async function publish(storage: Storage, round: number, at: EpochMs): Promise<void> {
  await storage.transaction(async (trx) => {
    const times = { publishedAt: at, firstSeenAt: at, newsAt: at };
    const ids = Array.from({ length: storiesEach }, (_, nth) => `new-${round}-${nth}`);
    for (const [nth, id] of ids.entries()) {
      const name = nth < toldEach ? wordOf((round * 7 + nth * 31) * 3 + 1) : `Elsewhere${nth}`;
      const title = `Council of ${name} votes on harbour number ${round}`;
      const paragraphs = [`The council of ${name} voted on its harbour on Tuesday. `.repeat(20)];
      await trx.articles.insert([article(id, { title, paragraphs, ...times })], at);
      await trx.articles.listedBy([{ articleId: id, feedId: 'f' }]);
      await trx.placed.place(id, { storyId: id, terms: '', reasons: '{}' }, at);
    }
    await refreshStories(trx, ids);
  });
}

interface Times {
  ms: number;
  /** CPU time of this process. */
  cpuMs: number;
  /** Number of alerts made. */
  done: number;
}

async function timesOf(loops: readonly Loop[], at: EpochMs): Promise<Times> {
  const [start, before] = [performance.now(), cpuMs()];
  let done = 0;
  for (const loop of loops) done += await loop.run(at);
  return { ms: performance.now() - start, cpuMs: cpuMs() - before, done };
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** The longest time that the runs blocked the event loop, in CPU time, so that other programs don't count. */
async function heldOf(loops: readonly Loop[], at: EpochMs) {
  let [heldMs, last, isOver] = [0, cpuMs(), false];
  const turn = () => {
    const now = cpuMs();
    heldMs = Math.max(heldMs, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const { done } = await timesOf(loops, at);
  isOver = true;
  return { heldMs, done };
}

async function measure(name: string, url: string): Promise<void> {
  const storage = await openStorage({ url, now: () => startsAt });
  await fillArchive(storage, articles, startsAt);
  await furnish(storage);
  const parts = {
    storage,
    kinds: Object.values(deliveries),
    log: createLog('silent'),
    pictures: false,
    ending: () => false,
    topics: [{ id: 'world', names: { en: 'World' }, colour: 0 }],
    generalTopicIds: new Set<string>(),
    outletsById: new Map(),
    pictureOrigins: new Set<string>(),
    localeOf: async () => 'en-GB',
  };
  const loops = [createAlert(parts), createFollow(parts)];
  const quiet: Times[] = [];
  const busy: Times[] = [];
  const held: number[] = [];
  let told = 0;
  // The first two rounds are warm-up.
  for (let round = 0; round < rounds + 2; round += 1) {
    const at = startsAt + round * 15 * second;
    await publish(storage, round, at);
    const some = await (round % 2 === 0 ? timesOf(loops, at) : heldOf(loops, at));
    const none = await timesOf(loops, at + second);
    told += some.done;
    if (round < 2) continue;
    if ('heldMs' in some) held.push(some.heldMs);
    else busy.push(some);
    quiet.push(none);
  }
  await storage.close();
  const figures = {
    articles,
    rules,
    watchedWords: members * wordsEach,
    newStories: storiesEach,
    toldEach,
    quiet: { ms: figuresOf(quiet.map(({ ms }) => ms)), cpuMs: figuresOf(quiet.map((one) => one.cpuMs)) },
    busy: { ms: figuresOf(busy.map(({ ms }) => ms)), cpuMs: figuresOf(busy.map((one) => one.cpuMs)) },
    heldMs: figuresOf(held),
  };
  const isJudged = recordTimes(name, figures);
  expect(told).toBe((rounds + 2) * toldEach);
  if (!isJudged) return;
  expect(figures.quiet.ms.p50).toBeLessThanOrEqual(50);
  expect(figures.busy.ms.p50).toBeLessThanOrEqual(300);
  expect(figures.heldMs.max).toBeLessThanOrEqual(50);
}

const title = '200,000 articles, 500 rules and 10,000 watched words: a run costs what is new';

test(`${title}, on SQLite`, () => measure('manyWordsOnSqlite', sqliteUrl()));

onPostgres(`${title}, on PostgreSQL`, async (server) => measure('manyWordsOnPostgres', await server.create()));
