import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const hour = 3_600_000;
const outlets = ['Harbour Post', 'Courier', 'Lantern'];
/** The actors of the headlines; each event has one of them. */
export const pressWords =
  'council, ferry crews, port authority, orchestra, school board, coast guard, brewery, museum'.split(', ');
const acts = 'rejects approves delays reopens cancels expands sells inspects'.split(' ');
const things = 'harbour bridge, winter timetable, water bill, night train, old mill, tax reform, sea wall'.split(', ');
const syllables = 'var mil tor esk ban ulm ged hol rin sav oke pel dur lio wex nam'.split(' ');

/** A name unique to the event, so that each event becomes a separate story. */
function nameOf(event: number, salt: number): string {
  const at = (event * 2_654_435 + salt * 40_503) >>> 0;
  const name = [at, at >>> 4, at >>> 8].map((place) => syllables[place % syllables.length]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Time between two items of the ticker: 32 a day. */
export const tickMs = 45 * 60_000;
const tickerItems = 40;
/** Where the ticker's nth item is, counted from 1970. */
export const tickUrl = (nth: number) => `http://press.invalid/ticker/${nth}`;

/** Three outlets that report an event every six hours of the virtual clock, the same ones in every run. */
export type Press = Awaited<ReturnType<typeof openPress>>;

export async function openPress(now: () => number) {
  const server = createServer((request, response) => {
    const place = /^\/(\d)\.xml$/.exec(request.url ?? '')?.[1];
    const document = place === undefined ? ticker(now()) : feed(Number(place), now());
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = { en: 'World', de: 'Welt' };
  return {
    hosts: [host],
    /** A feed of many small items that have nothing in common. */
    tickerUrl: `http://${host}/ticker.xml`,
    catalogue: {
      topics: [{ id: 'world', names, colour: 0x2f6fdf }],
      outlets: outlets.map((name, place) => ({
        id: `outlet-${place}`,
        name,
        country: '',
        owner: '',
        paywall: false,
        language: 'en',
        siteUrl: `http://${host}/`,
        feeds: [{ url: `http://${host}/${place}.xml`, topicId: 'world' }],
        checked: null,
      })),
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function feed(place: number, now: number): string {
  const newest = Math.floor(now / (6 * hour));
  const items = Array.from({ length: 12 }, (_, back) => newest - back).filter((event) => (event + place) % 4 !== 0);
  const listed = items.map((event) => {
    const [actor, act, thing] = [pressWords[event % 8], acts[Math.floor(event / 8) % 8], things[event % 7]];
    const [town, person, firm] = [nameOf(event, 1), nameOf(event, 2), nameOf(event, 3)];
    // Each outlet uses its own words, so that they count as independent newsrooms.
    const text = [
      `${town} heard on Monday that its ${actor} ${act} the ${thing}, as ${person} of ${firm} had asked for months. About ${100 + (event % 900)} people came to hear it.`,
      `A vote late in the evening settles it: the ${actor} of ${town} ${act} the ${thing}. Neighbours of the ${thing} learned of it from ${person}, who speaks for ${firm}.`,
      `${firm} gets what it wanted. The ${actor} ${act} the ${thing} in ${town}, and ${person} expects the rest of the work to be done by week ${event % 52}.`,
    ][place];
    const date = new Date(event * 6 * hour + place * 600_000).toUTCString();
    return `<item><title>${town}: ${actor} ${act} the ${thing} of ${firm}</title><link>http://press.invalid/${place}/${event}</link><guid isPermaLink="false">${place}-${event}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return rss(outlets[place] ?? '', listed);
}

function ticker(now: number): string {
  const newest = Math.floor(now / tickMs);
  const listed = Array.from({ length: tickerItems }, (_, back) => newest - back).map((nth) => {
    const [yard, ship, port] = [nameOf(nth, 11), nameOf(nth, 12), nameOf(nth, 13)];
    const text = `${yard} took the ${ship} into its dry dock number ${nth % 97} before she leaves for ${port}.`;
    return `<item><title>${ship} enters ${yard}</title><link>${tickUrl(nth)}</link><guid isPermaLink="false">t${nth}</guid><pubDate>${new Date(nth * tickMs).toUTCString()}</pubDate><description>${text}</description></item>`;
  });
  return rss('Docks', listed);
}

const rss = (title: string, items: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title><link>http://press.invalid/</link><description>news</description>${items.join('')}</channel></rss>`;
