import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import type { Catalogue } from '../../src/newsroom/catalogue.ts';
import type { Pool } from '../../src/reading/pool/pool.ts';
import { createReading } from '../../src/reading/reading.ts';
import { day, firstDay, hour, minute } from '../desk/desk.ts';
import { catalogueOf, type Item, openNewsstand, quietMorning, type Reply, rss, type Site } from '../desk/newsstand.ts';
import { createTestDatabase } from '../storage/testDatabase.ts';
import { testPool } from './pool/testPool.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const changesMax = 1_000;

export type PoliteDesk = Awaited<ReturnType<typeof openPoliteDesk>>;

/** Opens the reading half of Lede on real sockets, with a clock that only the test moves. Closes with the test. */
export async function openPoliteDesk(
  names: readonly string[],
  listed: (sites: readonly Site[]) => Catalogue = catalogueOf,
) {
  const { sites, ...stand } = await openNewsstand(names);
  const database = await createTestDatabase();
  const clock = { now: firstDay + 6 * hour };
  const pool: Pool = {
    ...testPool,
    readArticles(bytes, context, listing) {
      desk.parsed++;
      return testPool.readArticles(bytes, context, listing);
    },
  };
  const settings = {
    databaseUrl: database.url,
    contact: 'https://desk.example/contact',
    catalogue: listed(sites),
    privateOrigins: sites.map((site) => site.host),
    hostSpacingMs: 0,
  };
  const open = () => createReading(settings, () => clock.now, quiet, { pool });
  const end = async () => {
    await desk.reading.hangUp();
    await desk.reading.close();
  };
  const desk = {
    get now() {
      return clock.now;
    },
    set now(at: number) {
      clock.now = at;
    },
    sites,
    reading: await open(),
    /** Number of documents passed to a parser. */
    parsed: 0,
    /** Polls and reads pages until nothing is due at this moment. */
    async drain() {
      const loops = desk.reading.loops.filter(({ name }) => name !== 'group');
      let done = 1;
      while (done > 0) {
        done = 0;
        for (const loop of loops) done += await loop.run(desk.now);
      }
    },
    /** Closes everything and opens it again on the same database. */
    async restart() {
      await end();
      desk.reading = await open();
    },
  };
  onTestFinished(async () => {
    await end();
    await stand.close();
    await database.remove();
  });
  return desk;
}

const sentence = 'The council met again on the plan for the harbour and put the vote off until the winter.';

/** What a page says, long enough to be an article. */
export const council = [2, 3, 4, 5, 6, 7].map((nth) => `${sentence} It was the ${nth}th time, the mayor said.`);

/** An item that leads to a page, a few minutes old. */
export const soon = ({ now }: PoliteDesk, link: string, minutes: number, title = `Teaser ${link}`): Item => ({
  title,
  link,
  at: now - minutes * minute,
  html: '<p>The council on the harbour, soon.</p>',
});

/** Such a desk with the Harbour Post and, if it is named, the Courier, whose feeds are empty at first. */
export async function openPolitePost(...others: string[]) {
  const at = await openPoliteDesk(['Harbour Post', ...others]);
  quietMorning(at.sites);
  const [post, courier] = at.sites as [Site, Site];
  return { at, post, courier };
}

/** A catalogue in which each site is an outlet with feeds in World at these paths. */
export function catalogueWith(sites: readonly Site[], paths: readonly string[]): Catalogue {
  const { topics, outlets } = catalogueOf(sites);
  const feeds = (origin = '') => paths.map((path) => ({ url: `${origin}${path}`, topicId: 'world' }));
  return { topics, outlets: outlets.map((one, number) => ({ ...one, feeds: feeds(sites[number]?.origin) })) };
}

/** Ms between two items of a feed. */
const pace = 30 * minute;

const etagOf = (text: string): string => `"${Buffer.from(text).toString('base64url')}"`;

/**
 * Observes Lede's requests to outlets with three feeds each over some virtual days with ten restarts. Some outlets
 * now and then answer 429. Each outlet judges by itself whether a request is early.
 */
export async function watchOutlets(options: { sites: number; days: number }) {
  const paths = ['/world.xml', '/tech.xml', '/city.xml'];
  const names = Array.from({ length: options.sites }, (_, number) => `Outlet ${number}`);
  const desk = await openPoliteDesk(names, (sites) => catalogueWith(sites, paths));
  const figures = {
    restarts: 0,
    /** Requests for a feed within a quarter of an hour of the last one, or within the feed's max-age. */
    early: 0,
    /** Requests for a feed that had already sent a validator. */
    repeats: 0,
    conditional: 0,
    notModified: 0,
    mostAtOnceOnOneHost: 0,
    mostAtOnceInAll: 0,
    retryAfter: { asked: 0, requestsBefore: 0 },
    parsed: 0,
    changes: 0,
  };
  let inAll = 0;
  desk.sites.forEach((site, number) => {
    let onHost = 0;
    let restUntil = 0;
    // The first outlet lists the news of two hours at once, so most of its answers are a 304.
    const itemsAtOnce = number === 0 ? 4 : 1;
    paths.forEach((path, place) => {
      const validates = place < 2;
      let allowedAt = 0;
      let given: string | undefined;
      let last = '';
      const answer = (): Reply => {
        const headers = site.asked.at(-1)?.headers ?? {};
        if (desk.now < allowedAt) figures.early++;
        if (desk.now < restUntil) figures.retryAfter.requestsBefore++;
        allowedAt = desk.now + 15 * minute;
        if (given !== undefined) {
          figures.repeats++;
          if (headers['if-none-match'] === given && headers['if-modified-since'] === 'just now, says the server')
            figures.conditional++;
        }
        // One outlet in four answers 429 during some hours.
        if (number % 4 === 3 && Math.floor(desk.now / hour) % 5 === 2) {
          const seconds = 1000 + number;
          restUntil = desk.now + seconds * 1000;
          figures.retryAfter.asked++;
          return { status: 429, headers: { 'retry-after': String(seconds) } };
        }
        if (place === 1) allowedAt = desk.now + hour;
        const cache = Math.floor((desk.now - firstDay) / (itemsAtOnce * pace));
        const etag = etagOf(`${number}${path}${cache}`);
        if (last !== etag) figures.changes++;
        last = etag;
        if (validates) given = etag;
        const fresh: Record<string, string> = place === 1 ? { 'cache-control': 'max-age=3600' } : {};
        if (validates && headers['if-none-match'] === etag) {
          figures.notModified++;
          return { status: 304, headers: { etag, ...fresh } };
        }
        const newest = cache * itemsAtOnce;
        const items = Array.from({ length: 10 }, (_, item) => ({
          title: `Item ${newest - item} of ${site.name}`,
          link: `${path}/${newest - item}`,
          at: firstDay + (newest - item) * pace,
          html: `<p>${sentence} `.repeat(8),
        }));
        const validators = validates && { etag, 'last-modified': 'just now, says the server' };
        return { headers: { ...validators, ...fresh }, body: rss(site.origin, items) };
      };
      site.put(path, async () => {
        onHost++;
        inAll++;
        figures.mostAtOnceOnOneHost = Math.max(figures.mostAtOnceOnOneHost, onHost);
        figures.mostAtOnceInAll = Math.max(figures.mostAtOnceInAll, inAll);
        const reply = answer();
        await pause(1);
        onHost--;
        inAll--;
        return reply;
      });
    });
  });
  const endsAt = desk.now + options.days * day;
  let restartAt = desk.now;
  while (desk.now < endsAt) {
    await desk.drain();
    if (desk.now >= restartAt && figures.restarts < 10) {
      await desk.restart();
      await desk.drain();
      figures.restarts++;
      restartAt += (options.days * day) / 12;
    }
    // No loop that sends messages runs here, so changed stories are discarded.
    await desk.reading.storage.records.sweeping.sweep('changedStories', desk.now + 3 * day, 0, changesMax);
    desk.now = Math.max(desk.now + 1000, (await desk.reading.storage.nextDueAt()) ?? endsAt);
  }
  figures.parsed = desk.parsed;
  return figures;
}

/** Expects that no request was too early, too many at once, or without its validators. */
export function expectPolite(seen: Awaited<ReturnType<typeof watchOutlets>>): void {
  expect(seen).toMatchObject({ restarts: 10, early: 0, conditional: seen.repeats, mostAtOnceOnOneHost: 1 });
  expect(seen.mostAtOnceInAll).toBeLessThanOrEqual(16);
  expect(seen.retryAfter.requestsBefore).toBe(0);
  // Neither a 304 nor an already known body is parsed; every other body is parsed once.
  expect(seen.parsed).toBe(seen.changes);
}
