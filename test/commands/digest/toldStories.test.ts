import { expect, test } from 'vitest';
import type { Change } from '../../../src/engine/stories/change.ts';
import type { Digest } from '../../../src/newsroom/digest.ts';
import { createDigestMaker } from '../../../src/newsroom/digestFor.ts';
import { createTickCache, type TickCache } from '../../../src/newsroom/tickCache.ts';
import { applyChanges, refreshStories } from '../../../src/reading/grouping/placing.ts';
import { day, firstDay, hour } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { world } from '../../discord/digestFixture.ts';
import { morning } from '../../outbox/scene.ts';
import { article, delivery, feed, schedule } from '../../storage/contract/dialect.ts';
import { emptyTestStorage } from '../../storage/testDatabase.ts';

const eight = firstDay + 8 * hour;
const reasons = { words: [], probability: 0.5 };
const [first, second, third] = events.ferry;
const [water] = events.water;

type Told = { title: string; paragraphs: readonly string[] };

/** A storage with functions to create stories and to compose digests of them. */
async function open() {
  const storage = await emptyTestStorage(morning);
  const { records } = storage;
  await records.feeds.add(feed('post'), ['world'], morning);
  const digestFor = createDigestMaker({
    storage,
    outletsById: new Map(),
    topics: [world],
    generalTopicIds: new Set(['world']),
    localeOf: async () => 'en',
    messageUrl: (...ids) => `https://discord.example/${ids.join('/')}`,
    pictureOrigins: new Set(),
  });
  const apply = (change: Change, now: number) =>
    storage.transaction(async (trx) => refreshStories(trx, await applyChanges(trx, [change], now, new Map())));
  return {
    told: records.told,
    cache: () => createTickCache(records, new Map()),
    async add(id: string, storyId: string, event: Told, at: number, outlet = id) {
      const from = { scope: outlet, outletId: outlet, outletName: `Outlet ${outlet}`, url: `https://${id}.example/x` };
      const moments = { publishedAt: at, firstSeenAt: at, newsAt: at };
      const told = article(id, { ...from, ...event, ...moments, textFrom: 'feed', language: 'en' });
      await records.articles.insert([told], at);
      await records.articles.listedBy([{ feedId: 'post', articleId: id }]);
      await apply({ kind: 'placed', articleId: id, storyId, isNew: true, terms: '', reasons }, at);
    },
    move: (id: string, from: string, into: string, at: number) =>
      apply({ kind: 'moved', articleIds: [id], from, into, reasons }, at),
    merge: (from: string, into: string, at: number) => apply({ kind: 'merged', from, into, reasons }, at),
    make(channelId: string, now: number, cache: TickCache = createTickCache(records, new Map())) {
      const channel = { channelId, serverId: 's', schedule, createdAt: firstDay - day };
      const localDate = new Date(now).toISOString().slice(0, 10);
      return digestFor({ channel, topicIds: ['world'], localDate, kind: 'daily', now, cache });
    },
    async send(channelId: string, digest: Digest) {
      const { localDate, windowStart, windowEnd, places } = digest;
      const id = `${channelId}/daily/${localDate}#0`;
      const told = places.map(({ storyId, sentences, articleId }) => ({
        storyId,
        sentences,
        articleIds: [...new Set([articleId, ...sentences.map((one) => one.articleId)])],
      }));
      const moments = { localDate, windowStart, windowEnd, dueAt: windowEnd };
      const message = delivery(id, { channelId, ...moments, content: digest });
      await records.deliveries.add({ delivery: message, told }, windowEnd);
      await records.deliveries.posted(id, ['m1'], windowEnd, true);
    },
  };
}

/** The digest as if it summarized its first story with this sentence of article c. */
const tellingC = (digest: Digest): Digest => {
  const sentence = { text: third.paragraphs[0], articleId: 'c', outlet: 'Outlet c', url: 'https://c.example/x' };
  return { ...digest, places: digest.places.map((place) => ({ ...place, articleId: 'c', sentences: [sentence] })) };
};

test('the record of a posted article moves with it to another story', async () => {
  const { add, move, make, send, told } = await open();
  await add('a', 'A', first, morning);
  await add('b', 'A', second, morning);
  await add('c', 'A', third, morning + hour);
  await send('x', tellingC(await make('x', eight)));
  await move('c', 'A', 'C', eight + hour);
  await add('d', 'C', events.ferryLater, eight + 2 * hour, 'c');
  const [place, ...more] = (await make('x', eight + day)).places;
  expect(more).toEqual([]);
  expect(place).toMatchObject({ storyId: 'C', told: { at: eight } });
  expect(place?.sentences.map(({ text }) => text)).not.toContain(third.paragraphs[0]);
  // The article stays recorded with the story in which it was posted.
  expect((await told.postedIn('x', ['A'])).map(({ articleIds }) => articleIds)).toEqual([['c']]);
  // Another channel's record keeps its story, because that channel's message contained other articles.
  expect(await told.postedIn('y', ['C'])).toEqual([]);
});

test('an article that moved back and forth between two stories has one record', async () => {
  const { add, move, make, send, told } = await open();
  await add('a', 'A', first, morning);
  await add('c', 'A', third, morning + hour);
  await send('x', tellingC(await make('x', eight)));
  for (let times = 0; times < 3; times += 1) {
    await move('c', 'A', 'C', eight + hour);
    await move('c', 'C', 'A', eight + hour);
  }
  const posted = await told.postedIn('x', ['A']);
  expect(posted.map(({ articleIds, sentences }) => [articleIds, sentences.length])).toEqual([[['c'], 1]]);
});

test('a story merged within the minute for which digests share their reads is not posted as new', async () => {
  const { add, merge, make, cache, send, told } = await open();
  await add('a', 'A', water, morning);
  await add('b', 'B', first, morning);
  const today = await make('x', eight);
  await send('x', { ...today, places: today.places.filter(({ storyId }) => storyId === 'B') });
  await send('y', await make('y', eight));
  await add('c', 'B', events.ferryLater, eight + 2 * hour, 'b');
  // Both digests are due at eight. The first one reads the stories, then they are merged, then the second one is made.
  const shared = cache();
  await make('y', eight + day, shared);
  await merge('B', 'A', eight + day + 1_000);
  const tomorrow = await make('x', eight + day, shared);
  expect(tomorrow.places).toHaveLength(1);
  expect(tomorrow.places[0]).toMatchObject({ title: events.ferryLater.title, told: { at: eight } });
  await send('x', tomorrow);
  const days = (await told.postedIn('x', ['A'])).map(({ deliveryId }) => deliveryId);
  expect(days).toEqual(['x/daily/2026-11-25#0', 'x/daily/2026-11-24#0']);
});

test('a message is recorded for the stories as they are when it is stored', async () => {
  const { add, merge, move, make, send, told } = await open();
  await add('a', 'A', first, morning);
  await add('b', 'B', water, morning);
  await add('c', 'A', third, morning + hour);
  const made = await make('x', eight);
  const ofA = tellingC(made).places.filter(({ storyId }) => storyId === 'A');
  const ofB = made.places.filter(({ storyId }) => storyId === 'B');
  // B is now merged into A, and c is a separate story.
  await merge('B', 'A', eight);
  await move('c', 'A', 'C', eight);
  await send('x', { ...made, places: [...ofA, ...ofB] });
  const posted = async (id: string) => (await told.postedIn('x', [id])).map(({ articleIds }) => [...articleIds].sort());
  expect(await posted('A')).toEqual([['b', 'c']]);
  expect(await posted('C')).toEqual([['c']]);
  expect(await posted('B')).toEqual(await posted('A'));
});
