import { expect, test } from 'vitest';
import { createGroup } from '../../src/reading/grouping/group.ts';
import { firstDay, hour } from '../desk/desk.ts';
import { memoryLog } from '../memoryLog.ts';
import { article, feed } from '../storage/contract/dialect.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

const morning = firstDay + 5 * hour;
const words = {
  sports: 'striker goalkeeper league coach penalty stadium trophy referee midfield transfer'.split(' '),
  nation: 'minister parliament ballot border treaty tribunal mayor senate decree cabinet'.split(' '),
};

/** An article with words of a topic; no two articles are about the same event. */
const about = (id: string, topic: keyof typeof words, nth: number, more: object = {}) => {
  const chosen = words[topic].filter((_, at) => (at * 7 + nth * 3) % 10 < 6);
  const title = `${chosen.slice(0, 3).join(' ')} ${id}a ${id}b`;
  return article(id, { title, paragraphs: [`${chosen.slice(3).join(' ')} ${id}c.`], outletId: `o${nth % 5}`, ...more });
};

async function newsroom() {
  const storage = await emptyTestStorage(morning);
  const { feeds, articles } = storage.records;
  await feeds.add({ ...feed('front'), outletId: 'o', general: true }, ['nation'], morning);
  await feeds.add({ ...feed('sport'), outletId: 'o' }, ['sports'], morning);
  await feeds.add({ ...feed('own', false), outletId: 'o' }, [], morning);
  const group = createGroup({ storage, log: memoryLog().log });
  const take = async (feedId: string, list: ReturnType<typeof about>[], now = morning) => {
    await articles.insert(list, now);
    await articles.listedBy(list.map(({ id }) => ({ feedId, articleId: id })));
    while ((await group.run(now)) > 0);
  };
  const sharesOf = async (id: string) => (await articles.byIds([id]))[0]?.topicShares;
  return { take, sharesOf, storage };
}

const many = (prefix: string, topic: keyof typeof words, count: number) =>
  Array.from({ length: count }, (_, nth) => about(`${prefix}${nth}`, topic, nth));

test('topics are learned from what sections list, and what a front page listed before is judged again', async () => {
  const { take, sharesOf, storage } = await newsroom();
  await take('front', [about('match', 'sports', 1), about('vote', 'nation', 1)]);
  expect((await sharesOf('match'))?.size).toBe(0);
  await take('sport', many('s', 'sports', 150));
  await take('front', many('n', 'nation', 150), morning + hour);
  await take('front', [about('later', 'sports', 4)], morning + 2 * hour);
  expect((await sharesOf('later'))?.get('sports')).toBeGreaterThan(0.5);
  expect((await sharesOf('match'))?.get('sports')).toBeGreaterThan(0.5);
  expect((await sharesOf('vote'))?.get('nation')).toBeGreaterThan(0.5);
  const [match] = await storage.records.articles.byIds(['match']);
  expect((await storage.records.stories.byId(match?.storyId ?? ''))?.topicId).toBe('sports');
});

test('articles in a server’s own feed alone are neither learned from nor judged', async () => {
  const { take, sharesOf } = await newsroom();
  await take('own', many('o', 'sports', 300));
  await take('own', [about('mine', 'sports', 4)], morning + 2 * hour);
  await take('front', [about('match', 'sports', 1)], morning + 2 * hour);
  expect((await sharesOf('mine'))?.size).toBe(0);
  expect((await sharesOf('match'))?.size).toBe(0);
});
