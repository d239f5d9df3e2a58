import { expect, test } from 'vitest';
import { storeItems } from '../../src/reading/storeItems.ts';
import { feedContextOf, takeItems } from '../../src/reading/takeItems.ts';
import { firstDay, itemOf, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { rss } from '../desk/newsstand.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';
import { testPool } from './pool/testPool.ts';

const [ferry] = events.ferry;
const perOutlet = 8;

/** 58,000 characters, the most that Lede stores of an article, without any names. */
const filler = Array.from(
  { length: 580 },
  (_, at) => `The quay of berth ${at} stayed empty all morning, and no boat was seen there until the evening came on.`,
);
const quoteOf = (name: string, what: string) => `“We have waited for ${what} for years,” said ${name}, a deckhand.`;

/** Counts the turns of the event loop while the work runs. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

/** Opens a desk whose outlets report one event in 24 articles of maximum length. */
const openLong = () =>
  openDesk({
    before: (sites) => {
      for (const [site, outlet] of sites.entries()) {
        const items = Array.from({ length: perOutlet }, (_, at) => {
          const number = perOutlet * site + at;
          const last = number === 3 * perOutlet - 1;
          const said = [
            ...(number === 4 ? [quoteOf('Olga Early', 'this day')] : []),
            ...(last ? [quoteOf('Lars Latest', 'more rest')] : []),
          ];
          const paragraphs = [...ferry.paragraphs.slice(0, 1), ...said, ...filler];
          if (last) paragraphs.push(quoteOf('Ulla Under', 'an answer'));
          return itemOf({ title: `${ferry.title} (${number})`, paragraphs }, `/${number}`, firstDay + number * 60_000);
        });
        outlet.feed('/world.xml', items);
      }
    },
  });

test('a story of very long texts is grouped and opened in small steps, by the texts of its sixteen latest articles', async () => {
  const at = await openLong();
  expect(await turnsDuring(() => at.drain())).toBeGreaterThan(24);
  expect(at.rows('select articles from stories')).toEqual([{ articles: 24 }]);
  const ask = (query = 'ferry') => at.ask.story(query, { serverId: at.serverId });
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  expect(await turnsDuring(async () => answers.push(await ask()))).toBeGreaterThan(16);
  const [answer] = answers;
  if (answer?.kind !== 'found') throw new Error(answer?.kind);
  // Quotes come neither from the oldest articles nor from the end of a long one.
  const { sentences, quotation } = answer.card;
  const quoting = [...sentences, ...(quotation ? [quotation] : [])].filter(({ text }) => text.includes('“'));
  expect(quoting.map(({ text }) => text)).toEqual([expect.stringContaining('Lars Latest')]);
  expect((await ask('Lars Latest')).kind).toBe('found');
  expect(answer.card.reports.flatMap(({ sameText }) => [0, ...sameText])).toHaveLength(24);
});

test('a feed that lists hundreds of stored articles has their texts compared a few at a time', async () => {
  const storage = await emptyTestStorage(firstDay);
  const url = 'https://post.example/feed';
  await storage.records.feeds.add({ id: 'f', url, outletId: 'p', outletName: 'Post', catalogue: true }, [], firstDay);
  const feed = await storage.records.feeds.byId('f');
  if (!feed) throw new Error('no feed');
  const items = Array.from({ length: 400 }, (_, at) => itemOf(ferry, `/${at}`, firstDay));
  const read = await testPool.readArticles(
    Buffer.from(rss('https://post.example', items)),
    { url },
    feedContextOf(feed, firstDay),
  );
  const taken = await takeItems(storage, feed, read, firstDay);
  await storeItems(storage.records, [{ feed, taken }], firstDay);
  let again: Awaited<ReturnType<typeof takeItems>> | undefined;
  const take = async () => {
    again = await takeItems(storage, feed, read, firstDay);
  };
  expect(await turnsDuring(take)).toBeGreaterThan(7);
  expect([taken.articles.length, again?.articles.length, again?.changed.length]).toEqual([400, 0, 0]);
});
