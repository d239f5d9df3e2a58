/**
 * Serves a thousand feeds on loopback. bench/poll.ts forks it as a separate process, so that its cost is not counted.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Messages to the press; it answers each one with a `PressAnswer`. */
export type PressOrder =
  | { order: 'open'; feeds: number; hosts: number }
  /**
   * `grown`: every tenth feed gets a new item. `validators: false`: a third of the feeds send neither ETag nor
   * Last-Modified.
   */
  | { order: 'print'; grown: boolean; validators: boolean };

export interface PressAnswer {
  urls: string[];
  items: number;
  /** Requests since the previous order. */
  asked: PressCounts;
}

export interface PressCounts {
  requests: number;
  conditional: number;
  notModified: number;
  bytes: number;
}

interface Printed {
  type: string;
  body: Buffer;
  packed: Buffer;
  etag: string;
  items: number;
}

const vocabulary =
  'harbour council ferry crews strike budget minister vote bridge repair winter storm school teachers union agreement court ruling appeal police report river water level company profit shares market bank interest rate housing rent train delay station museum opening festival music player match goal league coach injury doctor hospital study patients climate energy price grid wind farm village road closed mayor said on Tuesday after talks that the plan would cost more than expected and take until next year according to officials who declined to give details'.split(
    ' ',
  );
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
type Random = () => number;

function wordsOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ');
}

function sentence(random: Random): string {
  const words = wordsOf(random, 8 + Math.floor(random() * 18));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const paragraph = (random: Random): string =>
  Array.from({ length: 2 + Math.floor(random() * 2) }, () => sentence(random)).join(' ');

interface Entry {
  link: string;
  title: string;
  teaser: string;
  /** The whole article. Set for half of the outlets, which publish it in the feed. */
  html?: string;
  picture: string;
  categories: string[];
  at: Date;
}

const newest = Date.UTC(2026, 10, 24, 6);

/** HTML as content management systems produce it: a picture, then paragraphs with links and emphasis. */
function articleHtml(random: Random, picture: string): string {
  const paragraphs = Array.from({ length: 5 + Math.floor(random() * 5) }, () => {
    const [first, ...more] = Array.from({ length: 2 + Math.floor(random() * 2) }, () => sentence(random));
    const link = `<a href="https://outlet.example/topic/${Math.floor(random() * 1000)}?ref=body" rel="nofollow">${wordsOf(random, 3)}</a>`;
    return `<p>${first} <em>${wordsOf(random, 2)}</em> ${link} ${more.join(' ')}</p>`;
  });
  return `<figure><img src="${picture}" alt="${wordsOf(random, 5)}" width="640" height="400" /></figure>\n${paragraphs.join('\n')}`;
}

function entryOf(feed: number, item: number): Entry {
  const random = seeded(feed * 1000 + item + 1);
  const picture = `https://media.outlet-${feed}.example/2026/11/${item}.jpg`;
  return {
    link: `https://outlet-${feed}.example/2026/11/article-${item}`,
    title: `${wordsOf(random, 8)} ${feed}-${item}`,
    teaser: paragraph(random),
    html: feed % 2 === 0 ? articleHtml(random, picture) : undefined,
    picture,
    categories: [wordsOf(random, 1), wordsOf(random, 1), wordsOf(random, 2)],
    at: new Date(newest - (50 - item) * 45 * 60_000 - feed * 1000),
  };
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** One feed in three escapes its markup, the others wrap it in CDATA. */
const markup = (feed: number): ((text: string) => string) => (feed % 3 === 1 ? escaped : cdata);

function rssItem(feed: number, { link, title, teaser, html, picture, categories, at }: Entry): string {
  const write = markup(feed);
  return `<item>
<title>${title}</title>
<link>${link}</link>
<comments>${link}#respond</comments>
<dc:creator>${cdata('Ida Brandt')}</dc:creator>
<pubDate>${at.toUTCString()}</pubDate>
${categories.map((name) => `<category>${cdata(name)}</category>`).join('\n')}
<guid isPermaLink="false">${link}</guid>
<description>${write(`<p>${teaser}</p>`)}</description>
${html ? `<content:encoded>${write(html)}</content:encoded>` : ''}
<media:content url="${picture}" type="image/jpeg" medium="image" width="640" height="400" />
</item>`;
}
const atomEntry = ({ link, title, teaser, html, at }: Entry): string =>
  `<entry><id>${link}</id><title>${title}</title><link rel="alternate" type="text/html" href="${link}"/><published>${at.toISOString()}</published><updated>${at.toISOString()}</updated><author><name>Ida Brandt</name></author><summary type="html">${escaped(`<p>${teaser}</p>`)}</summary>${html ? `<content type="html">${escaped(html)}</content>` : ''}</entry>`;
const rdfItem = ({ link, title, teaser, at }: Entry): string =>
  `<item rdf:about="${link}"><title>${title}</title><link>${link}</link><description>${teaser}</description><dc:date>${at.toISOString()}</dc:date></item>`;

/** 75 % RSS 2.0, 20 % Atom, 5 % RDF and JSON Feed. */
function written(feed: number, entries: readonly Entry[]): { type: string; text: string } {
  const site = `https://outlet-${feed}.example/`;
  const name = `Outlet ${feed}`;
  const kind = feed % 20;
  if (kind === 19 && feed % 40 === 39) {
    const items = entries.map(({ link, title, teaser, html, at }) => ({
      id: link,
      url: link,
      title,
      summary: teaser,
      content_html: html ?? `<p>${teaser}</p>`,
      date_published: at.toISOString(),
    }));
    const document = { version: 'https://jsonfeed.org/version/1.1', title: name, home_page_url: site, items };
    return { type: 'application/feed+json', text: JSON.stringify(document) };
  }
  if (kind === 19) {
    return {
      type: 'application/rdf+xml',
      text: `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${site}"><title>${name}</title><link>${site}</link><description>d</description></channel>${entries.map(rdfItem).join('\n')}</rdf:RDF>`,
    };
  }
  if (kind >= 15) {
    return {
      type: 'application/atom+xml',
      text: `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${site}</id><title>${name}</title><link href="${site}"/><updated>${entries[0]?.at.toISOString()}</updated>${entries.map(atomEntry).join('\n')}</feed>`,
    };
  }
  return {
    type: 'application/rss+xml; charset=utf-8',
    text: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${name}</title><link>${site}</link><description>News of ${name}</description><language>en</language>${entries.map((entry) => rssItem(feed, entry)).join('\n')}</channel></rss>`,
  };
}

function print(feed: number, grown: boolean): Printed {
  const count = 20 + (feed % 21);
  const more = grown && feed % 10 === 3 ? 1 : 0;
  const entries = Array.from({ length: count + more }, (_, item) => entryOf(feed, item)).reverse();
  const { type, text } = written(feed, entries);
  const body = Buffer.from(text);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  return { type, body, packed: gzipSync(body), etag, items: entries.length };
}

let printed: Printed[] = [];
let urls: string[] = [];
let validators = true;
let asked: PressCounts;
const resetCounts = (): void => {
  asked = { requests: 0, conditional: 0, notModified: 0, bytes: 0 };
};
resetCounts();

const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
  const feed = Number(request.url?.slice('/feed/'.length));
  const page = printed[feed];
  if (!page) {
    response.writeHead(404).end();
    return;
  }
  const validated = validators || feed % 3 !== 0;
  const { 'if-none-match': known, 'if-modified-since': since } = request.headers;
  asked.requests++;
  if (known !== undefined || since !== undefined) asked.conditional++;
  if (validated && known === page.etag) {
    asked.notModified++;
    response.writeHead(304, { etag: page.etag }).end();
    return;
  }
  const packs = request.headers['accept-encoding']?.includes('gzip') === true;
  const body = packs ? page.packed : page.body;
  asked.bytes += body.length;
  response
    .writeHead(200, {
      'content-type': page.type,
      'content-length': body.length,
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
      ...(validated ? { etag: page.etag, 'last-modified': new Date(newest).toUTCString() } : {}),
    })
    .end(body);
});

async function open(feeds: number, hosts: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  urls = Array.from({ length: feeds }, (_, feed) => {
    const host = feed % hosts;
    return `http://127.0.${Math.floor(host / 250)}.${(host % 250) + 1}:${port}/feed/${feed}`;
  });
  printed = urls.map((_, feed) => print(feed, false));
}

process.on('message', async (message: PressOrder) => {
  if (message.order === 'open') await open(message.feeds, message.hosts);
  else {
    validators = message.validators;
    printed = printed.map((before, feed) => (feed % 10 === 3 ? print(feed, message.grown) : before));
  }
  const items = printed.reduce((sum, page) => sum + page.items, 0);
  process.send?.({ urls: message.order === 'open' ? urls : [], items, asked } satisfies PressAnswer);
  resetCounts();
});
process.on('disconnect', () => process.exit());
