import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dayOf, quotasOfDay } from '../../src/reading/quotas.ts';
import type { Spent } from '../../src/storage/records/reading/quotas.ts';
import { day, firstDay, hour, minute } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Item, rss, type Site } from '../desk/newsstand.ts';
import { morning, openPost, teaser } from './onePost.ts';

/** Full articles that have nothing in common. */
const items = (name: string, count: number): Item[] =>
  Array.from({ length: count }, (_, at) => {
    return { title: `${name}${at} lot${at}`, link: `/${name}/${at}`, at: morning, html: `<p>x${at}</p>` };
  });

/** The items with full texts, so that no page is requested. */
const whole = (given: readonly Item[]) =>
  given.map((one) => ({ ...one, html: `<p>${`w${one.link} `.repeat(60)}</p>` }));

const headers = { 'content-type': 'application/rss+xml' };
const pagesOf = ({ asked }: Site, name: string) => asked.filter(({ path }) => path.startsWith(`/${name}/`)).length;

/** A desk whose server adds these feeds of the Post; with news of the Courier, that is in the catalogue. */
async function open(feeds: Record<string, readonly Item[]> = {}, news?: readonly Item[]) {
  const { at, post, courier } = await openPost({
    sites: ['Harbour Post', ...(news ? ['Courier'] : [])],
    before: (first, second) => {
      for (const [path, listed] of Object.entries(feeds)) first.feed(path, listed);
      if (news) second.feed('/world.xml', news);
    },
  });
  const { ask, change, serverId } = at;
  const add = (path: string, by = at.by) =>
    change.addFeed(by, { url: `${post.origin}${path}`, title: path, items: [] }, undefined);
  return {
    at,
    post,
    courier,
    add,
    async poll(path: string, by?: typeof at.by) {
      const feed = await add(path, by);
      await at.drain();
      return feed;
    },
    /** Records usage as if the server's own feeds had brought this much earlier on a day. */
    spend: (spent: Partial<Spent>, now = firstDay) =>
      at.app.storage.records.quotas.spend([serverId], dayOf(now), spent),
    spent: async (server = serverId) => (await ask.feedQuota(server)).spent,
    articles: (name: string) =>
      at.rows<{ n: number }>('select count(*) as n from articles where url like ?', `%/${name}/%`)[0]?.n,
  };
}

test('own feeds of a server bring 2,000 articles a day, and the rest the next day, as /feeds list shows', async () => {
  const { at, post, courier, spend, spent, poll, articles } = await open(
    { '/a.xml': whole(items('a', 50)), '/c.xml': whole(items('c', 10)) },
    whole(items('courier', 5)),
  );
  const body = rss(post.origin, whole(items('b', 90)));
  post.put('/b.xml', () => ({ headers: { ...headers, etag: '"b"' }, body }));
  await spend({ articles: 1_900 });
  for (const path of ['/a.xml', '/b.xml', '/c.xml']) await poll(path);
  expect([articles('a'), articles('b'), articles('c')]).toEqual([50, 50, 0]);
  // Lede does not request what it could not store, and the catalogue's feeds go on.
  expect([post.count('/b.xml'), post.count('/c.xml')]).toEqual([1, 0]);
  courier.feed('/world.xml', whole(items('courier', 8)));
  await at.to(0, '12:00');
  expect([articles('courier'), articles('b'), post.count('/b.xml'), post.count('/c.xml')]).toEqual([8, 50, 1, 0]);
  const quota = await at.ask.feedQuota(at.serverId);
  expect([quota.spent.articles, quota.max.articles, quota.nextAt]).toEqual([2_000, 2_000, firstDay + day]);
  await at.to(1, '06:00');
  expect([articles('b'), articles('c')]).toEqual([90, 10]);
  expect(await spent()).toMatchObject({ articles: 50, pages: 0 });
});

test('a feed of two servers counts for both, and is read while one of them has something left', async () => {
  const { at, spend, spent, poll, articles } = await open({ '/b.xml': whole(items('b', 30)) });
  const other = { ...at.by, serverId: at.server.setup.addGuild({ name: 'Other' }).id };
  await spend({ articles: 2_000 });
  await poll('/b.xml');
  expect(articles('b')).toBe(0);
  await poll('/b.xml', other);
  expect(articles('b')).toBe(30);
  expect([(await spent()).articles, (await spent(other.serverId)).articles]).toEqual([2_000, 30]);
});

test('a feed that its server removes during the poll adds nothing, because it would count against no quota', async () => {
  const { at, post, spent, poll, articles } = await open();
  post.put('/a.xml', async () => {
    const [feed] = await at.ask.feeds(at.serverId);
    if (post.count('/a.xml') === 1 && feed) await at.change.removeFeed(at.by, feed.id);
    return { headers, body: rss(post.origin, whole(items('a', 30))) };
  });
  await poll('/a.xml');
  expect([articles('a'), post.count('/a.xml')]).toEqual([0, 1]);
  await poll('/a.xml');
  expect([articles('a'), (await spent()).articles]).toEqual([30, 30]);
});

test('own feeds of a server have 300 pages fetched a day, and no more though a feed is removed', async () => {
  const { at, post, courier, spend, spent, poll } = await open({ '/a.xml': items('a', 40) }, items('courier', 20));
  await spend({ pages: 280 });
  const feed = await poll('/a.xml');
  expect([pagesOf(post, 'a'), pagesOf(courier, 'courier')]).toEqual([20, 20]);
  expect((await spent()).pages).toBe(300);
  await at.change.removeFeed(at.by, feed.id);
  await at.to(1, '06:00');
  expect(pagesOf(post, 'a')).toBe(20);
  await poll('/a.xml');
  await at.to(2, '06:00');
  expect(pagesOf(post, 'a')).toBe(40);
});

describe('own feeds of a server have 50 MB a day', () => {
  const { bytes: max } = quotasOfDay;

  test('and after that are not requested until the next day, as /feeds list shows', async () => {
    const feeds = { '/a.xml': whole(items('a', 20)), '/b.xml': whole(items('b', 20)) };
    const { at, post, courier, spend, spent, add, poll, articles } = await open(feeds, whole(items('courier', 5)));
    await spend({ bytes: max - 1_000 });
    await poll('/a.xml');
    // Stored articles are kept, and the catalogue has no quota.
    expect(articles('a')).toBe(20);
    await add('/b.xml');
    courier.feed('/world.xml', whole(items('courier', 8)));
    await at.to(0, '23:59');
    expect([post.count('/a.xml'), post.count('/b.xml'), articles('courier')]).toEqual([1, 0, 8]);
    expect((await spent()).bytes).toBe(max);
    expect(await at.say('feeds list')).toMatch(/50 of 50 MB · more/);
    await at.to(1, '06:00');
    expect([articles('b'), post.count('/b.xml')]).toEqual([20, 1]);
    expect((await spent()).bytes).toBeLessThan(100_000);
  });

  test('including answers that are too large or bring nothing new', async () => {
    const { at, post, spent, poll } = await open({ '/b.xml': whole(items('b', 20)) });
    post.put('/a.xml', { headers, body: 'x'.repeat(6 * 1024 * 1024) });
    await poll('/a.xml');
    const first = (await spent()).bytes;
    expect(first).toBeGreaterThan(5 * 1024 * 1024);
    await poll('/b.xml');
    const second = (await spent()).bytes;
    await at.to(0, '16:00');
    expect(post.count('/b.xml')).toBeGreaterThan(1);
    expect(second).toBeGreaterThan(first);
    expect((await spent()).bytes).toBeGreaterThanOrEqual(second + (second - first));
  });

  test('and so do their pages', async () => {
    const { at, post, spend, poll } = await open({ '/a.xml': items('a', 3) });
    for (const n of [0, 1, 2]) post.page(`/a/${n}`, ['x'.repeat(200_000)]);
    await spend({ bytes: max - 300_000 });
    await poll('/a.xml');
    expect(pagesOf(post, 'a')).toBe(2);
    await at.to(1, '00:01');
    expect(pagesOf(post, 'a')).toBe(3);
  });
});

describe('own feeds of a server cause 500 requests a day beside polls and pages', () => {
  const { requests: max } = quotasOfDay;
  const listed = ({ origin }: Site, from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ url: `${origin}/fresh-${from + n}.xml`, folders: [] }));

  test('and after that look nothing up, and the answer says when they can again', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `/${n}.xml`);
    const { at, post, spend, spent } = await open(Object.fromEntries(names.map((path) => [path, items('f', 1)])));
    const links = names.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`);
    post.page('/', ['Hello.'], { head: links.join('') });
    await spend({ requests: max - 20 });
    const lookUp = (path = '', serverId = at.serverId) => at.ask.lookUpFeed(serverId, post.origin + path);
    const ofSite = () => post.asked.filter(({ path }) => /^\/(?:\d\.xml)?$/.test(path)).length;
    expect(await lookUp()).toMatchObject({ kind: 'choices' });
    expect([ofSite(), (await spent()).requests]).toEqual([9, max - 11]);
    for (const _ of [2, 3]) await lookUp();
    expect([ofSite(), (await spent()).requests]).toEqual([20, max]);
    const again = `<t:${(firstDay + day) / 1_000}:R>`;
    const said = await at.say('feeds add', { url: post.origin });
    expect(said).toMatch(new RegExp(`used up .* try again ${again}\\.$`));
    // Another server has its own.
    const other = at.server.setup.addGuild({ name: 'Other' }).id;
    expect(await lookUp('/1.xml', other)).toMatchObject({ kind: 'feed' });
    await at.to(1, '00:01');
    expect(await lookUp('/1.xml')).toMatchObject({ kind: 'feed' });
  });

  test("nor after the day's bytes are used up, which include look-ups", async () => {
    const { at, post, spend } = await open();
    post.put('/large', { body: 'x'.repeat(4 * 1024 * 1024) });
    await spend({ bytes: quotasOfDay.bytes - 5 * 1024 * 1024 });
    const lookUp = () => at.ask.lookUpFeed(at.serverId, `${post.origin}/large`);
    expect(await lookUp()).toMatchObject({ kind: 'failed', code: 'no-feed' });
    for (const _ of [2, 3]) await expect(lookUp()).rejects.toMatchObject({ code: 'requests-spent' });
    expect(post.count('/large')).toBe(2);
  });

  test('including the first poll of each feed new to Lede, even if a list comes and goes', async () => {
    const { at, post, spend, add } = await open();
    const { ask, change } = at;
    post.put('/fresh-0.xml', { status: 410 });
    await spend({ requests: max - 70 });
    const removeAll = async () => {
      for (const { id } of await ask.feeds(at.serverId)) await change.removeFeed(at.by, id);
    };
    expect((await change.importFeeds(at.by, listed(post, 0, 50), undefined)).added).toHaveLength(50);
    await at.drain();
    await removeAll();
    // Those that Lede polls already cost nothing, but one that was gone does.
    expect((await change.importFeeds(at.by, listed(post, 0, 50), undefined)).added).toHaveLength(50);
    await removeAll();
    const { added, refused } = await change.importFeeds(at.by, listed(post, 50, 50), undefined);
    expect([added.length, refused.length, refused[0]?.code]).toEqual([19, 31, 'requests-spent']);
    await at.drain();
    expect(post.asked.filter(({ path }) => path.startsWith('/fresh-'))).toHaveLength(69);
    await expect(add('/fresh-99.xml')).rejects.toMatchObject({ code: 'requests-spent' });
    expect(at.rows('select 1 from feeds where catalogue = 0')).toHaveLength(69);
  });

  test('and the licences and tdmrep.json of their pages’ hosts, which are requested once', async () => {
    const { at, post, courier, spend, spent, poll } = await open({ '/a.xml': items('a', 5) }, []);
    for (const site of [post, courier]) site.put('/robots.txt', { body: `License: ${site.origin}/licence.xml` });
    courier.feed('/world.xml', items('courier', 5));
    await poll('/a.xml');
    const asked = ['/licence.xml', '/.well-known/tdmrep.json'];
    for (const site of [post, courier]) expect(asked.map((path) => site.count(path))).toEqual([1, 1]);
    // The feed itself, and both files of its host.
    expect((await spent()).requests).toBe(3);
    await spend({ requests: max });
    post.feed('/a.xml', items('a', 10));
    courier.feed('/world.xml', items('courier', 10));
    await at.to(0, '12:00');
    expect([pagesOf(post, 'a'), pagesOf(courier, 'courier')]).toEqual([5, 10]);
  });
});

test('documents of own feeds count unpacked if something is stored, else as received', async () => {
  const { at, post, spent, poll } = await open();
  const [ferry] = events.ferry;
  const bytesOf = async () => (await spent()).bytes;
  const packed = (type: string, body: string) => ({
    headers: { 'content-type': type, 'content-encoding': 'gzip' },
    body: gzipSync(body),
  });
  const long = { title: 'Long', link: '/long', at: morning, html: `<p>${'word '.repeat(400_000)}</p>` };
  const list = (...listed: Item[]) =>
    post.put('/a.xml', packed('application/rss+xml', rss(post.origin, [long, ...listed])));
  list();
  await poll('/a.xml');
  const first = await bytesOf();
  expect(first).toBeGreaterThan(2_000_000);
  long.html += '<p>An edit.</p>';
  list();
  await at.to(0, '12:00');
  expect(post.count('/a.xml')).toBeGreaterThan(1);
  const second = await bytesOf();
  expect(second).toBeLessThan(first + 100_000);
  const article = `<article><h1>${ferry.title}</h1>${htmlOf(ferry.paragraphs)}</article>`;
  const page = `<html lang="en"><title>${ferry.title}</title>${article}<!--${' '.repeat(1_000_000)}--></html>`;
  post.put('/ferry', packed('text/html', page));
  list(teaser(ferry, '/ferry', morning + 7 * hour, 60));
  await at.to(0, '20:00');
  expect(post.count('/ferry')).toBe(1);
  // The feed once more, which brings an article, and its page.
  expect(await bytesOf()).toBeGreaterThan(second + 3_000_000);
});

test('pages that are read a second time leave half of a server’s pages to its new articles', async () => {
  const [[ferry], [water]] = [events.ferry, events.water];
  const [first, second] = [teaser(ferry, '/ferry', morning, 60), teaser(water, '/water', morning, 60)];
  const { at, post, spend, poll } = await open({ '/own.xml': [first] });
  post.page('/ferry', ferry.paragraphs);
  post.page('/water', water.paragraphs);
  const { topic } = await poll('/own.xml');
  await at.change.subscribe(at.by, at.channelId, [topic.id]);
  await at.to(0, '08:00');
  const asked = () => [first, second].map(({ link }) => post.count(link));
  expect([at.posted().length, ...asked()]).toEqual([1, 1, 0]);
  await at.to(1, '00:10');
  await spend({ pages: quotasOfDay.pages / 2 }, at.now);
  post.feed('/own.xml', [first, { ...second, at: at.now }]);
  await at.to(1, '06:00');
  expect(asked()).toEqual([1, 1]);
  await at.to(2, '06:00');
  expect(asked()[0]).toBe(2);
});

test('frequent polls of feeds that a rule wants at once slow down before they use up the server’s bytes', async () => {
  const { at, post, spend, poll } = await open({ '/a.xml': whole(items('a', 1)) });
  await poll('/a.xml');
  await at.change.setAlert(at.by, at.channelId, { voices: 1 });
  const pollsIn = async (ms: number) => {
    const before = post.count('/a.xml');
    for (const end = at.now + ms; at.now < end; ) await at.skip(minute);
    return post.count('/a.xml') - before;
  };
  await at.skip(6 * minute);
  expect(await pollsIn(hour)).toBeGreaterThanOrEqual(12);
  // Three times as much as until this hour of an even day.
  await spend({ bytes: quotasOfDay.bytes * 0.8 });
  const slower = await pollsIn(2 * hour);
  expect(slower).toBeGreaterThanOrEqual(6);
  expect(slower).toBeLessThanOrEqual(12);
});
