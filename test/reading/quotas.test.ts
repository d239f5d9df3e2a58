import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dayOf, quotasOfDay } from '../../src/reading/quotas.ts';
import type { Spent } from '../../src/storage/records/reading/quotas.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Item, rss, type Site } from '../desk/newsstand.ts';

const morning = firstDay + 5 * hour;

/** Full articles that have nothing in common. */
const items = (name: string, count: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, at) => {
    const number = from + at;
    return {
      title: `${name}${number} lot${number}`,
      link: `/${name}/${number}`,
      at: morning,
      html: `<p>x${number}</p>`,
    };
  });

/** The items with full texts, so that no page is requested. */
const whole = (given: readonly Item[]) =>
  given.map((one) => ({ ...one, html: `<p>${`w${one.link} `.repeat(60)}</p>` }));

/** Records usage as if the server's own feeds had brought this much earlier on the first day. */
const spend = (at: TestDesk, spent: Partial<Spent>) =>
  at.app.storage.records.quotas.spend([at.serverId], dayOf(firstDay), spent);

const addFeed = (at: TestDesk, site: Site | undefined, path: string, by = at.by) =>
  at.change.addFeed(by, { url: `${site?.origin}${path}`, title: path, items: [] }, undefined);

const articlesOf = (at: TestDesk, path: string) =>
  at.rows<{ n: number }>('select count(*) as n from articles where url like ?', `%/${path}/%`)[0]?.n;

test('own feeds of a server bring 2,000 articles a day, and the rest the next day, as /feeds list shows', async () => {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier'],
    before: ([post, courier]) => {
      post?.feed('/a.xml', whole(items('a', 50)));
      post?.put('/b.xml', () => ({
        headers: { 'content-type': 'application/rss+xml', etag: '"b"' },
        body: rss(post.origin, whole(items('b', 90))),
      }));
      post?.feed('/c.xml', whole(items('c', 10)));
      courier?.feed('/world.xml', whole(items('courier', 5)));
    },
  });
  const [post] = at.sites;
  await spend(at, { articles: 1_900 });
  await addFeed(at, post, '/a.xml');
  await at.drain();
  await addFeed(at, post, '/b.xml');
  await at.drain();
  await addFeed(at, post, '/c.xml');
  await at.drain();
  expect([articlesOf(at, 'a'), articlesOf(at, 'b'), articlesOf(at, 'c')]).toEqual([50, 50, 0]);
  // Lede does not request what it could not store, and the catalogue's feeds go on.
  expect([post?.count('/b.xml'), post?.count('/c.xml')]).toEqual([1, 0]);
  at.sites[1]?.feed('/world.xml', whole(items('courier', 8)));
  await at.to(0, '12:00');
  expect(articlesOf(at, 'courier')).toBe(8);
  expect([articlesOf(at, 'b'), post?.count('/b.xml'), post?.count('/c.xml')]).toEqual([50, 1, 0]);
  const { spent, max, nextAt } = await at.ask.feedQuota(at.serverId);
  expect([spent.articles, max.articles, nextAt]).toEqual([2_000, 2_000, firstDay + day]);
  await at.to(1, '06:00');
  expect([articlesOf(at, 'b'), articlesOf(at, 'c')]).toEqual([90, 10]);
  expect((await at.ask.feedQuota(at.serverId)).spent).toMatchObject({ articles: 50, pages: 0 });
});

test('a feed of two servers counts for both, and is read while one of them has something left', async () => {
  const at = await openDesk({
    sites: ['Harbour Post'],
    before: ([post]) => {
      post?.feed('/b.xml', whole(items('b', 30)));
    },
  });
  const [post] = at.sites;
  const other = { ...at.by, serverId: at.server.setup.addGuild({ name: 'Other' }).id };
  await spend(at, { articles: 2_000 });
  await addFeed(at, post, '/b.xml');
  await at.drain();
  expect(articlesOf(at, 'b')).toBe(0);
  await addFeed(at, post, '/b.xml', other);
  await at.drain();
  expect(articlesOf(at, 'b')).toBe(30);
  const spentOf = async (serverId: string) => (await at.ask.feedQuota(serverId)).spent.articles;
  expect([await spentOf(at.serverId), await spentOf(other.serverId)]).toEqual([2_000, 30]);
});

test('a feed that its server removes during the poll adds nothing, because it would count against no quota', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.put('/a.xml', async () => {
    const [feed] = await at.ask.feeds(at.serverId);
    if (post.count('/a.xml') === 1 && feed) await at.change.removeFeed(at.by, feed.id);
    return { headers: { 'content-type': 'application/rss+xml' }, body: rss(post.origin, whole(items('a', 30))) };
  });
  await addFeed(at, post, '/a.xml');
  await at.drain();
  expect([articlesOf(at, 'a'), post?.count('/a.xml')]).toEqual([0, 1]);
  await addFeed(at, post, '/a.xml');
  await at.drain();
  expect(articlesOf(at, 'a')).toBe(30);
  expect((await at.ask.feedQuota(at.serverId)).spent.articles).toBe(30);
});

test('own feeds of a server have 300 pages fetched a day, and no more though a feed is removed', async () => {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier'],
    before: ([post, courier]) => {
      post?.feed('/a.xml', items('a', 40));
      courier?.feed('/world.xml', items('courier', 20));
    },
  });
  const [post, courier] = at.sites;
  await spend(at, { pages: 280 });
  const feed = await addFeed(at, post, '/a.xml');
  await at.drain();
  const fetched = (site: Site | undefined, name: string) =>
    site?.asked.filter(({ path }) => path.startsWith(`/${name}/`)).length;
  expect([fetched(post, 'a'), fetched(courier, 'courier')]).toEqual([20, 20]);
  expect((await at.ask.feedQuota(at.serverId)).spent.pages).toBe(300);
  await at.change.removeFeed(at.by, feed.id);
  await at.to(1, '06:00');
  expect(fetched(post, 'a')).toBe(20);
  await addFeed(at, post, '/a.xml');
  await at.to(2, '06:00');
  expect(fetched(post, 'a')).toBe(40);
});

describe('own feeds of a server have 50 MB a day', () => {
  const { bytes: max } = quotasOfDay;
  const bytesOf = async (at: TestDesk) => (await at.ask.feedQuota(at.serverId)).spent.bytes;

  test('and after that are not requested until the next day, as /feeds list shows', async () => {
    const at = await openDesk({
      sites: ['Harbour Post', 'Courier'],
      before: ([post, courier]) => {
        post?.feed('/a.xml', whole(items('a', 20)));
        post?.feed('/b.xml', whole(items('b', 20)));
        courier?.feed('/world.xml', whole(items('courier', 5)));
      },
    });
    const [post, courier] = at.sites;
    await spend(at, { bytes: max - 1_000 });
    await addFeed(at, post, '/a.xml');
    await at.drain();
    // Stored articles are kept, and the catalogue has no quota.
    expect(articlesOf(at, 'a')).toBe(20);
    await addFeed(at, post, '/b.xml');
    courier?.feed('/world.xml', whole(items('courier', 8)));
    await at.to(0, '23:59');
    expect([post?.count('/a.xml'), post?.count('/b.xml'), articlesOf(at, 'courier')]).toEqual([1, 0, 8]);
    expect(await bytesOf(at)).toBe(max);
    expect(await at.say('feeds list')).toMatch(/50 of 50 MB · more/);
    await at.to(1, '06:00');
    expect([articlesOf(at, 'b'), post?.count('/b.xml')]).toEqual([20, 1]);
    expect(await bytesOf(at)).toBeLessThan(100_000);
  });

  test('including answers that are too large or bring nothing new', async () => {
    const at = await openDesk({ sites: ['Harbour Post'] });
    const [post] = at.sites;
    const headers = { 'content-type': 'application/rss+xml' };
    post?.put('/a.xml', { headers, body: 'x'.repeat(6 * 1024 * 1024) });
    post?.feed('/b.xml', whole(items('b', 20)));
    await addFeed(at, post, '/a.xml');
    await at.drain();
    const first = await bytesOf(at);
    expect(first).toBeGreaterThan(5 * 1024 * 1024);
    await addFeed(at, post, '/b.xml');
    await at.drain();
    const second = await bytesOf(at);
    await at.to(0, '16:00');
    expect(post?.count('/b.xml')).toBeGreaterThan(1);
    expect(second).toBeGreaterThan(first);
    expect(await bytesOf(at)).toBeGreaterThanOrEqual(second + (second - first));
  });

  test('and so do their pages', async () => {
    const at = await openDesk({ sites: ['Harbour Post'], before: ([post]) => post?.feed('/a.xml', items('a', 3)) });
    const [post] = at.sites;
    for (const n of [0, 1, 2]) post?.page(`/a/${n}`, ['x'.repeat(200_000)]);
    await spend(at, { bytes: max - 300_000 });
    await addFeed(at, post, '/a.xml');
    await at.drain();
    expect(post?.asked.filter(({ path }) => path.startsWith('/a/'))).toHaveLength(2);
    await at.to(1, '00:01');
    expect(post?.asked.filter(({ path }) => path.startsWith('/a/'))).toHaveLength(3);
  });
});

describe('own feeds of a server cause 500 requests a day beside polls and pages', () => {
  const { requests: max } = quotasOfDay;
  const requestsOf = async (at: TestDesk) => (await at.ask.feedQuota(at.serverId)).spent.requests;
  const listed = (site: Site | undefined, from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ url: `${site?.origin}/fresh-${from + n}.xml`, folders: [] }));

  test('and after that look nothing up, and the answer says when they can again', async () => {
    const at = await openDesk({ sites: ['Harbour Post'] });
    const [post] = at.sites;
    const links = Array.from(
      { length: 8 },
      (_, n) => `<link rel="alternate" type="application/rss+xml" href="/${n}.xml">`,
    );
    post?.page('/', ['Hello.'], { head: links.join('') });
    for (let n = 0; n < 8; n += 1) post?.feed(`/${n}.xml`, items(`f${n}`, 1));
    await spend(at, { requests: max - 20 });
    const ofSite = () => post?.asked.filter(({ path }) => /^\/(?:\d\.xml)?$/.test(path)).length;
    expect(await at.ask.lookUpFeed(at.serverId, `${post?.origin}`)).toMatchObject({ kind: 'choices' });
    expect([ofSite(), await requestsOf(at)]).toEqual([9, max - 11]);
    await at.ask.lookUpFeed(at.serverId, `${post?.origin}`);
    await at.ask.lookUpFeed(at.serverId, `${post?.origin}`);
    expect([ofSite(), await requestsOf(at)]).toEqual([20, max]);
    const again = `<t:${(firstDay + day) / 1_000}:R>`;
    expect(await at.say('feeds add', { url: `${post?.origin}` })).toMatch(
      new RegExp(`used up .* try again ${again}\\.$`),
    );
    // Another server has its own.
    const other = at.server.setup.addGuild({ name: 'Other' }).id;
    expect(await at.ask.lookUpFeed(other, `${post?.origin}/1.xml`)).toMatchObject({ kind: 'feed' });
    await at.to(1, '00:01');
    expect(await at.ask.lookUpFeed(at.serverId, `${post?.origin}/1.xml`)).toMatchObject({
      kind: 'feed',
    });
  });

  test("nor after the day's bytes are used up, which include look-ups", async () => {
    const at = await openDesk({ sites: ['Harbour Post'] });
    const [post] = at.sites;
    post?.put('/large', { body: 'x'.repeat(4 * 1024 * 1024) });
    await spend(at, { bytes: quotasOfDay.bytes - 5 * 1024 * 1024 });
    const lookUp = () => at.ask.lookUpFeed(at.serverId, `${post?.origin}/large`);
    expect(await lookUp()).toMatchObject({ kind: 'failed', code: 'no-feed' });
    for (const _ of [2, 3]) await expect(lookUp()).rejects.toMatchObject({ code: 'requests-spent' });
    expect(post?.count('/large')).toBe(2);
  });

  test('including the first poll of each feed new to Lede, even if a list comes and goes', async () => {
    const at = await openDesk({ sites: ['Harbour Post'] });
    const { ask, change } = at;
    const [post] = at.sites;
    post?.put('/fresh-0.xml', { status: 410 });
    await spend(at, { requests: max - 70 });
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
    expect(post?.asked.filter(({ path }) => path.startsWith('/fresh-'))).toHaveLength(69);
    await expect(addFeed(at, post, '/fresh-99.xml')).rejects.toMatchObject({ code: 'requests-spent' });
    expect(at.rows('select 1 from feeds where catalogue = 0')).toHaveLength(69);
  });

  test('and the licences and tdmrep.json of their pages’ hosts, which are requested once', async () => {
    const at = await openDesk({
      sites: ['Harbour Post', 'Courier'],
      before: ([post, courier]) => {
        for (const site of [post, courier]) site?.put('/robots.txt', { body: `License: ${site.origin}/licence.xml` });
        post?.feed('/a.xml', items('a', 5));
        courier?.feed('/world.xml', items('courier', 5));
      },
    });
    const [post, courier] = at.sites;
    await addFeed(at, post, '/a.xml');
    await at.drain();
    const asked = ['/licence.xml', '/.well-known/tdmrep.json'];
    for (const site of [post, courier]) expect(asked.map((path) => site?.count(path))).toEqual([1, 1]);
    // The feed itself, and both files of its host.
    expect(await requestsOf(at)).toBe(3);
    await spend(at, { requests: max });
    post?.feed('/a.xml', items('a', 10));
    courier?.feed('/world.xml', items('courier', 10));
    await at.to(0, '12:00');
    const pages = (site: Site | undefined) => site?.asked.filter(({ path }) => /^\/\w+\/\d+$/.test(path)).length;
    expect([pages(post), pages(courier)]).toEqual([5, 10]);
  });
});

test('documents of own feeds count unpacked if something is stored, else as received', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  const [ferry] = events.ferry;
  const bytesOf = async () => (await at.ask.feedQuota(at.serverId)).spent.bytes;
  const packed = (type: string, body: string) => ({
    headers: { 'content-type': type, 'content-encoding': 'gzip' },
    body: gzipSync(body),
  });
  const long = { title: 'Long', link: '/long', at: morning, html: `<p>${'word '.repeat(400_000)}</p>` };
  const list = (...listed: Item[]) =>
    post?.put('/a.xml', packed('application/rss+xml', rss(post.origin, [long, ...listed])));
  list();
  await addFeed(at, post, '/a.xml');
  await at.drain();
  const first = await bytesOf();
  expect(first).toBeGreaterThan(2_000_000);
  long.html += '<p>An edit.</p>';
  list();
  await at.to(0, '12:00');
  expect(post?.count('/a.xml')).toBeGreaterThan(1);
  const second = await bytesOf();
  expect(second).toBeLessThan(first + 100_000);
  const article = `<article><h1>${ferry.title}</h1>${htmlOf(ferry.paragraphs)}</article>`;
  const page = `<html lang="en"><title>${ferry.title}</title>${article}<!--${' '.repeat(1_000_000)}--></html>`;
  post?.put('/ferry', packed('text/html', page));
  list({ title: ferry.title, link: '/ferry', at: morning + 7 * hour, html: `${ferry.paragraphs[0]?.slice(0, 60)}…` });
  await at.to(0, '20:00');
  expect(post?.count('/ferry')).toBe(1);
  // The feed once more, which brings an article, and its page.
  expect(await bytesOf()).toBeGreaterThan(second + 3_000_000);
});

test('pages that are read a second time leave half of a server’s pages to its new articles', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  const [ferry] = events.ferry;
  const [water] = events.water;
  const teaser = ({ title, paragraphs }: { title: string; paragraphs: readonly string[] }, link: string) =>
    itemOf({ title, paragraphs: [`${paragraphs[0]?.slice(0, 60)}…`] }, link, morning);
  const [first, second] = [teaser(ferry, '/ferry'), teaser(water, '/water')];
  post?.page('/ferry', ferry.paragraphs);
  post?.page('/water', water.paragraphs);
  post?.feed('/own.xml', [first]);
  const { topic } = await addFeed(at, post, '/own.xml');
  await at.change.subscribe(at.by, at.channelId, [topic.id]);
  await at.drain();
  await at.to(0, '08:00');
  const asked = () => [first, second].map(({ link }) => post?.count(link));
  expect([at.posted().length, ...asked()]).toEqual([1, 1, 0]);
  await at.to(1, '00:10');
  await at.app.storage.records.quotas.spend([at.serverId], dayOf(at.now), { pages: quotasOfDay.pages / 2 });
  post?.feed('/own.xml', [first, { ...second, at: at.now }]);
  await at.to(1, '06:00');
  expect(asked()).toEqual([1, 1]);
  await at.to(2, '06:00');
  expect(asked()[0]).toBe(2);
});

test('frequent polls of feeds that a rule wants at once slow down before they use up the server’s bytes', async () => {
  const at = await openDesk({ before: ([post]) => post?.feed('/a.xml', whole(items('a', 1))) });
  const [post] = at.sites;
  await addFeed(at, post, '/a.xml');
  await at.drain();
  await at.change.setAlert(at.by, at.channelId, { voices: 1 });
  const pollsIn = async (ms: number) => {
    const before = post?.count('/a.xml') ?? 0;
    for (const end = at.now + ms; at.now < end; ) await at.skip(minute);
    return (post?.count('/a.xml') ?? 0) - before;
  };
  await at.skip(6 * minute);
  expect(await pollsIn(hour)).toBeGreaterThanOrEqual(12);
  // Three times as much as until this hour of an even day.
  await spend(at, { bytes: quotasOfDay.bytes * 0.8 });
  const slower = await pollsIn(2 * hour);
  expect(slower).toBeGreaterThanOrEqual(6);
  expect(slower).toBeLessThanOrEqual(12);
});
