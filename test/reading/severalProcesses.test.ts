import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createReading, type ReadingSettings } from '../../src/reading/reading.ts';
import { firstDay, hour } from '../desk/desk.ts';
import { catalogueOf, openNewsstand, type Reply, rss, type Site } from '../desk/newsstand.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { catalogueWith } from './politePress.ts';
import { testPool } from './pool/testPool.ts';

const server = usePostgres();

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const paths = Array.from({ length: 9 }, (_, n) => `/feed-${n}.xml`);

/** Opens three reading halves of Lede on one database, as if in three processes. */
async function openThree(names: readonly string[], spacingMs = 0) {
  const { sites, ...stand } = await openNewsstand(names);
  const clock = { now: firstDay + 6 * hour };
  const settings: ReadingSettings = {
    databaseUrl: await server().create(),
    catalogue: catalogueWith(sites, paths),
    privateOrigins: sites.map((site) => site.host),
    hostSpacingMs: spacingMs,
  };
  const start = () => createReading(settings, () => clock.now, quiet, { pool: testPool });
  const readings = [await start(), await start(), await start()] as const;
  const admin = new pg.Pool({ connectionString: settings.databaseUrl, max: 1 });
  onTestFinished(async () => {
    for (const reading of readings) await reading.hangUp();
    for (const reading of readings) await reading.close();
    await admin.end();
    await stand.close();
  });
  const run = (number: number, name: 'poll' | 'pages') =>
    readings[number]?.loops.find((loop) => loop.name === name)?.run(clock.now) ?? Promise.resolve(0);
  const { records } = readings[0].storage;
  const claimed = async () => (await admin.query('select 1 from feeds where lease_until is not null')).rowCount ?? 0;
  const idsOf = async (query: string) => (await admin.query<{ id: string }>(query)).rows.map(({ id }) => id);
  /** Outlets do not answer until this is resolved. */
  let open = Promise.withResolvers<void>();
  return {
    sites,
    settings,
    clock,
    records,
    run,
    claimed,
    idsOf,
    /** All processes poll at the same time, each every third feed of each outlet. */
    async pollShares() {
      open = Promise.withResolvers();
      const feeds = (await records.feeds.listCatalogue()).filter(({ nextDueAt }) => nextDueAt <= clock.now);
      for (const { id } of feeds) await records.feeds.postpone(id, clock.now + hour);
      const polls: Promise<number>[] = [];
      for (const share of [0, 1, 2]) {
        for (const { id, url } of feeds) if (shareOf(url) === share) await records.feeds.postpone(id, clock.now);
        polls.push(run(share, 'poll'));
        const polled = feeds.filter(({ url }) => shareOf(url) <= share);
        await expect.poll(claimed).toBe(polled.length);
      }
      open.resolve();
      await Promise.all(polls);
    },
    /** Records an outlet's requests; `answer` may override the default of a feed with one article. */
    watch(site: Site, answer: (path: string) => Reply | undefined = () => undefined) {
      const seen = { mostAtOnce: 0, starts: [] as number[] };
      let atOnce = 0;
      for (const path of paths)
        site.put(path, async () => {
          seen.starts.push(performance.now());
          seen.mostAtOnce = Math.max(seen.mostAtOnce, ++atOnce);
          await open.promise;
          const given = answer(path);
          await pause(3);
          atOnce--;
          return given ?? { body: rss(site.origin, [{ title: `News of ${path}`, link: `/a${path}`, at: firstDay }]) };
        });
      return seen;
    },
  };
}

const shareOf = (url: string): number => Number(/\d+(?=\.xml)/.exec(url)?.[0]) % 3;

test('a host gets one request at a time from all processes, with the spacing between, and each feed is read once', async () => {
  const at = await openThree(['Harbour Post', 'Courier'], 40);
  const seen = at.sites.map((site) => at.watch(site));
  await at.pollShares();
  for (const [number, { mostAtOnce, starts }] of seen.entries()) {
    expect(mostAtOnce).toBe(1);
    expect(at.sites[number]?.asked.map(({ path }) => path).toSorted()).toEqual(paths);
    // Half of the spacing, because one request may take longer to arrive than the next one.
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan((paths.length - 1) * 20);
  }
  expect(await at.records.articles.count()).toBe(2 * paths.length);
});

test('a feed that all processes find due at once is requested once, and each article is stored once', async () => {
  const at = await openThree(['Harbour Post', 'Courier', 'Gazette']);
  for (const site of at.sites)
    for (const path of paths)
      site.put(path, { body: rss(site.origin, [{ title: 'The same news', link: '/same', at: firstDay }]) });
  for (let polls = 0; polls < 3; polls++) {
    let done = 1;
    while (done > 0) done = Math.max(...(await Promise.all([0, 1, 2].map((number) => at.run(number, 'poll')))));
    for (const site of at.sites) for (const path of paths) expect(site.count(path)).toBe(polls + 1);
    at.clock.now += 31 * hour;
  }
  expect(await at.records.articles.count()).toBe(3);
});

test('a host that asks one process for rest is requested by no process before that is over', async () => {
  const at = await openThree(['Harbour Post', 'Courier']);
  const [post, courier] = at.sites;
  if (!post || !courier) throw new Error('no sites');
  const tooMany = { status: 429, headers: { 'retry-after': '1000' } };
  at.watch(post, () => (post.asked.length === 2 ? tooMany : undefined));
  at.watch(courier);
  await at.pollShares();
  expect(post.asked).toHaveLength(2);
  expect(courier.asked).toHaveLength(paths.length);
  at.clock.now += 999_000;
  await Promise.all([0, 1, 2].map((number) => at.run(number, 'poll')));
  expect(post.asked).toHaveLength(2);
  at.clock.now += 1000;
  await at.pollShares();
  expect(post.asked).toHaveLength(2 + paths.length - 1);
});

test('robots.txt is requested once a day by all processes that read pages of the host at once', async () => {
  const at = await openThree(['Harbour Post']);
  const [site] = at.sites;
  if (!site) throw new Error('no site');
  let open = Promise.withResolvers<void>();
  site.put('/robots.txt', async () => {
    await open.promise;
    return { body: 'User-agent: *\nDisallow: /closed/' };
  });
  const { articles } = at.records;
  for (const polls of [1, 2]) {
    open = Promise.withResolvers();
    const links = Array.from({ length: 36 }, (_, n) => `/${n % 3 === 0 ? 'closed' : 'open'}/${polls}/${n}`);
    const html = '<p>A teaser.</p>';
    const items = links.map((link) => ({ title: `On ${link}`, link, at: at.clock.now, html }));
    site.feed('/feed-0.xml', items);
    await at.run(0, 'poll');
    const wanted = await at.idsOf("select id from articles where page_state = 'wanted'");
    for (const id of wanted) await articles.postponePage(id, at.clock.now + hour);
    const read: Promise<number>[] = [];
    for (const number of [0, 1, 2]) {
      for (const id of wanted.slice(number * 12, number * 12 + 12)) await articles.postponePage(id, at.clock.now);
      read.push(at.run(number, 'pages'));
      await expect
        .poll(() => at.idsOf('select id from articles where owner is not null'))
        .toHaveLength((number + 1) * 12);
    }
    open.resolve();
    const counts = await Promise.all(read);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count)).toBe(36);
    expect(site.count('/robots.txt')).toBe(polls);
    expect(site.asked.flatMap(({ path }) => (path.includes(`/${polls}/`) ? [path] : [])).toSorted()).toEqual(
      links.filter((link) => link.startsWith('/open/')).toSorted(),
    );
    at.clock.now += 25 * hour;
  }
});

test('processes that start at the same time on an empty database take in the catalogue one after the other', async () => {
  const outlet = (number: number) => ({ name: `Outlet ${number}`, origin: `https://outlet-${number}.example` });
  const outlets = Array.from({ length: 150 }, (_, number) => outlet(number) as Site);
  const settings: ReadingSettings = {
    databaseUrl: await server().create(),
    catalogue: catalogueOf(outlets),
    privateOrigins: [],
    hostSpacingMs: 0,
  };
  const start = () => createReading(settings, () => firstDay, quiet, { pool: testPool });
  const readings = await Promise.all([start(), start(), start(), start()]);
  expect(await readings[0].storage.records.feeds.listCatalogue()).toHaveLength(300);
  expect(await readings[3].storage.records.processes.list()).toHaveLength(4);
  for (const reading of readings) await reading.close();
});
