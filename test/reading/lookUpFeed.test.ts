import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookUpFeed } from '../../src/reading/lookUpFeed.ts';
import { createFetcher, type Fetcher } from '../../src/web/fetch.ts';
import { createHostQueue } from '../../src/web/hosts.ts';
import { firstDay, hour } from '../desk/desk.ts';
import { openNewsstand, rss, type Site } from '../desk/newsstand.ts';
import { testPool as pool } from './pool/testPool.ts';

let close: () => Promise<void>;
let site: Site;
let fetcher: Fetcher;

beforeEach(async () => {
  const stand = await openNewsstand(['Harbour Post']);
  close = stand.close;
  [site] = stand.sites as [Site];
  const hosts = createHostQueue({ hostSpacingMs: 0 });
  fetcher = createFetcher({ userAgent: 'test', privateOrigins: [site.host], hosts });
});
afterEach(async () => {
  await fetcher.close();
  await close();
});

const lookUp = (path = '/', budgetMs?: number) => lookUpFeed({ fetcher, pool, budgetMs }, site.origin + path);
const paths = () => site.asked.map(({ path }) => path);
const never = () => new Promise<never>(() => undefined);
const links = (...feeds: [href: string, title: string][]) =>
  feeds.map(([href, title]) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`);
const items = (...titles: string[]) => titles.map((title, index) => ({ title, link: `/${index}` }));
const headers = { 'content-type': 'application/rss+xml' };
const feed = (path: string, title: string, ...titles: string[]) =>
  site.put(path, { headers, body: rss(site.origin, items(...titles), title) });

test('a site’s feeds are shown with their newest titles, under distinct names', async () => {
  const named = links(['/news', 'News'], ['/sport', 'Sport'], ['/gone', 'Gone'], ['/notes', 'Notes']);
  site.page('/', ['Hello.'], { head: named.join('') });
  const dated = items('Moose on the line', 'Ferry crews walk out').map((one, n) => ({
    ...one,
    at: firstDay + n * hour,
  }));
  site.put('/news', { body: rss(site.origin, dated, 'Harbour Post') });
  feed('/sport', 'Harbour Post', 'Ilves draws');
  feed('/notes', 'Notes of the harbour');
  const found = await lookUp();
  expect(found).toMatchObject({ kind: 'choices', feeds: { length: 3 } });
  const feeds = found.kind === 'choices' ? found.feeds : [];
  expect(feeds.map(({ url, title, preview }) => [url, title, preview?.items.map((item) => item.title)])).toEqual([
    [`${site.origin}/news`, 'News', ['Ferry crews walk out', 'Moose on the line']],
    [`${site.origin}/sport`, 'Sport', ['Ilves draws']],
    [`${site.origin}/notes`, 'Notes of the harbour', []],
  ]);
});

test('of many feeds eight are read, the others are listed', async () => {
  const many = Array.from({ length: 30 }, (_, n): [string, string] => [`/feed-${n}`, `Feed ${n}`]);
  site.page('/', ['Hello.'], { head: links(...many).join('') });
  for (const [path, title] of many) feed(path, title, 'x'.repeat(5_000));
  const found = await lookUp();
  const feeds = found.kind === 'choices' ? found.feeds : [];
  expect(feeds).toHaveLength(25);
  expect(feeds.filter(({ preview }) => preview !== undefined)).toHaveLength(8);
  expect(feeds[0]?.preview?.items[0]?.title).toHaveLength(300);
  expect(site.asked).toHaveLength(9);
});

test('the page and all its feeds share one time budget, and a feed still waiting at its end is never requested', async () => {
  const slow = links(...Array.from({ length: 5 }, (_, n): [string, string] => [`/feed-${n}`, `Feed ${n}`]));
  site.page('/', ['Hello.'], { head: slow.join('') });
  feed('/feed-0', 'Feed 0', 'Ferry crews walk out');
  // Each one alone would answer in time.
  for (let n = 1; n < 5; n += 1) {
    const late = { headers, body: rss(site.origin, [], `Feed ${n}`) };
    site.put(`/feed-${n}`, () => new Promise((resolve) => setTimeout(() => resolve(late), 200)));
  }
  await lookUp('/feed-0'); // loads the worker's parsers
  const asked = site.asked.length;
  const found = await lookUp('/', 300);
  const feeds = found.kind === 'choices' ? found.feeds : [];
  expect(feeds.map(({ title }) => title)).toEqual(['Feed 0', 'Feed 1', 'Feed 2', 'Feed 3', 'Feed 4']);
  expect(feeds.filter(({ preview }) => preview !== undefined).length).toBeLessThan(3);
  await fetcher.close();
  expect(site.asked.length - asked).toBeLessThanOrEqual(4);
});

test('a site whose links only look like feeds is treated as one that names none', async () => {
  site.page('/', ['Hello.'], { head: '<a href="/rss/about">About our feeds</a>' });
  feed('/rss.xml', 'Harbour Post', 'Ferry crews walk out');
  expect(await lookUp()).toMatchObject({ kind: 'feed', preview: { title: 'Harbour Post' } });
});

test('at a site that links to no feed, three addresses are tried until one has a feed', async () => {
  site.page('/blog/', ['Hello.']);
  expect(await lookUp('/blog/')).toMatchObject({ kind: 'failed', code: 'no-feed' });
  expect(paths()).toEqual(['/blog/', '/blog/feed', '/feed', '/rss.xml']);
  feed('/feed', 'The blog', 'Hello');
  site.asked.length = 0;
  expect(await lookUp('/blog/')).toMatchObject({ kind: 'feed', preview: { title: 'The blog' } });
  expect(paths()).toEqual(['/blog/', '/blog/feed', '/feed']);
});

test('a page that hangs, is too large, is not there, or leads to a private address is refused with its reason', async () => {
  site.put('/hangs', never);
  site.put('/large', { body: Buffer.alloc(6 * 1024 * 1024, '<a href=/feed>') });
  site.put('/inside', { status: 302, headers: { location: 'http://127.0.0.1:1/' } });
  expect(await lookUp('/hangs', 100)).toMatchObject({ kind: 'failed', code: 'timeout', host: site.host });
  expect(await lookUp('/large')).toMatchObject({ kind: 'failed', code: 'too-large', host: '127.0.0.1' });
  expect(await lookUp('/nowhere')).toMatchObject({ kind: 'failed', code: 'http-404', host: '127.0.0.1' });
  expect(await lookUp('/inside')).toMatchObject({ kind: 'failed', code: 'private-address' });
});

test('feeds of a page that lead to a private address are left out', async () => {
  const named = links(['/inside', 'Inside'], ['http://169.254.169.254/feed', 'Metadata'], ['/news', 'News']);
  site.page('/', ['Hello.'], { head: named.join('') });
  site.put('/inside', { status: 302, headers: { location: 'http://127.0.0.1:1/' } });
  feed('/news', 'News', 'Ferry crews walk out');
  expect(await lookUp()).toMatchObject({ kind: 'feed', preview: { url: `${site.origin}/news` } });
});
