import { expect, test } from 'vitest';
import { createPool } from '../../src/pool/pool.ts';
import { createRandom } from '../chaos/random.ts';
import { day, hour, minute } from '../desk/desk.ts';
import { type Item, rss } from '../desk/newsstand.ts';
import { recordFigures } from '../figures.ts';
import { type Asked, type HubDesk, newsItem, openHubDesk } from './hubDesk.ts';

const seed = 20_261_124;
const feedsMax = 12;
const days = 20;
const listedMax = 12;

/** How a hub may treat a feed for a day. */
const moods = [
  'honest',
  'honest',
  'honest',
  'late',
  'mute',
  'forgetful',
  'refusing',
  'troubled',
  'broken',
  'denying',
] as const;

interface Feed {
  path: string;
  name: string;
  items: Item[];
  mood: (typeof moods)[number];
  /** The subscription from the hub's point of view. */
  agreed?: { asked: Asked; until: number };
  late: { at: number; item: Item }[];
  polls: number[];
}

const random = createRandom(seed);
const oneOf = random.pick;

function answerOf(at: HubDesk, feed: Feed, asked: Asked): ReturnType<HubDesk['hub']['answer']> {
  if (asked.mode === 'unsubscribe') return { status: 202, meanwhile: () => at.hub.verify(asked) };
  switch (feed.mood) {
    case 'honest':
    case 'late':
    case 'mute': {
      const seconds = oneOf([3_600, 2 * 86_400, 864_000, 10 ** 9]);
      feed.agreed = { asked, until: at.now + seconds * 1_000 };
      return { status: 202, meanwhile: () => at.hub.verify(asked, seconds) };
    }
    case 'denying':
      return { status: 202, meanwhile: () => at.hub.deny(asked) };
    case 'refusing':
      return { status: oneOf([400, 404, 410, 302]) };
    case 'troubled':
      return { status: 503, headers: { 'retry-after': oneOf(['5', '7200', 'soon']) } };
    case 'broken':
      return 'broken';
    case 'forgetful':
      return { status: 202 };
  }
}

async function tell(at: HubDesk, feed: Feed, item: Item): Promise<void> {
  const { agreed } = feed;
  if (!agreed || agreed.until <= at.now) return;
  // Hubs may send only the new items, or all of them, or the same ones twice.
  const listed = oneOf([[item], feed.items.slice(0, listedMax)]);
  for (let times = oneOf([1, 1, 2]); times > 0; times--) await at.hub.push(agreed.asked, rss(at.site.origin, listed));
  const forged = rss(at.site.origin, [newsItem(`Forged${feed.name}`, at.now)]);
  await at.hub.push(agreed.asked, forged, { secret: 'guessed' });
}

test('whatever hubs do in twenty days with eight restarts, each item arrives once, little more than a day late at most', async () => {
  const pool = createPool({ threads: 1 });
  const feeds = Array.from(
    { length: feedsMax },
    (_, number): Feed => ({
      path: `/feed${number}.xml`,
      name: `Feed${number}`,
      items: [],
      mood: oneOf(moods),
      late: [],
      polls: [],
    }),
  );
  const at = await openHubDesk(
    pool,
    feeds.map(({ path }) => path),
  );
  const began = at.now;
  const published = new Map<string, number>();
  const link = (feed: Feed) =>
    `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${at.hub.url}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${at.site.origin}${feed.path}"/>`;
  const publish = (feed: Feed, when: number): Item => {
    const item = newsItem(`${feed.name}Item${published.size}`, when);
    published.set(item.title, when);
    feed.items.unshift(item);
    return item;
  };
  for (const feed of feeds) {
    for (let number = listedMax; number > 0; number--) publish(feed, at.now - number * 8 * hour);
    at.site.put(feed.path, () => {
      feed.polls.push(at.now);
      const body = rss(at.site.origin, feed.items.slice(0, listedMax));
      return { body: body.replace('<description>d</description>', link(feed)) };
    });
  }
  at.hub.answer = (asked) => {
    const feed = feeds.find(({ path }) => asked.topic.endsWith(path));
    return feed ? answerOf(at, feed, asked) : { status: 400 };
  };
  await at.drain();
  for (let step = 0; step < days * 24; step++) {
    if (step % 24 === 0) for (const feed of feeds) if (random.chance(0.4)) feed.mood = oneOf(moods);
    for (const feed of feeds) {
      if (feed.mood === 'denying' && feed.agreed && random.chance(0.05)) {
        await at.hub.deny(feed.agreed.asked);
        feed.agreed = undefined;
      }
      if (random.chance(1 / 8)) {
        const item = publish(feed, at.now);
        if (feed.mood === 'honest') await tell(at, feed, item);
        if (feed.mood === 'late') feed.late.push({ at: at.now + random.between(1, 3) * hour, item });
      }
      for (const { item } of feed.late.filter((one) => one.at <= at.now)) await tell(at, feed, item);
      feed.late = feed.late.filter((one) => one.at > at.now);
    }
    await at.pass(hour);
    if (step % 60 === 59) await at.restart();
  }
  await at.pass(31 * hour);

  const stored = at.rows<{ title: string; at: number }>('select title, first_seen_at as at from articles');
  const waits = stored
    .filter(({ title }) => (published.get(title) ?? 0) >= began)
    .map((row) => (row.at - (published.get(row.title) ?? 0)) / hour);
  const gaps = feeds.flatMap(({ polls }) => polls.slice(1).map((time, index) => (time - (polls[index] ?? 0)) / hour));
  const asks = Map.groupBy(at.hub.asked, ({ callback, mode }) => `${mode} ${callback}`);
  const askGaps = [...asks.values()].flatMap((list) =>
    list.slice(1).map((one, index) => one.at - (list[index]?.at ?? 0)),
  );
  const figures = {
    seed,
    virtualDays: days,
    feeds: feedsMax,
    items: published.size,
    stored: stored.length,
    unknown: stored.filter(({ title }) => !published.has(title)).length,
    toldAtOnceShare: waits.filter((hours) => hours === 0).length / waits.length,
    longestWaitHours: Math.max(...waits),
    pollsPerFeedAndDay: gaps.length / feedsMax / days,
    shortestGapHours: Math.min(...gaps),
    longestGapHours: Math.max(...gaps),
    hubAsked: at.hub.asked.length,
    shortestAskGapMinutes: Math.min(...askGaps) / minute,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  recordFigures('hubs', figures);
  await pool.close();
  expect(figures).toMatchObject({ stored: published.size, unknown: 0 });
  expect(new Set(stored.map(({ title }) => title)).size).toBe(stored.length);
  expect(figures.longestWaitHours).toBeLessThan((1.25 * day) / hour + 0.1);
  expect(figures.shortestGapHours).toBeGreaterThanOrEqual(0.25);
  expect(figures.longestGapHours).toBeLessThan((1.25 * day) / hour + 0.1);
  expect(figures.shortestAskGapMinutes).toBeGreaterThanOrEqual(5);
  const log = JSON.stringify(at.log);
  for (const { secret, callback } of at.hub.asked) {
    if (secret !== '') expect(log).not.toContain(secret);
    expect(log).not.toContain(callback.split('/').at(-1));
  }
});
