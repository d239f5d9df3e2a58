import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { packed } from '../../src/articles/packed.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';

const now = 1_795_500_000_000;
const minute = 60_000;
let storage: Storage;

const delivery = (id: string, more: object = {}) => ({
  id,
  channelId: 'c',
  serverId: 's',
  kind: 'daily' as const,
  localDate: '2026-11-24',
  ordinal: 0,
  windowStart: now - 60 * minute,
  windowEnd: now,
  dueAt: now,
  digest: {} as never,
  payloads: [{}],
  ...more,
});
const feed = (id: string, catalogue: boolean) => ({
  id,
  url: `https://${id}.example/feed`,
  outletId: id,
  outletName: id,
  catalogue,
});
const article = (id: string, more: object = {}) =>
  packed({
    id,
    outletId: 'o',
    outletName: 'O',
    url: `https://o.example/${id}`,
    title: `Title of ${id}`,
    paragraphs: ['Text.'],
    textFrom: 'snippet' as const,
    categories: [],
    publishedAt: now,
    firstSeenAt: now,
    sentencesMax: 3,
    newsAt: now,
    pageState: 'wanted' as const,
    ...more,
  });

beforeAll(async () => {
  storage = await openStorage({ url: ':memory:', now: () => now });
});
afterAll(() => storage.close());

describe('nextDueAt', () => {
  test('is the earliest of what a loop would take, and forgets what none would', async () => {
    const { records } = storage;
    expect(await storage.nextDueAt()).toBeUndefined();
    await records.feeds.add(feed('orphan', false), [], now - 90 * minute);
    expect(await storage.nextDueAt()).toBeUndefined();
    await records.feeds.add(feed('listed', true), ['world'], now + 50 * minute);
    expect(await storage.nextDueAt()).toBe(now + 50 * minute);
    await records.articles.insert([article('a')], now + 40 * minute);
    expect(await storage.nextDueAt()).toBe(now + 40 * minute);
    const schedule = { zone: 'UTC', times: ['08:00'], days: [1], stories: 5 };
    const next = { dueAt: now + 30 * minute, localDate: '2026-11-24', ordinal: 0 };
    await records.channels.save({ channelId: 'c', serverId: 's', schedule }, next, now);
    expect(await storage.nextDueAt()).toBe(now + 30 * minute);
    await records.deliveries.add(
      delivery('d'),
      [{ storyId: 'S', articleIds: ['a'], sentences: [] }],
      now + 20 * minute,
    );
    expect(await storage.nextDueAt()).toBe(now + 20 * minute);
    const correction = { kind: 'corrected' as const, text: 't', at: now };
    await records.edits.queue({ id: 'a', correction }, 0, now);
    await records.deliveries.end('d', 'expired', 'late');
    expect(await storage.nextDueAt()).toBe(now + 30 * minute);
    await records.channels.pause('c', 'admin');
    await records.articles.pageRead('a', { state: 'given-up' });
    expect(await storage.nextDueAt()).toBe(now + 50 * minute);
  });
});

describe('leases', () => {
  test('a claim is for one owner until it ends, and a start takes those of a process that is gone', async () => {
    const { feeds, articles, channels, deliveries } = storage.records;
    await feeds.add(feed('leased', true), [], now);
    await articles.insert([article('leased')], now);
    const schedule = { zone: 'UTC', times: ['08:00'], days: [1], stories: 5 };
    await channels.save(
      { channelId: 'l', serverId: 's', schedule },
      { dueAt: now, localDate: '2026-11-24', ordinal: 0 },
      now,
    );
    await deliveries.add(delivery('leased', { channelId: 'another' }), [], now);
    const claims = async (owner: string, at: number) => [
      (await feeds.claimDue(at, owner, at + minute, 10)).filter(({ id }) => id === 'leased').length,
      (await articles.claimPages(at, owner, at + minute, 10)).filter(({ id }) => id === 'leased').length,
      (await channels.claimDue(at, owner, at + minute, 10)).filter(({ channelId }) => channelId === 'l').length,
      (await deliveries.claimPending(at, owner, at + minute, 10)).filter(({ id }) => id === 'leased').length,
    ];
    expect(await claims('a', now)).toEqual([1, 1, 1, 1]);
    expect(await claims('b', now + minute - 1)).toEqual([0, 0, 0, 0]);
    expect(await claims('b', now + minute)).toEqual([1, 1, 1, 1]);
    await storage.dropLeases();
    expect(await claims('c', now + minute)).toEqual([1, 1, 1, 1]);
  });
});

describe('notices', () => {
  test('one subject is opened once, told once, and can come back when it was over', async () => {
    const { servers } = storage.records;
    const open = (id: string) => servers.notice({ id, serverId: 's', subject: 'paused c', notice: '{}', at: now });
    expect(await open('1')).toBe(true);
    expect(await open('2')).toBe(false);
    expect((await servers.noticesToTell([], 10)).map(({ id }) => id)).toEqual(['1']);
    expect(await servers.noticesToTell(['1'], 10)).toEqual([]);
    await servers.noticeTold('1', now);
    expect(await servers.noticesToTell([], 10)).toEqual([]);
    expect(await servers.noticeOver('s', 'paused c', now)).toBe(true);
    expect(await servers.noticeOver('s', 'paused c', now)).toBe(false);
    expect(await servers.openNotices('s')).toEqual([]);
    expect(await open('3')).toBe(true);
  });
});

describe('articles', () => {
  test('of a story with more articles than are read the latest are read, those that the server may see', async () => {
    const { feeds, articles, placed, own, listings } = storage.records;
    await feeds.add(feed('many', true), [], now);
    await feeds.add(feed('few', false), [], now);
    await own.addFeed('s', 'few', 'birds', now);
    const ids = Array.from({ length: 160 }, (_, n) => `big-${n}`);
    await articles.insert([...ids.map((id, n) => article(id, { publishedAt: now + n })), article('ours')], now);
    for (const id of [...ids, 'ours']) await placed.place(id, { storyId: 'big', terms: '', reasons: '{}' }, now);
    await articles.listedBy(ids.map((articleId) => ({ feedId: 'many', articleId })));
    await articles.listedBy([{ feedId: 'few', articleId: 'ours' }]);
    const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
    expect(idsOf(await placed.ofStory('big', 's'))).toEqual(ids.slice(-150));
    expect(idsOf((await listings.articlesOf(['big'], 's')).get('big'))).toEqual(ids.slice(-150));
    await placed.move('big', 'small', { articleIds: ['ours', 'big-0'], reasons: '{}' });
    expect(idsOf(await placed.ofStory('small', 's'))).toEqual(['big-0', 'ours']);
    expect(idsOf(await placed.ofStory('small', 'elsewhere'))).toEqual(['big-0']);
    expect(idsOf((await listings.articlesOf(['small'], 'elsewhere')).get('small'))).toEqual(['big-0']);
  });
});

describe('the catalogue', () => {
  test('a feed that changed its topics or its outlet is as the catalogue says, and keeps how it is polled', async () => {
    const { feeds } = storage.records;
    await feeds.add(feed('changing', true), ['world', 'politics'], now);
    await feeds.postpone('changing', now + 5);
    await feeds.add({ ...feed('changing', true), outletName: 'New name', language: 'de' }, ['science'], now + 99);
    expect(await feeds.topicsOf('changing')).toEqual(['science']);
    expect(await feeds.byId('changing')).toMatchObject({ outletName: 'New name', language: 'de', nextDueAt: now + 5 });
  });
});

describe('topics of a channel', () => {
  test('come in the order in which they were asked for', async () => {
    const { channels } = storage.records;
    await channels.subscribe('ordered', 's', ['world', 'climate', 'art'], now);
    await channels.subscribe('ordered', 's', ['books', 'world'], now + minute);
    expect(await channels.topicsOf('ordered')).toEqual(['world', 'climate', 'art', 'books']);
  });
});

describe('a story without articles', () => {
  test('goes with the ids that led to it', async () => {
    const { stories } = storage.records;
    const story = (id: string) => ({
      ...{ id, title: id, leadArticleId: id, topicId: '', firstAt: now, lastAt: now, newsAt: now },
      ...{ articles: 1, outlets: 1, voices: 1, open: true },
    });
    await stories.save(story('loser'), []);
    await stories.save(story('winner'), []);
    await stories.alias('loser', 'winner');
    expect((await stories.byId('loser'))?.id).toBe('winner');
    await stories.remove('winner');
    expect(await stories.byId('loser')).toBeUndefined();
    await stories.save(story('winner'), []);
    expect(await stories.byId('loser')).toBeUndefined();
    await stories.save(story('lost'), []);
    await stories.alias('lost', 'nowhere');
    expect(await stories.sweepAliases(10)).toBe(1);
    expect(await stories.sweepAliases(10)).toBe(0);
    await stories.remove('winner');
  });
});

describe('the articles of some topics', () => {
  test('are counted once each, those of a server’s own feeds for that server', async () => {
    const { articles, feeds, own } = storage.records;
    const since = now + 60 * minute;
    await feeds.add(feed('counted', true), ['birds', 'boats'], now);
    await feeds.add(feed('also', true), ['birds'], now);
    await feeds.add(feed('ours', false), [], now);
    await own.addFeed('s', 'ours', 'birds', now);
    await articles.insert([...['n1', 'n2', 'n3'].map((id) => article(id, { newsAt: since })), article('n4')], now);
    const listed = { counted: ['n1', 'n4'], also: ['n1', 'n2'], ours: ['n3'] };
    for (const [feedId, ids] of Object.entries(listed))
      await articles.listedBy(ids.map((articleId) => ({ feedId, articleId })));
    expect(await articles.countSince(since, ['birds'], 's')).toBe(3);
    expect(await articles.countSince(since, ['birds'], 'elsewhere')).toBe(2);
    expect(await articles.countSince(since, ['boats'], 's')).toBe(1);
    expect(await articles.countSince(since, [], 's')).toBe(0);
    expect(await articles.countSince(since, 'all', 's')).toBe(3);
    expect(await articles.countSince(since, 'all', 'elsewhere')).toBe(2);
    expect(await articles.countSince(since)).toBe(3);
  });
});

test('of each topic the stories that most outlets tell are listed, also where many of other topics come before', async () => {
  const storage = await openStorage({ url: ':memory:', now: () => 0 });
  onTestFinished(() => storage.close());
  const { stories, listings } = storage.records;
  const save = (id: string, topicId: string, outlets: number) =>
    stories.save(
      {
        id,
        title: id,
        leadArticleId: id,
        topicId,
        firstAt: 1,
        lastAt: 1,
        newsAt: 1,
        articles: 1,
        outlets,
        voices: 1,
        open: true,
      },
      [topicId],
    );
  for (let n = 0; n < 620; n += 1) await save(`w${n}`, 'world', 9);
  await save('comet', 'space', 1);
  await save('rover', 'space', 2);
  const found = await listings.weightiest(0, 2, ['world', 'space'], 2);
  expect(found.filter((id) => id.startsWith('w'))).toHaveLength(2);
  expect(found.slice(2)).toEqual(['rover', 'comet']);
});
