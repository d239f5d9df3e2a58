import { expect, onTestFinished, test } from 'vitest';
import { packed } from '../../../src/engine/articles/packed.ts';
import type { Change } from '../../../src/engine/stories/change.ts';
import type { Digest } from '../../../src/newsroom/digest.ts';
import { createDigestMaker } from '../../../src/newsroom/digestFor.ts';
import { createTickCache, type TickCache } from '../../../src/newsroom/tickCache.ts';
import { applyChanges, refreshStories } from '../../../src/reading/grouping/placing.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import { day, firstDay, hour } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { testDatabaseUrl } from '../../storage/testDatabase.ts';

const morning = firstDay + 5 * hour;
const eight = firstDay + 8 * hour;
const topics = [{ id: 'world', names: { en: 'World', de: 'Welt' }, colour: 1 }];
const reasons = { words: [], probability: 0.5 };
const [first, second, third] = events.ferry;

type Told = { title: string; paragraphs: readonly string[] };

/** A storage with functions to create stories and to compose digests of them. */
async function open() {
  const storage = await openStorage({ url: await testDatabaseUrl(), now: () => morning });
  onTestFinished(() => storage.close());
  const { records } = storage;
  const feed = { id: 'feed', url: 'https://post.example/feed', outletId: 'post', outletName: 'Post', catalogue: true };
  await records.feeds.add(feed, ['world'], morning);
  const digestFor = createDigestMaker({
    storage,
    outletsById: new Map(),
    topics,
    generalTopicIds: new Set(['world']),
    localeOf: async () => 'en',
    messageUrl: (...ids) => `https://discord.example/${ids.join('/')}`,
    pictureOrigins: new Set(),
  });
  const apply = (changes: readonly Change[], now: number) =>
    storage.transaction(async (trx) => refreshStories(trx, await applyChanges(trx, changes, now, new Map())));
  return {
    records,
    apply,
    async add(id: string, storyId: string, event: Told, at: number, outlet = id) {
      const article = packed({
        ...{
          id,
          scope: `outlet-${outlet}`,
          outletId: `outlet-${outlet}`,
          outletName: `Outlet ${outlet}`,
          url: `https://${id}.example/x`,
          ...event,
        },
        ...{ textFrom: 'feed' as const, categories: [], language: 'en', sentencesMax: 3, pageState: 'none' as const },
        ...{ publishedAt: at, firstSeenAt: at, newsAt: at },
      });
      await records.articles.insert([article], at);
      await records.articles.listedBy([{ feedId: feed.id, articleId: id }]);
      await apply([{ kind: 'placed', articleId: id, storyId, isNew: true, terms: '', reasons }], at);
    },
    make: (channelId: string, now: number, cache: TickCache = createTickCache(records, new Map())) => {
      const schedule = { zone: 'UTC', times: ['08:00'], days: [1], stories: 5 };
      const channel = { channelId, serverId: 's', schedule, createdAt: firstDay - day };
      const localDate = new Date(now).toISOString().slice(0, 10);
      return digestFor({ channel, topicIds: ['world'], localDate, kind: 'daily', now, cache });
    },
    async send(channelId: string, digest: Digest) {
      const { localDate, windowStart, windowEnd } = digest;
      const slot = { channelId, serverId: 's', kind: 'daily' as const, localDate, ordinal: 0 };
      const id = `${channelId}/daily/${localDate}#0`;
      const told = digest.places.map(({ storyId, sentences, articleId }) => ({
        storyId,
        sentences,
        articleIds: [...new Set([articleId, ...sentences.map((one) => one.articleId)])],
      }));
      const message = { id, ...slot, windowStart, windowEnd, dueAt: windowEnd, content: digest, payloads: [{}] };
      await records.deliveries.add({ delivery: message, told }, windowEnd);
      await records.deliveries.posted(id, ['m1'], windowEnd, true);
    },
  };
}

/** The digest as if it summarized its first story with this sentence. */
const tellingBy = (digest: Digest, articleId: string, text: string): Digest => ({
  ...digest,
  places: digest.places.map((place) => ({
    ...place,
    articleId,
    sentences: [{ text, articleId, outlet: `Outlet ${articleId}`, url: `https://${articleId}.example/x` }],
  })),
});

test('the record of a posted article moves with it to another story', async () => {
  const { add, apply, make, send, records } = await open();
  await add('a', 'A', first, morning);
  await add('b', 'A', second, morning);
  await add('c', 'A', third, morning + hour);
  const told = tellingBy(await make('x', eight), 'c', third.paragraphs[0]);
  await send('x', told);
  await apply([{ kind: 'moved', articleIds: ['c'], from: 'A', into: 'C', reasons }], eight + hour);
  await add('d', 'C', events.ferryLater, eight + 2 * hour, 'c');
  const [place, ...more] = (await make('x', eight + day)).places;
  expect(more).toEqual([]);
  expect(place).toMatchObject({ storyId: 'C', told: { at: eight } });
  expect(place?.sentences.map(({ text }) => text)).not.toContain(third.paragraphs[0]);
  // The article stays recorded with the story in which it was posted.
  expect((await records.told.postedIn('x', ['A'])).map(({ articleIds }) => articleIds)).toEqual([['c']]);
  // Another channel's record keeps its story, because that channel's message contained other articles.
  expect(await records.told.postedIn('y', ['C'])).toEqual([]);
});

test('an article that moved back and forth between two stories has one record', async () => {
  const { add, apply, make, send, records } = await open();
  await add('a', 'A', first, morning);
  await add('c', 'A', third, morning + hour);
  await send('x', tellingBy(await make('x', eight), 'c', third.paragraphs[0]));
  for (let times = 0; times < 3; times += 1) {
    await apply([{ kind: 'moved', articleIds: ['c'], from: 'A', into: 'C', reasons }], eight + hour);
    await apply([{ kind: 'moved', articleIds: ['c'], from: 'C', into: 'A', reasons }], eight + hour);
  }
  const told = await records.told.postedIn('x', ['A']);
  expect(told.map(({ articleIds, sentences }) => [articleIds, sentences.length])).toEqual([[['c'], 1]]);
});

test('a story merged within the minute for which digests share their reads is not posted as new', async () => {
  const { add, apply, make, send, records } = await open();
  await add('a', 'A', events.water[0], morning);
  await add('b', 'B', first, morning);
  const today = await make('x', eight);
  await send('x', { ...today, places: today.places.filter(({ storyId }) => storyId === 'B') });
  await send('y', await make('y', eight));
  await add('c', 'B', events.ferryLater, eight + 2 * hour, 'b');
  // Both digests are due at eight. The first one reads the stories, then they are merged, then the second one is made.
  const cache = createTickCache(records, new Map());
  await make('y', eight + day, cache);
  await apply([{ kind: 'merged', from: 'B', into: 'A', reasons }], eight + day + 1_000);
  const tomorrow = await make('x', eight + day, cache);
  expect(tomorrow.places.map(({ title, told }) => ({ title, updated: told !== undefined }))).toEqual([
    { title: events.ferryLater.title, updated: true },
  ]);
  await send('x', tomorrow);
  expect((await records.told.postedIn('x', ['A'])).map(({ deliveryId }) => deliveryId)).toEqual([
    'x/daily/2026-11-25#0',
    'x/daily/2026-11-24#0',
  ]);
});

test('a message is recorded for the stories as they are when it is stored', async () => {
  const { add, apply, make, send, records } = await open();
  await add('a', 'A', first, morning);
  await add('b', 'B', events.water[0], morning);
  await add('c', 'A', third, morning + hour);
  const made = await make('x', eight);
  const [ofA] = tellingBy(made, 'c', third.paragraphs[0]).places.filter(({ storyId }) => storyId === 'A');
  const [ofB] = made.places.filter(({ storyId }) => storyId === 'B');
  if (!ofA || !ofB) throw new Error('no such stories');
  // B is now merged into A, and c is a separate story.
  await apply([{ kind: 'merged', from: 'B', into: 'A', reasons }], eight);
  await apply([{ kind: 'moved', articleIds: ['c'], from: 'A', into: 'C', reasons }], eight);
  await send('x', { ...made, places: [ofA, ofB] });
  const told = async (id: string) =>
    (await records.told.postedIn('x', [id])).map(({ articleIds }) => [...articleIds].sort());
  expect(await told('A')).toEqual([['b', 'c']]);
  expect(await told('C')).toEqual([['c']]);
  expect(await told('B')).toEqual(await told('A'));
});
