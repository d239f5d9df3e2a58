import { describe, expect, test } from 'vitest';
import { hour } from '../desk/desk.ts';
import { rss } from '../desk/newsstand.ts';
import { expectPolite, openPolitePost, watchOutlets } from './politePress.ts';

const world = '/world.xml';
const words = 'The council met again on the plan for the harbour and put the vote off until the winter. '.repeat(8);
const item = (at: number) => ({ title: `News of ${at}`, link: `/a/${at}`, at, html: `<p>${words}</p>` });

test('outlets that watch for eight hours and ten restarts see no request too early, too many at once, or without its validators', async () => {
  const seen = await watchOutlets({ sites: 5, days: 1 / 3 });
  expectPolite(seen);
  expect(seen.repeats).toBeGreaterThan(60);
  expect(seen.mostAtOnceInAll).toBeGreaterThan(4);
  expect(seen.retryAfter.asked).toBeGreaterThan(1);
  expect(seen.notModified).toBeGreaterThan(0);
});

describe('a host that asks for rest', () => {
  test.for([
    ['in seconds', 429, () => '1234', 1234],
    ['by a date', 503, (now: number) => new Date(now + 4321_000).toUTCString(), 4321],
    ['without saying how long', 429, () => undefined, 4 * 3600],
  ] as const)('%s gets no request from any feed a second too early', async ([, status, retryAfter, seconds]) => {
    const { at, post: site } = await openPolitePost();
    const asked = retryAfter(at.now);
    const headers: Record<string, string> = asked === undefined ? {} : { 'retry-after': asked };
    for (const path of [world, '/tech.xml']) site.put(path, { status, headers });
    await at.drain();
    expect(site.asked).toHaveLength(1);
    at.now += seconds * 1000 - 1000;
    await at.drain();
    await at.restart();
    await at.drain();
    expect(site.asked).toHaveLength(1);
    at.now += 1000;
    await at.drain();
    expect(site.asked).toHaveLength(2);
  });
});

test('a feed behind a temporary redirect is requested conditionally, and read again when the target changes', async () => {
  const { at, post: site } = await openPolitePost();
  const [newer, older] = [at.now - hour, at.now - 24 * hour];
  /** Serves a feed with Last-Modified only, as small servers do. */
  const place = (path: string, listed: number) =>
    site.put(path, () => {
      const since = Date.parse(String(site.asked.at(-1)?.headers['if-modified-since']));
      if (since >= listed - 1000) return { status: 304 };
      return { headers: { 'last-modified': new Date(listed).toUTCString() }, body: rss(site.origin, [item(listed)]) };
    });
  place('/a.xml', newer);
  place('/b.xml', older);
  const lead = async (to: string) => {
    site.put(world, { status: 302, headers: { location: to } });
    at.now += 31 * hour;
    await at.drain();
  };
  for (const to of ['/a.xml', '/a.xml', '/b.xml', '/b.xml']) await lead(to);
  const conditional = (path: string) =>
    site.asked.filter((one) => one.path === path).map(({ headers }) => headers['if-modified-since'] !== undefined);
  expect(conditional('/a.xml')).toEqual([false, true]);
  expect(conditional('/b.xml')).toEqual([false, true]);
  expect(conditional(world)).toEqual([false, false, false, false]);
  expect(await at.reading.storage.records.articles.count()).toBe(2);
});

test('a busy feed that lists only its newest items is polled at their pace; items without dates count from when they were first seen', async () => {
  const { at, post: site } = await openPolitePost();
  const items = Array.from({ length: 20 }, (_, index) => item(at.now - index * 0.25 * hour));
  const undated = items.slice(0, 7).map((one) => ({ ...one, link: `${one.link}/undated`, at: undefined }));
  site.feed(world, items);
  site.feed('/tech.xml', undated);
  await at.drain();
  const due = async (path: string) => {
    const feed = await at.reading.storage.records.feeds.byUrl(site.origin + path);
    return ((feed?.nextDueAt ?? 0) - at.now) / hour;
  };
  expect(await due(world)).toBeGreaterThanOrEqual(0.25);
  expect(await due(world)).toBeLessThanOrEqual(0.32);
  // Seven items were first seen this week, which is one a day.
  expect(await due('/tech.xml')).toBeGreaterThanOrEqual(24);
  at.now += 8 * 24 * hour;
  site.feed('/tech.xml', [{ ...item(at.now), at: undefined }, ...undated]);
  await at.drain();
  const { polling } = (await at.reading.storage.records.feeds.byUrl(`${site.origin}/tech.xml`)) ?? {};
  expect(JSON.parse(polling ?? '{}')).toMatchObject({ itemsLastWeek: 1 });
});

test('robots.txt is requested once a day, even after restarts, and its rules are obeyed', async () => {
  const { at, post: site } = await openPolitePost();
  site.put('/robots.txt', { body: 'User-agent: *\nDisallow: /closed/' });
  let number = 0;
  site.put(world, () => {
    number++;
    const snippet = (link: string) => ({ title: `${link} ${number}`, link, at: at.now, html: '<p>A teaser.</p>' });
    // So many items that the feed is polled every few hours.
    const others = Array.from({ length: 50 }, (_, index) => item(at.now - index * hour));
    return { body: rss(site.origin, [snippet(`/open/${number}`), snippet(`/closed/${number}`), ...others]) };
  });
  for (let polls = 0; polls < 5; polls++) {
    await at.drain();
    await at.restart();
    at.now += 5 * hour;
  }
  await at.drain();
  expect(site.asked.filter(({ path }) => path.startsWith('/closed/'))).toEqual([]);
  expect(site.asked.filter(({ path }) => path.startsWith('/open/')).length).toBeGreaterThan(1);
  expect(site.count('/robots.txt')).toBe(2);
});

test('a request says who sends it, for how many, and what it accepts, and nothing else', async () => {
  const { at, post: site } = await openPolitePost();
  const { records } = at.reading.storage;
  for (const channel of ['a', 'b', 'c']) await records.channels.subscribe(channel, 's', ['world'], at.now);
  site.feed(world, [item(at.now)]);
  await at.drain();
  expect(site.count(world)).toBe(1);
  const headers = site.asked.find(({ path }) => path === world)?.headers ?? {};
  expect(headers['user-agent']).toMatch(/^Lede\/\S+ \(\+https:\/\/desk\.example\/contact; 3 subscribers\)$/);
  expect(headers.accept).toContain('application/rss+xml');
  expect(headers['accept-encoding']).toBe('gzip, br');
  expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
});
