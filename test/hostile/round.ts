import fc from 'fast-check';
import { expect } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { day, firstDay, hour, minute } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Item, rss } from '../desk/newsstand.ts';
import { answersOf } from './answers.ts';
import { type HostileDesk, openHostileDesk } from './hostileDesk.ts';
import { type Injections, inject, injections } from './pieces.ts';
import { survivorsIn, triedIn, unseenIn } from './reader.ts';

/** Articles by outlet, on alternating days: two outlets report the strike, and what followed on the next day. */
const told = [
  [
    [...events.ferry],
    [events.water[0], events.moose[0], events.chess[0]],
    [events.reactor[0], events.phones[0], events.moose[0], events.water[1]],
  ],
  [
    [events.ferryLater, events.water[0]],
    [later('Unions'), events.chess[0]],
    [events.reactor[0], events.moose[0]],
  ],
];
const articles = Math.max(...told.map((day) => day.flat().length));

/** The next day's report on the strike, as written by one newsroom. */
function later(who: string) {
  return {
    title: `${who} vote on Friday on Soundline’s offer to deckhands`,
    paragraphs: [
      'Soundline offered its deckhands ten hours of rest between two shifts and six percent more pay, the ferry company said.',
      'The union of the deckhands said that the ferries to Skarrow stand still until its members have voted on Friday.',
      'Lorries went home.',
    ],
  };
}

/** Prefixes by which outlets mark a correction or retraction. */
const labels = ['Correction: ', '', 'Retracted: ', ''];

/** The injections for each text of a day's feeds, and for the titles as changed later that day. */
const hostileDay = fc.record({
  titles: fc.array(injections, { minLength: articles, maxLength: articles }),
  texts: fc.array(injections, { minLength: articles * 3, maxLength: articles * 3 }),
  feedTitle: injections,
  links: fc.array(injections, { minLength: articles, maxLength: articles }),
  changed: fc.array(injections, { minLength: articles, maxLength: articles }),
  typed: injections,
});
type HostileDay = typeof hostileDay extends fc.Arbitrary<infer Day> ? Day : never;

/** Runs a day of hostile feeds, from their bytes to every card. Returns the markup of feeds that survived. */
async function hostileRound(desk: HostileDesk, given: HostileDay): Promise<string[]> {
  const { at } = desk;
  desk.dayNumber += 1;
  publish(desk, given, given.titles);
  // The second newsroom lists its items later, so that they join messages that tell the same.
  at.sites[1]?.feed('/own.xml', []);
  await at.to(desk.dayNumber, '07:40');
  await at.to(desk.dayNumber, '08:00');
  await at.to(desk.dayNumber, '08:01');
  const survivors = readStanding(desk);
  survivors.push(...read(desk, await answersOf(desk, given.typed)));
  for (const name of await choicesOf(desk)) {
    desk.read.choices += 1;
    // Discord shows choices without markdown.
    survivors.push(...unseenIn(name));
  }
  // Opens requested threads, and edits messages for the outlets' corrections.
  await at.skip(minute);
  await at.skip(minute);
  publish(desk, given, given.changed, labels);
  await at.to(desk.dayNumber, '09:30');
  await at.to(desk.dayNumber, '10:00');
  return [...survivors, ...readStanding(desk), ...desk.mentions.splice(0)];
}

/** Runs that many days on one desk, none of whose markup may survive. Calls `before` before the end. */
export async function hostileDays(numRuns: number, seed: number, before = (_: HostileDesk) => {}) {
  const [named = []] = fc.sample(injections, { numRuns: 1, seed });
  const desk = await openHostileDesk(named);
  const check = fc.asyncProperty(hostileDay, async (given) => {
    expect(await hostileRound(desk, given)).toEqual([]);
  });
  await fc.assert(check, { numRuns, seed, endOnFailure: true });
  before(desk);
  expect(await hostileEnd(desk)).toEqual([]);
  return desk;
}

/** A manager puts back the removed articles, and three days without news end the follows. */
async function hostileEnd(desk: HostileDesk): Promise<string[]> {
  const { at } = desk;
  for (const { id: articleId } of at.rows<{ id: string }>('select distinct article_id as id from apart'))
    await at.change.putBack(at.by, { articleId });
  await at.skip(minute);
  const survivors = readStanding(desk);
  await at.to(desk.dayNumber + 4, '12:00');
  await at.skip(hour);
  return [...survivors, ...readStanding(desk), ...desk.mentions.splice(0)];
}

/** Checks the messages and thread names of every channel whose current version has not been checked yet. */
function readStanding(desk: HostileDesk): string[] {
  const { world } = desk.at.server;
  const survivors: string[] = [];
  const isNew = (what: unknown): boolean => {
    const key = JSON.stringify(what);
    return !desk.known.has(key) && desk.known.add(key) !== undefined;
  };
  for (const channel of world.channels.values()) {
    const theirs = channel.messages.filter(({ author }) => author.id === world.botId);
    const fresh = theirs.filter((one) => isNew([one.id, one.components]));
    survivors.push(...read(desk, fresh));
    const names = [channel.thread && channel.name, ...(channel.forum?.tags.map(({ name }) => name) ?? [])];
    for (const name of names.filter((one) => one !== undefined && isNew([channel.id, one]))) {
      desk.read.threads += 1;
      // Discord shows names without markdown.
      survivors.push(...unseenIn(name ?? ''));
    }
  }
  return survivors;
}

function read(desk: HostileDesk, messages: readonly WireMessage[]): string[] {
  return messages.flatMap((message) => {
    desk.read.messages += 1;
    desk.read.constructs += triedIn(message);
    return survivorsIn(message, desk.own).map((what) => `${what} in ${textOf(message).slice(0, 80)}`);
  });
}

function publish(
  { at, dayNumber }: HostileDesk,
  { texts, feedTitle, links }: HostileDay,
  titles: readonly Injections[],
  labels: readonly string[] = [''],
): void {
  const now = firstDay + dayNumber * day + 6 * hour;
  let count = 0;
  for (const [place, site] of at.sites.entries()) {
    const items = (told[dayNumber % 2]?.[place] ?? []).map((event): Item => {
      const [title, link] = [titles[count] ?? [], links[count] ?? []];
      const paragraphs = event.paragraphs.map((text, index) => inject(text, texts[count * 3 + index] ?? []));
      count += 1;
      const made = encodeURI(link[0]?.[1].toWellFormed().slice(0, 60) ?? '');
      // The first outlet's feed has raw markup in its text, the others escape it.
      const html = place === 0 ? paragraphs.map((text) => `<p>${text}</p>`).join('\n') : htmlOf(paragraphs);
      const headline = `${labels[count % labels.length]}${inject(event.title, title)}`;
      return { title: headline, link: `/${dayNumber}/${count}?q=${made}`, at: now, html };
    });
    const headers = { 'content-type': 'application/rss+xml' };
    const body = rss(site.origin, items, inject(`${site.name} feed`, feedTitle)).replaceAll('\u0000', '');
    site.put('/world.xml', { headers, body: Buffer.from(body) });
    site.put('/own.xml', { headers, body: Buffer.from(body) });
  }
}

async function choicesOf({ at }: HostileDesk): Promise<string[]> {
  const { server, channelId: channel, admin: user } = at;
  const fields = [
    ['story', 'query'],
    ['why', 'query'],
    ['watch remove', 'word'],
    ['outlets mute', 'outlet'],
    ['subscribe', 'topic'],
  ] as const;
  const names: string[] = [];
  for (const [command, focused] of fields) {
    for (const typed of command === 'story' ? ['', 'deckhands'] : ['']) {
      const found = await server.acts.type({ user, channel, command, focused, options: { [focused]: typed } }).shown;
      if (found.kind === 'choices') names.push(...found.choices.map(({ name }) => name));
    }
  }
  return names;
}
