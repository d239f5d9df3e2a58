import { expect, test } from 'vitest';
import { createGroup } from '../../../src/reading/grouping/group.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import type { Tellings } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { article, feed, now } from '../../storage/contract/dialect.ts';
import { emptyTestStorage } from '../../storage/testDatabase.ts';
import { alertsOver, interrupted, log } from '../alerts/alertLoop.ts';

const [ferry, water] = [events.ferry[0], { ...events.water[0], title: 'Water bill falls for ferry owners' }];

function watch(storage: Storage, channelIds: readonly string[], words: readonly string[]): Promise<void> {
  const rule = { words, voices: 1, perDay: 10, zone: 'UTC', locale: 'en-GB', serverId: '', createdAt: now - 1 };
  return storage.transaction(async ({ alerts }) => {
    for (const channelId of channelIds) await alerts.save({ ...rule, channelId, userId: `of ${channelId}` });
  });
}

/** A storage with members who watch for ferries, each with a DM channel. */
async function withWatchers(count: number) {
  const storage = await emptyTestStorage(now);
  const channelIds = Array.from({ length: count }, (_, nth) => `dm${nth}`);
  await storage.records.feeds.add(feed('f'), ['world'], now);
  await watch(storage, channelIds, ['ferry']);
  return { storage, channelIds };
}

/** Stores an outlet's report and places it in a story. */
async function publish(storage: Storage, id: string, event: Tellings[number], at: number, feedId = 'f') {
  const times = { publishedAt: at, firstSeenAt: at, newsAt: at };
  await storage.transaction(async ({ articles }) => {
    const text = { title: event.title, paragraphs: [...event.paragraphs], outletId: `outlet of ${id}` };
    await articles.insert([article(id, { ...text, ...times })], at);
    await articles.listedBy([{ articleId: id, feedId }]);
  });
  await createGroup({ storage, log }).run(at);
}

const countsIn = ({ records }: Storage, channelIds: readonly string[]): Promise<number[]> =>
  Promise.all(
    channelIds.map((channelId) => records.deliveries.countOfDay({ channelId, kind: 'alert', localDate: '2026-11-24' })),
  );

test('each of 250 watchers is alerted once to a story that becomes visible in the middle of a run over them', async () => {
  const { storage, channelIds } = await withWatchers(250);
  await publish(storage, 'first', ferry, now);
  const during = interrupted(storage, () => publish(storage, 'second', water, now + 10_000), 120);
  const alerts = alertsOver(during);
  expect(await alerts.run(now)).toBe(250);
  expect(await countsIn(storage, channelIds)).toEqual(channelIds.map(() => 1));
  expect(await alerts.run(now + 15_000)).toBe(250);
  expect(await countsIn(storage, channelIds)).toEqual(channelIds.map(() => 2));
  expect(await alerts.run(now + 30_000)).toBe(0);
});

test('while the words of many members are searched, other work gets a turn after each member', async () => {
  const { storage, channelIds } = await withWatchers(100);
  await publish(storage, 'first', ferry, now);
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await alertsOver(storage).run(now)).toBe(channelIds.length);
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(channelIds.length);
});

test('a run over watchers that is stopped or killed goes on after the next start, and alerts nobody twice', async () => {
  const { storage, channelIds } = await withWatchers(8);
  await publish(storage, 'first', ferry, now);
  const endings = [false, false, false, true];
  expect(await alertsOver(storage, () => endings.shift() ?? true).run(now)).toBe(3);
  // Killed before the first, third and fourth transaction; the fourth then marks the story as processed.
  for (const before of [1, 3, 4]) {
    const killed = interrupted(storage, () => Promise.reject(new Error('killed')), before);
    await expect(alertsOver(killed).run(now)).rejects.toThrow('killed');
  }
  expect(await alertsOver(storage).run(now)).toBe(0);
  expect(await countsIn(storage, channelIds)).toEqual(channelIds.map(() => 1));
});

test('a member who adds a word while their alert is made gets it with the next run', async () => {
  const { storage, channelIds } = await withWatchers(1);
  await publish(storage, 'first', ferry, now);
  const added = interrupted(storage, () => watch(storage, channelIds, ['ferry', 'harvest']), 1);
  expect(await alertsOver(added).run(now)).toBe(0);
  expect(await alertsOver(storage).run(now + 15_000)).toBe(1);
});

test('a word that is watched or removed in another process counts from the next run on', async () => {
  const { storage, channelIds } = await withWatchers(2);
  const alerts = alertsOver(storage);
  await publish(storage, 'first', ferry, now);
  await alerts.run(now);
  await watch(storage, channelIds.slice(0, 1), ['water']);
  await storage.records.alerts.remove(channelIds[1] ?? '');
  await publish(storage, 'second', { ...water, title: 'Water bill falls for many' }, now + 10_000);
  expect(await alerts.run(now + 15_000)).toBe(1);
  expect(await countsIn(storage, channelIds)).toEqual([2, 1]);
});

test('words in an article of a server’s own feed bring an alert to that server alone, until all may see it', async () => {
  const { storage, channelIds } = await withWatchers(1);
  const { ownTopicsAndFeeds, feeds, servers, alerts } = storage.records;
  await feeds.add(feed('own', false), [], now);
  await ownTopicsAndFeeds.addFeed('s1', 'own', 'own-topic', now);
  for (const serverId of ['s1', 's2']) {
    await servers.present(serverId);
    const rule = { words: ['deckhands', 'ferry'], voices: 2, perDay: 10, zone: 'UTC', createdAt: now - 1 };
    await alerts.save({ ...rule, channelId: `c${serverId}`, serverId });
  }
  await publish(storage, 'first', ferry, now, 'own');
  await publish(storage, 'also', events.ferry[1], now, 'own');
  const loop = alertsOver(storage);
  const all = [...channelIds, 'cs1', 'cs2'];
  const toldIn = async () => (await countsIn(storage, all)).join();
  expect([await loop.run(now), await toldIn()]).toEqual([1, '0,1,0']);
  await publish(storage, 'second', events.ferry[2], now + 10_000);
  expect([await loop.run(now + 15_000), await toldIn()]).toEqual([1, '1,1,0']);
  await publish(storage, 'third', events.ferryLater, now + 20_000);
  expect([await loop.run(now + 30_000), await toldIn()]).toEqual([1, '1,1,1']);
});
