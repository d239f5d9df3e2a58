import { expect, onTestFinished, test } from 'vitest';
import type { Changer } from '../../src/desk/asker.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { openServer } from '../commands/story/correcting.ts';
import { fillArchive } from '../load/archive.ts';
import { askOf } from '../load/asking.ts';
import { feed } from '../storage/contract/dialect.ts';
import { testDatabaseUrl } from '../storage/testDatabase.ts';
import { hour, itemOf, minute, openDesk } from './desk.ts';
import { events } from './events.ts';
import { quietMorning } from './newsstand.ts';

const now = Date.UTC(2026, 10, 24);
const askers = 30;

/** The questions over an archive of fifty stories of the last hour, with counts of the work that they cause. */
async function openArchive() {
  const storage = await openStorage({ url: await testDatabaseUrl(), now: () => now });
  onTestFinished(() => storage.close());
  await fillArchive(storage, 50, now, hour);
  const { listings } = storage.records;
  const { weightiest, articlesOf } = listings;
  const worked = { lists: 0, stories: 0 };
  listings.weightiest = (...asked) => {
    worked.lists += 1;
    return weightiest(...asked);
  };
  listings.articlesOf = (storyIds, serverId) => {
    worked.stories += storyIds.length;
    return articlesOf(storyIds, serverId);
  };
  return { storage, worked, ask: askOf(storage, now) };
}

const each = <Answer>(work: (nth: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: askers }, (_, nth) => work(nth)));

test('the answer to /story without words is computed once for all who ask at once, and again when a story has changed', async () => {
  const { storage, worked, ask } = await openArchive();
  const idOf = async (serverId: string) => {
    const answer = await ask.story('', { serverId });
    return answer.kind === 'found' ? answer.card.storyId : answer.kind;
  };
  const ids = await each((nth) => idOf(`s${nth}`));
  expect(new Set(ids).size).toBe(1);
  expect(worked.lists).toBe(1);
  const [id = ''] = ids;
  await storage.transaction(({ search }) => search.index(id, [{ title: 'Ferry strike ends', body: '' }]));
  await idOf('s1');
  expect(worked.lists).toBe(2);
});

test('/headlines is computed once for all who ask at once, and again when a story has changed', async () => {
  const { storage, worked, ask } = await openArchive();
  const lists = await each((nth) => ask.headlines({ serverId: `s${nth}` }, undefined, 'today'));
  expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
  expect(worked.lists).toBe(1);
  const [first] = lists[0]?.stories ?? [];
  expect(worked.stories).toBeLessThanOrEqual(50 + 10);
  await storage.transaction(({ search }) => search.index(first?.storyId ?? '', [{ title: 'Ferry strike', body: '' }]));
  await ask.headlines({ serverId: 's1' }, undefined, 'today');
  expect(worked.lists).toBe(2);
});

test('every story is read once for members who catch up at once, from other minutes on and with other own feeds', async () => {
  const { storage, worked, ask } = await openArchive();
  const lists = await each(async (nth) => {
    const { feeds, ownTopicsAndFeeds } = storage.records;
    await feeds.add(feed(`own${nth}`, false), [], now);
    await ownTopicsAndFeeds.addFeed(`s${nth}`, `own${nth}`, 'world', now);
    const span = { since: now - (nth + 1) * 2 * minute, until: now };
    return { span, ...(await ask.headlines({ serverId: `s${nth}` }, undefined, span)) };
  });
  expect(worked.stories).toBeLessThanOrEqual(50 + 50);
  for (const { span, stories } of lists) expect(stories.every(({ lastAt }) => lastAt > span.since)).toBe(true);
});

test('servers that ask in one moment see their own feeds, mutes and splits alone, and each change at once', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier', 'Lantern', 'Forum'], before: quietMorning });
  const { ask, change } = at;
  const [anna, bert, cora] = [await openServer(at, 'A'), await openServer(at, 'B'), await openServer(at, 'C')];
  for (const outlet of [0, 1, 2]) {
    at.list(outlet, { '/0': events.ferry[outlet] ?? events.ferry[0], '/1': events.water[outlet] ?? events.water[0] });
  }
  const addFeed = (by: Changer, path: string, event: Parameters<typeof itemOf>[0]) => {
    const [, , , forum] = at.sites;
    forum?.feed(path, [itemOf(event, `${path}/1`, at.now)]);
    return change.addFeed(by, { url: `${forum?.origin}${path}`, title: 'Own', items: [] }, 'world');
  };
  await at.drain();
  const { id: feedId } = await addFeed(anna.by, '/anna.xml', events.ferryLater);
  await addFeed(bert.by, '/bert.xml', events.moose[0]);
  await at.skip(hour);
  const servers = [at, anna, bert, cora];
  const shown = () =>
    Promise.all(
      servers.map(async ({ serverId }) =>
        (await ask.headlines({ serverId }, undefined, 'today')).stories.map(({ title, articles }) => [title, articles]),
      ),
    );
  const ferry = [events.ferry[1].title, 3];
  const water = [events.water[1].title, 3];
  const ofAnna = [[events.ferryLater.title, 4], water];
  const ofBert = [ferry, water, [events.moose[0].title, 1]];
  expect(await shown()).toEqual([[ferry, water], ofAnna, ofBert, [ferry, water]]);

  const [said = expect.fail()] = at.rows<{ storyId: string; articleId: string }>(
    'select story_id as "storyId", id as "articleId" from articles where title = ?',
    events.ferry[1].title,
  );
  await change.splitOff(cora.by, { ...said, manager: true });
  await change.mute(bert.by, 'moose');
  await change.removeFeed(anna.by, feedId);
  const [, , , ofCora] = await shown();
  expect(await shown()).toEqual([[ferry, water], [ferry, water], [ferry, water], ofCora]);
  expect(ofCora?.map(([, articles]) => articles)).toEqual([3, 2]);
});
