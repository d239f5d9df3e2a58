import { expect, test } from 'vitest';
import { groupedCard } from '../../commands/story/command.ts';
import { createDesk, type Desk } from '../../src/desk/desk.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { createGroup } from '../../src/reading/grouping/group.ts';
import { applyChanges, refreshStories } from '../../src/reading/grouping/placing.ts';
import { StorageError } from '../../src/storage/errors.ts';
import type { HostTurns } from '../../src/storage/fleet/hostTurns.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { day, firstDay, hour, itemOf, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { memoryLog } from '../memoryLog.ts';
import { failOn } from '../storage/beside.ts';
import { article, delivery, feed } from '../storage/contract/dialect.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

const morning = firstDay + 5 * hour;
const stories = (at: TestDesk) =>
  at.rows<{ id: string; articles: number }>('select id, articles from stories where alias_of is null order by 2 desc');

test('after a restart new articles join earlier stories', async () => {
  const at = await openDesk({
    news: [{ '/ferry': events.ferry[0], '/water': events.water[0] }, { '/ferry': events.ferry[1] }, {}],
  });
  await at.drain();
  const [ferry] = stories(at);
  expect(stories(at).map((story) => story.articles)).toEqual([2, 1]);
  await at.restart();
  at.sites[2]?.feed('/world.xml', [
    itemOf(events.ferry[2], '/ferry', morning + hour),
    itemOf(events.water[1], '/water', morning),
  ]);
  await at.skip(30 * 60_000);
  expect(stories(at).map((story) => story.articles)).toEqual([3, 2]);
  expect(stories(at)[0]?.id).toBe(ferry?.id);
});

test('a failed transaction leaves nothing, and the next run groups the same articles as if it had not happened', async () => {
  const at = await openDesk({
    news: [
      { '/ferry': events.ferry[0], '/moose': events.moose[0] },
      { '/ferry': events.ferry[1] },
      { '/ferry': events.ferry[2], '/chess': events.chess[0] },
    ],
  });
  const mend = failOn(at.databaseUrl, 'insert on stories', 'fault', "new.title like 'Moose%'");
  await expect(at.drain()).rejects.toThrow('fault');
  expect(at.rows('select * from stories')).toEqual([]);
  expect(at.rows('select * from search_rows')).toEqual([]);
  expect(at.rows('select * from articles where story_id is not null')).toEqual([]);
  mend();
  await at.drain();
  expect(stories(at).map((story) => story.articles)).toEqual([3, 1, 1]);
  expect(at.rows('select * from articles where story_id is null')).toEqual([]);
});

/** A storage with this many articles that are not yet in a story, each about a separate event. */
async function waiting(count: number) {
  const storage = await emptyTestStorage(morning);
  const ids = Array.from({ length: count }, (_, nth) => `a${String(nth).padStart(3, '0')}`);
  await storage.records.articles.insert(
    ids.map((id) => article(id, { title: `Title of ${id}`, paragraphs: [`Text of ${id}.`] })),
    morning,
  );
  const ungrouped = async () =>
    (await storage.records.placed.unplaced({ patience: morning, hurry: morning }, 1_000)).map(({ id }) => id);
  return { storage, ungrouped };
}

test('other work runs between two articles, so that no command waits for all of them', async () => {
  const { storage } = await waiting(20);
  let turn = 0;
  const next = () => {
    turn += 1;
    pending = setImmediate(next);
  };
  let pending = setImmediate(next);
  const turns = new Set<number>();
  const citationIn = () => {
    turns.add(turn);
    return undefined;
  };
  await createGroup({ storage, log: memoryLog().log, citationIn }).run(morning + day);
  clearImmediate(pending);
  expect(turns.size).toBe(20);
});

/** The storage as if several processes shared it, also on SQLite. */
const shared = (storage: Storage): Storage => ({ ...storage, hostTurns: storage.hostTurns ?? ({} as HostTurns) });

test('where processes share the database, articles are stored a few in a transaction, and a fault costs only those', async () => {
  const { storage, ungrouped } = await waiting(20);
  const rows: number[] = [];
  const counting: typeof storage = {
    ...shared(storage),
    async transaction(work, settings) {
      const before = (await ungrouped()).length;
      if (rows.length === 2) throw new Error('fault');
      const done = await storage.transaction(work, settings);
      rows.push(before - (await ungrouped()).length);
      return done;
    },
  };
  await expect(createGroup({ storage: counting, log: memoryLog().log }).run(morning + day)).rejects.toThrow('fault');
  expect(rows).toEqual([8, 8]);
  expect(await ungrouped()).toHaveLength(4);
  expect(await createGroup({ storage, log: memoryLog().log }).run(morning + day)).toBe(4);
});

test('changes that conflicted with other processes are stored in the next run without a rebuilt index', async () => {
  const { storage, ungrouped } = await waiting(20);
  const counts = { builds: 0, transactions: 0 };
  const { placed } = storage.records;
  const busy: typeof storage = {
    ...shared(storage),
    records: {
      ...storage.records,
      placed: {
        ...placed,
        placedSince(publishedAt) {
          counts.builds += 1;
          return placed.placedSince(publishedAt);
        },
      },
    },
    async transaction(work, settings) {
      counts.transactions += 1;
      if (counts.transactions === 2) throw new StorageError('in-use', 'Others changed the same rows.');
      return storage.transaction(work, settings);
    },
  };
  const group = createGroup({ storage: busy, log: memoryLog().log });
  await expect(group.run(morning + day)).rejects.toThrow('Others changed');
  expect(await ungrouped()).toHaveLength(12);
  await group.run(morning + day);
  expect(await ungrouped()).toEqual([]);
  expect(await storage.records.stories.count()).toBe(20);
  expect(counts.builds).toBe(1);
});

/** A storage with these articles, and a function that applies the grouper's changes to it. */
async function placed(ids: readonly string[]) {
  const storage = await emptyTestStorage(morning);
  const own = (id: string) => ({ outletId: id, outletName: id, paragraphs: [`Text of ${id}.`], publishedAt: morning });
  const { articles, feeds } = storage.records;
  const made = ids.map((id) => article(id, { scope: id, ...own(id), newsAt: morning }));
  await articles.insert(made, morning);
  await feeds.add(feed('feed'), [], morning);
  await articles.listedBy(ids.map((articleId) => ({ feedId: 'feed', articleId })));
  const reasons = { words: [], probability: 0 };
  const apply = (changes: Parameters<typeof applyChanges>[1]) =>
    storage.transaction(async (records) =>
      refreshStories(records, await applyChanges(records, changes, morning, new Map())),
    );
  const place = (articleId: string, storyId: string) =>
    ({ kind: 'placed', articleId, storyId, isNew: true, terms: '', reasons }) as const;
  const merge = (from: string, into: string) => ({ kind: 'merged', from, into, reasons }) as const;
  return { storage, records: storage.records, apply, place, merge, reasons };
}

test('the reasons for a grouping name the first article and what later ones share with the story', async () => {
  const { storage, apply, place, merge } = await placed(['a', 'c', 'd']);
  const parting = { words: ['MARHAVEN'], probability: 0.31 };
  await apply([place('a', 'a'), place('d', 'd')]);
  await apply([{ ...place('c', 'a'), reasons: { words: ['title'], probability: 0.82 } }]);
  await apply([{ ...merge('d', 'a'), reasons: { words: ['text'], probability: 0.4 } }]);
  const why = await storyQuestions(createDesk({ storage } as Desk)).whyGrouped('a', undefined);
  expect(why.map(({ outlet, opened }) => `${outlet} ${opened}`)).toEqual(['a true', 'c false', 'd false']);
  const said = textsOf(groupedCard('Title', why, textsFor('en-GB'))).join('\n');
  expect(said).toMatch(/Title of a\n-# first report\n/);
  expect(said).toContain('in common: “title” · matches the others by 82% on average');
  expect(said).toContain('in common: “text” · matches the others by 40% on average');
  await apply([{ kind: 'moved', from: 'a', into: 'new', articleIds: ['c', 'd'], reasons: parting }]);
  const parted = await storyQuestions(createDesk({ storage } as Desk)).whyGrouped('new', undefined);
  expect(parted.map(({ opened }) => opened)).toEqual([true, false]);
});

test('a merged story is found under its old ids, in any order of merges and transactions', async () => {
  const { records, apply, place, merge } = await placed(['a', 'b', 'c', 'd']);
  await apply([place('a', 'A'), place('b', 'B')]);
  await apply([merge('B', 'A')]);
  // C was merged before it was ever stored.
  await apply([place('c', 'C'), place('d', 'D'), merge('C', 'D'), merge('A', 'D')]);
  for (const id of ['A', 'B', 'D']) expect((await records.stories.byId(id))?.id, id).toBe('D');
  expect(await records.placed.latestOf('D', 10, true)).toHaveLength(4);
  expect(await records.stories.count()).toBe(1);
  expect((await records.search.find('title', undefined, 10)).ids).toEqual(['D']);
});

test('the records of a posted story move with it into another one', async () => {
  const { records, apply, place, merge } = await placed(['a', 'b']);
  await apply([place('a', 'A'), place('b', 'B')]);
  const tell = (storyId: string) => ({ storyId, articleIds: [storyId.toLowerCase()], sentences: [] });
  await records.deliveries.add(
    { delivery: delivery('x/daily/2026-11-24#0', { channelId: 'x' }), told: [tell('A'), tell('B')] },
    morning,
  );
  await apply([merge('B', 'A')]);
  const [entry, ...more] = await records.told.postedIn('x', ['A']);
  expect(more).toEqual([]);
  expect([...(entry?.articleIds ?? [])].sort()).toEqual(['a', 'b']);
  expect(await records.told.postedIn('x', ['B'])).toEqual([{ ...entry, storyId: 'B' }]);
  expect(await records.edits.queueFacts({ articleIds: ['b'] }, 0, morning)).toBe(1);
});

test('a story that loses its last article becomes an alias of that article’s new story, and a split story keeps its id', async () => {
  const { records, apply, place, reasons } = await placed(['a', 'b', 'c']);
  await apply([place('a', 'A'), place('b', 'A'), place('c', 'C')]);
  await apply([{ kind: 'moved', articleIds: ['c'], from: 'C', into: 'A', reasons }]);
  expect((await records.stories.byId('C'))?.id).toBe('A');
  expect((await records.search.find('title', undefined, 10)).ids).toEqual(['A']);
  await apply([{ kind: 'moved', from: 'A', into: 'B', articleIds: ['b'], reasons }]);
  expect((await records.stories.byId('A'))?.articles).toBe(2);
  expect((await records.stories.byId('B'))?.title).toBe('Title of b');
});
