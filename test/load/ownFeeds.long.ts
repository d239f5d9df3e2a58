import { expect, test } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import { hour, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { type Item, quietMorning } from '../desk/newsstand.ts';
import { recordFigures } from '../figures.ts';
import { figuresOf, rounded } from './hand.ts';

const servers = 50;
const feedsEach = 20;
const feeds = servers * feedsEach;
const hours = 3;
const stepMs = 20_000;

/**
 * When a feed lists its item, in ms from the start: evenly over the hours, in a shuffled order that is always the same.
 */
const listedAfter = (feed: number): number => Math.floor((((feed * 7_919) % feeds) / feeds) * hours * hour);

const itemOf = (feed: number, at: number): Item => ({
  title: `Note of the n${feed}son yard`,
  link: `/note-${feed}`,
  at,
  html: `<p>${['thing', 'town', 'ville', 'ish'].map((end) => `n${feed}${end}`).join(' ')} came. </p>`.repeat(9),
});

/**
 * Passes the hours, in which each own feed lists one item. Returns the posted messages with their times, and the polls.
 */
async function pass() {
  const at = await openDesk({ before: quietMorning, settings: { pollGapMsMax: undefined } });
  const site = at.sites[2];
  if (site === undefined) throw new Error('no site');
  const old: Item = { title: 'Old', link: '/old', at: at.now - 48 * hour, html: '<p>Old words stand here.</p>' };
  const list = (feed: number, items: readonly Item[]) =>
    site.feed(`/own-${feed}.xml`, [...items, { ...old, guid: `o${feed}` }]);
  const channels: string[] = [];
  for (let nth = 0; nth < servers; nth += 1) channels.push(await furnish(at, nth, list));
  for (let settled = 0; settled < 12; settled += 1) await at.skip(5 * minute);
  const polls = () =>
    Array.from({ length: feeds }, (_, feed) => site.count(`/own-${feed}.xml`)).reduce((a, b) => a + b);
  const [before, start] = [polls(), at.now];
  const order = Array.from({ length: feeds }, (_, feed) => feed).sort((a, b) => listedAfter(a) - listedAfter(b));
  while (at.now < start + (hours + 0.5) * hour) {
    while (order[0] !== undefined && start + listedAfter(order[0]) <= at.now) {
      const feed = order.shift() as number;
      list(feed, [itemOf(feed, at.now)]);
      listedAt.set(feed, at.now);
    }
    await at.skip(stepMs);
  }
  const polled = polls() - before;
  const posted = channels.flatMap((id) =>
    at.messages(id).map((message) => ({ at: Date.parse(message.timestamp), text: textOf(message) })),
  );
  await at.close();
  return { posted, pollsPerFeedHour: rounded(polled / feeds / (hours + 0.5)) };
}

const listedAt = new Map<number, number>();

/** Makes a server with own feeds and a rule that posts their items at once. Returns its channel. */
async function furnish(at: TestDesk, nth: number, list: (feed: number, items: readonly Item[]) => void) {
  const serverId = at.server.setup.addGuild({ name: `Club ${nth}`, locale: 'en-GB' }).id;
  at.server.setup.addMember(serverId, at.admin, { admin: true });
  const channelId = at.server.setup.addChannel(serverId, { name: 'new' }).id;
  const by = { ...at.by, serverId };
  for (let feed = nth * feedsEach; feed < (nth + 1) * feedsEach; feed += 1) {
    list(feed, []);
    await at.change.addFeed(
      by,
      { url: `${at.sites[2]?.origin}/own-${feed}.xml`, title: `Own ${feed}`, items: [] },
      undefined,
    );
  }
  await at.drain();
  await at.change.setAlert(by, channelId, { voices: 1, perDay: 50 });
  return channelId;
}

test('new items of a thousand own feeds are posted within seven minutes, with one poll of a feed every five minutes', async () => {
  const { posted, pollsPerFeedHour } = await pass();
  const waits = Array.from({ length: feeds }, (_, feed) => {
    const message = posted.find(({ text }) => text.includes(`n${feed}son yard`));
    return message === undefined ? undefined : message.at - (listedAt.get(feed) ?? 0);
  });
  const seconds = waits.flatMap((ms) => (ms === undefined ? [] : ms / 1_000)).sort((a, b) => a - b);
  const p95 = seconds[Math.floor(seconds.length * 0.95)] ?? 0;
  const figures = {
    feeds,
    hours,
    posted: seconds.length,
    secondsFromListing: { ...figuresOf(seconds), p95 },
    pollsPerFeedHour,
  };
  recordFigures('ownFeedsAtOnce', figures);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(figures.posted).toBe(feeds);
  // Five minutes until the next poll, and two to post what it found.
  expect(p95).toBeLessThanOrEqual(7 * 60);
  // A feed is polled every four minutes, or up to a quarter later.
  expect(pollsPerFeedHour).toBeLessThanOrEqual(15);
});
