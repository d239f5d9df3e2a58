import { describe, expect, test } from 'vitest';
import { hour, minute } from '../desk/desk.ts';
import { rss } from '../desk/newsstand.ts';
import { openPost } from './onePost.ts';
import { council, openPolitePost, type PoliteDesk, soon } from './politePress.ts';

/** Opens a desk with two outlets; the first one's feed lists teasers that link to pages. */
async function open(...links: string[]) {
  const desk = await openPolitePost('Courier');
  const teasers = links.map((link, n) => soon(desk.at, link, n, `Teaser ${n}`));
  desk.post.feed('/world.xml', teasers);
  return desk;
}

const moved = (location: string, status = 302) => ({ status, headers: { location } });
const closed = { body: 'User-agent: *\nDisallow: /closed' };

async function texts(at: PoliteDesk): Promise<string[]> {
  const { records } = at.reading.storage;
  const listed = await records.forgotten.articles('', 100);
  const articles = await records.articles.byIds(listed.map(({ id }) => id));
  return articles.filter(({ textFrom }) => textFrom === 'page').map(({ title }) => title);
}

test('where a page redirects to, the rules of the target apply', async () => {
  const { at, post, courier } = await open('/a', '/b', '/c');
  for (const site of at.sites) site.put('/robots.txt', closed);
  post.put('/a', moved('/closed/a'));
  post.put('/b', moved(`${courier.origin}/closed/b`));
  post.put('/c', moved(`${courier.origin}/open/c`));
  for (const site of at.sites) for (const path of ['/closed/a', '/closed/b', '/open/c']) site.page(path, council);
  await at.drain();
  expect(post.count('/closed/a') + courier.count('/closed/b')).toBe(0);
  expect(courier.count('/open/c')).toBe(1);
  expect(await texts(at)).toEqual(['Teaser 2']);
});

describe('a host that asks for rest', () => {
  test('gets it from pages and feeds, and no page loses an attempt', async () => {
    const paths = ['/a', '/b', '/c', '/d'];
    const { at, post } = await open(...paths);
    for (const path of paths) post.put(path, { status: 429, headers: { 'retry-after': '7200' } });
    await at.drain();
    const start = at.now;
    const rests = await at.reading.storage.records.hosts.resting(at.now);
    expect([...rests]).toEqual([[post.host, start + 2 * hour]]);
    const askedFor = () => post.asked.filter(({ path }) => !/^\/(?:robots\.txt|\.well-known\/)/.test(path)).length;
    const before = askedFor();
    expect(before).toBe(3);
    for (const path of paths) post.page(path, [`${path} ${council[0]}`, ...council]);
    for (let minutes = 0; minutes < 119; minutes += 7) {
      await at.drain();
      at.now += 7 * minute;
    }
    at.now = start + 2 * hour - 1000;
    await at.drain();
    await at.restart();
    await at.drain();
    expect(askedFor()).toBe(before);
    at.now += 1000;
    await at.drain();
    expect((await texts(at)).sort()).toEqual(['Teaser 0', 'Teaser 1', 'Teaser 2', 'Teaser 3']);
  });

  test('is not requested by feeds that redirect to it, and no other host is affected', async () => {
    const { at, post, courier } = await open();
    for (const path of ['/world.xml', '/tech.xml'])
      post.put(path, moved(`${courier.origin}${path.replace('.', '-of-post.')}`));
    for (const path of ['/world-of-post.xml', '/tech-of-post.xml', '/world.xml', '/tech.xml']) {
      courier.put(path, { status: 503, headers: { 'retry-after': '3600' } });
    }
    await at.drain();
    // Two hosts are asked concurrently, so each may be asked once before the refusal is known.
    expect(courier.asked.length).toBeLessThanOrEqual(2);
    const asked = courier.asked.length;
    const rests = await at.reading.storage.records.hosts.resting(at.now);
    expect(rests.get(courier.host)).toBe(at.now + hour);
    expect(rests.get(post.host)).toBeUndefined();
    at.now += hour - 1000;
    await at.drain();
    expect(courier.asked).toHaveLength(asked);
    at.now += 1000;
    await at.drain();
    expect(courier.asked.length).toBeGreaterThan(asked);
  });
});

describe('an outlet goes on being read by all, although a server’s own feed', () => {
  const week = 604_800;
  const turnsAway = { status: 503, headers: { 'retry-after': String(week) } };
  const search = '/search?q=%3Cscript%3E';

  /** Opens a desk whose third site is not in the catalogue; a server adds it. */
  async function openBlog() {
    const { at: desk, post, courier: blog } = await openPost({ sites: ['Harbour Post', 'Blog'] });
    post.feed('/world.xml', [{ title: 'First news of the day', link: '/a', at: desk.now }]);
    post.put(search, turnsAway);
    const add = async (path: string) => {
      blog.feed(path, [{ title: 'Mine', link: '/m', at: desk.now }]);
      await desk.change.addFeed(desk.by, { url: `${blog.origin}${path}`, title: path, items: [] }, 'world');
    };
    const hours = async (count: number) => {
      for (let passed = 0; passed < count; passed++) await desk.skip(hour);
    };
    /** How often the outlet's feed is read in eight hours. */
    const readInEight = async () => {
      const before = post.count('/world.xml');
      await hours(8);
      return post.count('/world.xml') - before;
    };
    return { desk, post, blog, add, hours, readInEight };
  }

  test('redirects to an address of the outlet that asks for a week of rest, during which no feed follows such a redirect', async () => {
    const { post, blog, add, hours, readInEight } = await openBlog();
    await add('/mine.xml');
    await add('/more.xml');
    await hours(1);
    for (const path of ['/mine.xml', '/more.xml']) blog.put(path, moved(`${post.origin}${search}`));
    await hours(6);
    expect(await readInEight()).toBeGreaterThan(4);
    // The host was asked once, for all of its feeds.
    expect(post.count(search)).toBe(1);
  });

  test('lists an address of the outlet that asks for a week of rest as an article', async () => {
    const { desk, post, blog, add, hours, readInEight } = await openBlog();
    await add('/mine.xml');
    await hours(1);
    const again = [search, `${search}2`].map((path) => ({
      title: path,
      link: post.origin + path,
      at: desk.now,
      html: 'Soon.',
    }));
    blog.feed('/mine.xml', again);
    post.put(`${search}2`, turnsAway);
    await hours(26);
    expect(await readInEight()).toBeGreaterThan(4);
    expect(post.count(search) + post.count(`${search}2`)).toBe(1);
  });

  test('is itself such an address of the outlet, imported with a list of feeds', async () => {
    const { desk, post, hours, readInEight } = await openBlog();
    post.put(`${search}2`, turnsAway);
    const listed = [search, `${search}2`].map((path) => ({ url: `${post.origin}${path}`, title: 'x', folders: [] }));
    await desk.change.importFeeds(desk.by, listed, 'world');
    await hours(1);
    expect(await readInEight()).toBeGreaterThan(4);
    // Each feed learned separately that the host asks for rest.
    expect([post.count(search), post.count(`${search}2`)]).toEqual([1, 1]);
  });
});

test('a page waits while robots.txt is unknown', async () => {
  const { at, post } = await open('/a');
  post.put('/robots.txt', () => {
    at.now += 20_000;
    return { status: 500 };
  });
  post.page('/a', council);
  await at.drain();
  at.now += 59 * minute;
  await at.drain();
  expect(post.count('/a')).toBe(0);
  expect(post.count('/robots.txt')).toBe(1);
  // The failure took 20 s, and the hour counts from its end.
  post.put('/robots.txt', closed);
  at.now += 6 * minute;
  await at.drain();
  expect(await texts(at)).toEqual(['Teaser 0']);
});

test('a feed that moved to the address of another one goes on sending its validators', async () => {
  const { at, post } = await open();
  const tag = '"v1"';
  const unconditional: string[] = [];
  post.put('/world.xml', moved('/tech.xml', 301));
  post.put('/tech.xml', () => {
    const { headers } = post.asked.at(-1) ?? {};
    if (headers?.['if-none-match'] === tag) return { status: 304, headers: { etag: tag } };
    unconditional.push('once');
    return { headers: { etag: tag }, body: rss(post.origin, [{ title: 'One', link: '/1', at: at.now }]) };
  });
  for (let polls = 0; polls < 8; polls++) {
    await at.drain();
    at.now += 31 * hour;
  }
  // Once for each of the two feeds.
  expect(unconditional).toHaveLength(2);
  expect(post.count('/world.xml')).toBe(8);
});
