import { expect, test } from 'vitest';
import { firstDay, hour, openDesk, type TestDesk } from '../desk/desk.ts';
import { type Item, rss, type Site } from '../desk/newsstand.ts';

const items = (name: string, count: number, cache: string): Item[] =>
  Array.from({ length: count }, (_, at) => ({
    title: `${name}${at} lot${at} ${cache}`,
    link: `/${name}/${at}`,
    at: firstDay + 5 * hour,
    html: `<p>${`${name}${at} word. `.repeat(60)}</p>`,
  }));

/** Publishes a feed that answers conditional requests with 304. */
const put = (site: Site | undefined, path: string, count: number, cache: string) =>
  site?.put(path, () => {
    const headers = { 'content-type': 'application/rss+xml', etag: `"${cache}"` };
    const isKnown = site.asked.at(-1)?.headers['if-none-match'] === headers.etag;
    return isKnown ? { status: 304 } : { headers, body: rss(site.origin, items(path.slice(1, 2), count, cache)) };
  });

const changedIn = (at: TestDesk, cache: string) =>
  at.rows<{ n: number }>('select count(*) as n from articles where title like ?', `% ${cache}`)[0]?.n;

test('if a feed changes all of its items, several polls store the changes, though each poll gets the same document', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], before: ([post]) => put(post, '/world.xml', 120, 'early') });
  const [post] = at.sites;
  await at.drain();
  put(post, '/world.xml', 120, 'late');
  const changed: unknown[] = [];
  for (let polls = 0; polls < 4; polls++) {
    await at.skip(hour);
    changed.push(changedIn(at, 'late'));
  }
  expect(changed).toEqual([50, 100, 120, 120]);
  expect(post?.asked.at(-1)?.headers['if-none-match']).toBe('"late"');
});

test('while the changes of many feeds are stored, other queries get their turn in between', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], news: [{}] });
  const [post] = at.sites;
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    put(post, `/${name}.xml`, 40, 'early');
    await at.change.addFeed(at.by, { url: `${post?.origin}/${name}.xml`, title: name, items: [] }, 'world');
  }
  await at.drain();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) put(post, `/${name}.xml`, 40, 'late');
  const seen = new Set<unknown>();
  let isOver = false;
  // Reads the database concurrently while the changes are stored.
  const asking = (async () => {
    for (; !isOver; await new Promise((resolve) => setImmediate(resolve))) seen.add(changedIn(at, 'late'));
  })();
  await at.skip(hour);
  isOver = true;
  await asking;
  expect(changedIn(at, 'late')).toBe(240);
  expect(seen.size).toBeGreaterThan(3);
});
