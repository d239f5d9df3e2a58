import fc from 'fast-check';
import { textOf } from '../../playground/server/reading.ts';
import type { WireMessage } from '../../playground/server/wire.ts';
import { day, firstDay, hour, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Item, rss } from '../desk/newsstand.ts';
import { inject, injections } from './pieces.ts';
import { type OwnMarks, survivorsIn, survivorsInText, triedIn } from './reader.ts';

/** A desk whose outlets are hostile, on one of its days. */
export interface HostileDesk {
  at: TestDesk;
  own: OwnMarks;
  dayNumber: number;
  /** How many messages and choices were read, and how many constructs stood in them as plain words. */
  read: { messages: number; choices: number; constructs: number };
}

const told = [
  [...events.ferry],
  [...events.water, events.moose[0], events.chess[0]],
  [events.reactor[0], events.phones[0], events.moose[0]],
].map((list) => list.filter((event) => event !== undefined));
const articles = told.flat().length;

/** What one day's feeds are made hostile with, text by text. */
export const hostileDay = fc.record({
  titles: fc.array(injections, { minLength: articles, maxLength: articles }),
  texts: fc.array(injections, { minLength: articles * 3, maxLength: articles * 3 }),
  feedTitle: injections,
  links: fc.array(injections, { minLength: articles, maxLength: articles }),
});
export type HostileDay = typeof hostileDay extends fc.Arbitrary<infer Day> ? Day : never;

export async function openHostileDesk(): Promise<HostileDesk> {
  const at = await openDesk();
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.app.desk.change.reschedule(at.by, at.channelId, { stories: 9 });
  const hosts = new Set(['discord.com', ...at.sites.map(({ host }) => host)]);
  const commands = new Set([...at.server.world.commands.values()].flat().map(({ name }) => name));
  const own = { hosts, commands, channels: new Set([at.channelId]) };
  return { at, own, dayNumber: 0, read: { messages: 0, choices: 0, constructs: 0 } };
}

/** A day of hostile feeds, all the way from their bytes to every card; what of the feeds' making survived. */
export async function hostileRound(desk: HostileDesk, given: HostileDay): Promise<string[]> {
  const { at } = desk;
  desk.dayNumber += 1;
  publish(desk, given);
  await at.to(desk.dayNumber, '07:40');
  await at.to(desk.dayNumber, '08:00');
  const survivors: string[] = [];
  for (const message of await cardsOf(desk)) {
    desk.read.messages += 1;
    desk.read.constructs += triedIn(message);
    survivors.push(...survivorsIn(message, desk.own).map((what) => `${what} in ${textOf(message).slice(0, 80)}`));
  }
  for (const name of await choicesOf(desk)) {
    desk.read.choices += 1;
    // Discord shows choices as they are.
    survivors.push(...survivorsInText(name, desk.own).filter((what) => /^(?:unseen|stacked)/.test(what)));
  }
  return survivors;
}

function publish({ at, dayNumber }: HostileDesk, { titles, texts, feedTitle, links }: HostileDay): void {
  const now = firstDay + dayNumber * day + 6 * hour;
  let count = 0;
  for (const [place, site] of at.sites.entries()) {
    const items = (told[place] ?? []).map((event): Item => {
      const [title, link] = [titles[count] ?? [], links[count] ?? []];
      const paragraphs = event.paragraphs.map((text, index) => inject(text, texts[count * 3 + index] ?? []));
      count += 1;
      const made = encodeURI(link[0]?.[1].toWellFormed().slice(0, 60) ?? '');
      // Half of the feeds write markup into their text, half hide it.
      const html = place === 0 ? paragraphs.map((text) => `<p>${text}</p>`).join('\n') : htmlOf(paragraphs);
      return { title: inject(event.title, title), link: `/${dayNumber}/${count}?q=${made}`, at: now, html };
    });
    const headers = { 'content-type': 'application/rss+xml' };
    const body = rss(site.origin, items, inject(`${site.name} feed`, feedTitle)).replaceAll('\u0000', '');
    site.put('/world.xml', { headers, body: Buffer.from(body) });
    site.put('/own.xml', { headers, body: Buffer.from(body) });
  }
}

/**
 * Every card that shows a feed's words: the digest, a story and what its controls open, headlines, why a story stood
 * there, who else reports the digest's links, a feed's preview.
 */
async function cardsOf({ at }: HostileDesk): Promise<WireMessage[]> {
  const { server, channelId: channel, admin: user } = at;
  const cards: WireMessage[] = [];
  const shown = async (life: {
    shown: Promise<{ kind: string; message?: WireMessage }>;
  }): Promise<WireMessage | undefined> => {
    const { message } = await life.shown;
    if (message !== undefined) cards.push(message);
    return message;
  };
  const digest = at.messages().at(-1);
  if (digest === undefined) throw new Error('no digest');
  cards.push(digest);
  const menu = controls(digest).find(({ options }) => options.length > 0);
  for (const value of (menu?.options ?? []).slice(0, 3)) {
    const card = await shown(
      server.acts.choose({ user, channel, messageId: digest.id, customId: menu?.customId ?? '', values: [value] }),
    );
    if (card === undefined) continue;
    for (const { customId, options } of controls(card)) {
      if (options.length > 0 || customId.includes('share')) continue;
      await shown(server.acts.click({ user, channel, messageId: card.id, customId }));
    }
  }
  await shown(server.acts.run({ user, channel, command: 'headlines', options: {} }));
  await shown(server.acts.run({ user, channel, command: 'story', options: { query: 'deckhands' } }));
  await shown(server.acts.run({ user, channel, command: 'why', options: { query: 'deckhands' } }));
  await shown(server.acts.chooseInMenu({ user, channel, messageId: digest.id, command: 'Who else reports this?' }));
  await shown(server.acts.run({ user, channel, command: 'digest preview', options: {} }));
  await shown(
    server.acts.run({ user, channel, command: 'feeds add', options: { url: `${at.sites[0]?.origin}/own.xml` } }),
  );
  return cards;
}

async function choicesOf({ at }: HostileDesk): Promise<string[]> {
  const { server, channelId: channel, admin: user } = at;
  const typed = { user, channel, command: 'story', focused: 'query' };
  const names: string[] = [];
  for (const query of ['', 'deckhands']) {
    const found = await server.acts.type({ ...typed, options: { query } }).shown;
    if (found.kind === 'choices') names.push(...found.choices.map(({ name }) => name));
  }
  return names;
}

/** Controls of a message with the values they offer. */
function controls(message: WireMessage): { customId: string; options: string[] }[] {
  const found: { customId: string; options: string[] }[] = [];
  JSON.stringify(message.components, (_key, part) => {
    if (part !== null && typeof part === 'object' && 'custom_id' in part) {
      const { custom_id, options = [] } = part as { custom_id: string; options?: { value: string }[] };
      found.push({ customId: custom_id, options: options.map(({ value }) => value) });
    }
    return part;
  });
  return found;
}
