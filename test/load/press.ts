import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hourMs } from '../../src/clock.ts';
import background from '../../src/engine/stories/background.json' with { type: 'json' };
import type { Catalogue } from '../../src/newsroom/catalogue.ts';
import { htmlOf, rss } from '../desk/newsstand.ts';

const topicIds = ['world', 'politics', 'business', 'technology', 'science', 'health', 'sport', 'culture'];
const itemsMax = 25;
const listedMs = 36 * hourMs;
/** Outside Linux only one loopback address is available. */
const hostsMax = process.platform === 'linux' ? 250 : 1;

const people = 'Brandt Ilves Marchetti Okoro Lindqvist Farrow Castell Nakamura Osei Petrov Duarte Haugen'.split(' ');
const bodies =
  'council|ferry company|port authority|coast guard|regional bank|university|water board|labour union'.split('|');
const acts = 'rejected approved delayed reopened cancelled expanded sold inspected suspended replaced'.split(' ');
const things = 'harbour bridge|winter timetable|water bill|night train|tax reform|wind farm|museum|budget'.split('|');
/** Words with frequencies of real news, so that distinguishing events is realistically hard. */
const vocabulary = Object.values(background.stemsByCount).flatMap((stems) => stems.split(' '));
const syllables = 'var mil tor esk ban ulm ged hol rin sav oke pel dur lio wex nam'.split(' ');

type Random = (count: number) => number;

/** A separate generator for each generated thing, so that it is the same on every request. */
function randomOf(...seed: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const part of seed) state = Math.imul(state ^ (part + 0x85ebca6b), 0xc2b2ae35) >>> 0;
  return (count) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((((state ^ (state >>> 12)) >>> 0) / 2 ** 32) * count);
  };
}

const pick = <Value>(list: readonly Value[], random: Random) => list[random(list.length)] as Value;
const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const coined = (random: Random) => capital(Array.from({ length: 3 }, () => pick(syllables, random)).join(''));

/** Size of the press: `feeds` outlets with a feed each; every fourth feed has two-line teasers and full pages. */
export interface PressPlan {
  feeds: number;
  eventsPerHour: number;
}

/** An outlet's report on an event. Names, numbers and subject come from the event, the wording from the outlet. */
function told(event: number, feed: number): { title: string; paragraphs: string[] } {
  const facts = randomOf(event);
  const [town, other, firm] = [coined(facts), coined(facts), coined(facts)];
  const person = `${coined(facts)} ${pick(people, facts)}`;
  const [body, act, thing] = [pick(bodies, facts), pick(acts, facts), pick(things, facts)];
  const count = 20 + facts(9_000);
  const subject = Array.from({ length: 14 }, () => pick(vocabulary, facts));
  const words = randomOf(event, feed);
  const about = () => pick(subject, words);
  const any = () => pick(vocabulary, words);
  const sentences = [
    `The ${body} of ${town} ${act} the ${thing} for ${about()} and ${about()} on Monday after ${person} had asked for it.`,
    `${person} said that about ${count} people in ${town} and ${other} would feel the ${about()} before the ${any()} is over.`,
    `"We have waited for the ${about()} longer than anybody had promised us," ${person} told reporters in ${other}.`,
    `${firm}, which had offered to pay for the ${about()}, did not answer questions on ${any()} by the evening.`,
    `They met for ${2 + words(9)} hours on ${about()} and ${any()}, and the vote was ${5 + words(20)} to ${words(5)}.`,
    `Around ${100 + words(900)} letters on ${about()} and ${about()} have come since the ${any()}, most of them from ${town}.`,
    `${firm} employs ${50 + words(4_000)} people in ${any()}, and a third of them work on ${about()}.`,
    `Whether the ${about()} will cost ${1 + words(90)} million, as ${firm} says, is for the auditors of ${any()} to find out.`,
  ];
  const [first, second, ...rest] = sentences as [string, string, ...string[]];
  const title =
    feed % 2 === 0
      ? `${town}: ${body} ${act} ${thing} over ${subject[0]} and ${subject[1]}`
      : `${capital(subject[1] ?? '')} in ${town}: ${person} asks ${body} for ${subject[0]}`;
  const inOrder = [...(feed % 3 === 0 ? [second, first] : [first, second]), ...rest.slice(feed % 4), ...rest];
  return { title, paragraphs: [0, 2, 4, 6].map((at) => inOrder.slice(at, at + 2).join(' ')) };
}

/** Whether an outlet reports an event. Most events have one or two outlets of their topic, one in ten has all. */
function tells(feed: number, event: number): boolean {
  if (event % topicIds.length !== feed % topicIds.length) return false;
  const chance = event % 10 === 3 ? 60 : event % 10 < 3 ? 15 : 6;
  return randomOf(event, feed, 7)(100) < chance;
}

const isShort = (feed: number) => Math.floor(feed / topicIds.length) % 4 === 3;

/** A name from recent headlines, for a member who asks for a story. */
export function askedFor(at: number, { eventsPerHour }: PressPlan, nth: number): string {
  const event = Math.floor((at / hourMs) * eventsPerHour) - nth;
  return coined(randomOf(event));
}

/** Outlets on loopback that report invented events by the virtual clock. They store nothing and can run for days. */
export interface Press {
  catalogue: Catalogue;
  hosts: string[];
  requests: number;
  close(): Promise<void>;
}

export async function openPress(plan: PressPlan, now: () => number): Promise<Press> {
  const server = createServer((request, response) => {
    press.requests += 1;
    const [, kind, feed = '', event = ''] = (request.url ?? '').split('/');
    if (kind === 'feed') answerFeed(response, plan, Number(feed), now(), request.headers['if-none-match']);
    else if (kind === 'page') answerPage(response, Number(feed), Number(event));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, hostsMax === 1 ? '127.0.0.1' : '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const origins = Array.from({ length: plan.feeds }, (_, feed) => `http://127.0.0.${(feed % hostsMax) + 1}:${port}`);
  const press: Press = {
    requests: 0,
    hosts: [...new Set(origins.map((origin) => new URL(origin).host))],
    catalogue: {
      topics: topicIds.map((id, at) => ({ id, names: { en: capital(id), de: capital(id) }, colour: at * 0x1f3f5f })),
      outlets: origins.map((origin, feed) => ({
        id: `outlet-${feed}`,
        name: `${pick(people, randomOf(feed))} ${pick(['Post', 'Courier', 'Lantern', 'Herald'], randomOf(feed, 1))} ${feed}`,
        country: '',
        owner: '',
        paywall: false,
        language: 'en',
        siteUrl: `${origin}/`,
        feeds: [{ url: `${origin}/feed/${feed}`, topicId: topicIds[feed % topicIds.length] as string }],
        checked: null,
      })),
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return press;
}

function answerFeed(response: ServerResponse, plan: PressPlan, feed: number, now: number, known: string | undefined) {
  const newest = Math.floor((now / hourMs) * plan.eventsPerHour);
  const oldest = newest - Math.floor((listedMs / hourMs) * plan.eventsPerHour);
  const listed: number[] = [];
  for (let event = newest; event > oldest && listed.length < itemsMax; event -= 1) {
    if (tells(feed, event)) listed.push(event);
  }
  const etag = `"${feed}-${listed[0] ?? 0}"`;
  if (known === etag) return response.writeHead(304, { etag }).end();
  const items = listed.map((event) => {
    const { title, paragraphs } = told(event, feed);
    const html = htmlOf(isShort(feed) ? paragraphs.slice(0, 1) : paragraphs);
    return { title, link: `/page/${feed}/${event}`, at: Math.floor((event / plan.eventsPerHour) * hourMs), html };
  });
  const origin = `http://${response.req.headers.host}`;
  const headers = { 'content-type': 'application/rss+xml', etag };
  return response.writeHead(200, headers).end(rss(origin, items, `Outlet ${feed}`));
}

function answerPage(response: ServerResponse, feed: number, event: number) {
  const { title, paragraphs } = told(event, feed);
  const article = `<article><h1>${title}</h1>${htmlOf(paragraphs)}</article>`;
  const page = `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${article}</body></html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}
