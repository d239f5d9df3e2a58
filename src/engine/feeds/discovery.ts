import { decodeEntities } from '../text/entities.ts';
import { attributesIn, walkPieces } from '../text/markup.ts';
import { plainLine } from '../text/plain.ts';
import { bodyText } from './bodyText.ts';
import type { ReadContext } from './document.ts';

/** A feed that a page names, or a link that looks like one. */
export interface FoundFeed {
  url: string;
  title?: string;
  type?: 'rss' | 'atom' | 'json';
}

const foundMax = 25;
const charactersMax = 2_000_000;

const feedTypes = new Map<string, FoundFeed['type']>([
  ['application/rss+xml', 'rss'],
  ['application/rdf+xml', 'rss'],
  ['text/rss+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
]);
/** Media types that other documents also have: WordPress's REST API answers with JSON. */
const generalTypes = new Map<string, FoundFeed['type']>([
  ['text/xml', undefined],
  ['application/xml', undefined],
  ['application/json', 'json'],
]);

const feedLike = [
  /\.(?:rss|atom|rdf)$/i,
  /\/(?:rss|feeds?|atom|index|rss2)(?:\.xml)?\/?$/i,
  /\/(?:rss|feed|atom)[\w.-]{0,40}\.xml$/i,
  /[?&](?:feed|format)=(?:rss2?|atom|feed)(?:&|$)/i,
];
/** A cheap first check: every match of `feedLike` contains one of these words. */
const feedWord = /rss|feed|atom|rdf|index/i;

/** Usual paths of a feed on sites that don't link to it, most likely first. */
const usualPaths = ['/feed', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** Some programs write `feed:` before an address, or instead of `https:`. */
export function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://');
}

function resolved(href: string | undefined, base: string): string | undefined {
  const text = href && withoutFeedScheme(href.trim());
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

const aboutComments = (feed: FoundFeed): boolean => /comment|kommentar/i.test(`${feed.title ?? ''} ${feed.url}`);

interface Candidate extends Omit<FoundFeed, 'url'> {
  href: string;
  certainty: (typeof certainties)[number];
}

function candidateOf(name: string, attributes: ReadonlyMap<string, string>): Candidate | undefined {
  const href = attributes.get('href') ?? '';
  const rels = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const stated = (attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  const type = feedTypes.get(stated) ?? generalTypes.get(stated);
  const title = plainLine(attributes.get('title') ?? '') || undefined;
  if (name === 'a') {
    if (feedTypes.has(stated)) return { href, type, certainty: 'typed' };
    return feedWord.test(href.slice(0, 1000)) ? { href, certainty: 'looks like one' } : undefined;
  }
  if (rels.includes('feed')) return { href, title, type, certainty: 'named' };
  if (!rels.includes('alternate')) return undefined;
  if (feedTypes.has(stated)) return { href, title, type, certainty: 'named' };
  // A link to WordPress's REST API, or to the page in another language.
  const isOther = /\/wp-json\/|[?&]rest_route=/.test(href) || attributes.has('hreflang');
  return generalTypes.has(stated) && !isOther ? { href, title, type, certainty: 'said vaguely' } : undefined;
}

/**
 * Best first: a `link` with a feed type, an `a` with a feed type, an `a` with a feed-like address, a `link` with a
 * general type.
 */
const certainties = ['named', 'typed', 'looks like one', 'said vaguely'] as const;
const candidatesMax = 5_000;

/** Feeds in the JSON of a podcast directory. HTML isn't searched: readers' comments may have the same words. */
function statedFeeds(text: string): Candidate[] {
  if (!/^\s*\{/.test(text)) return [];
  const found = text.matchAll(/"feedUrl"\s{0,9}:\s{0,9}"(https?:[^"\s<>]{5,2000})"/g).take(foundMax);
  return [...found].map(([, url = '']) => ({ href: url.replaceAll('\\/', '/'), certainty: 'named' }));
}

/** The feeds that a page names, in the order of `certainties`, but feeds of comments last. Takes linear time. */
export function discoverFeeds(html: string, pageUrl: string): FoundFeed[] {
  const candidates: Candidate[] = [];
  let base: string | undefined;
  let anchor: Candidate | undefined;
  const read = html.slice(0, charactersMax);
  walkPieces(read, (kind, name, start, end) => {
    if (kind === 'text') {
      if (anchor && !anchor.title)
        anchor.title = plainLine(decodeEntities(read.slice(start, Math.min(end, start + 200)))) || undefined;
      return;
    }
    if (name === 'a') anchor = undefined;
    if (kind === 'close' || !['base', 'link', 'a'].includes(name) || candidates.length >= candidatesMax) return;
    const attributes = attributesIn(read.slice(start, end));
    if (name === 'base') {
      base ??= resolved(attributes.get('href'), pageUrl);
      return;
    }
    const candidate = candidateOf(name, attributes);
    if (!candidate) return;
    candidates.push(candidate);
    if (name === 'a') anchor = candidate;
  });
  candidates.push(...statedFeeds(read));
  // Resolved at the end, because the base element also applies to links before it.
  const found = new Map<string, FoundFeed>();
  const judged = candidates.flatMap(({ href, title, type, certainty }) => {
    const url = resolved(href, base ?? pageUrl);
    if (url === undefined) return [];
    const isFeed = certainty !== 'looks like one' || feedLike.some((pattern) => pattern.test(url.slice(0, 1000)));
    return isFeed ? [{ feed: { url, title, type }, rank: certainties.indexOf(certainty) }] : [];
  });
  for (const { feed } of judged.sort((a, b) => a.rank - b.rank))
    if (found.size < foundMax) found.getOrInsert(feed.url, feed);
  return [...found.values()].sort((a, b) => Number(aboutComments(a)) - Number(aboutComments(b)));
}

/** Call it in a worker thread, because a hostile page can take seconds. */
export function feedsOfPage(bytes: Uint8Array, context: ReadContext): FoundFeed[] {
  return discoverFeeds(bodyText(bytes, context), context.url);
}

/** At most `max` addresses to try on a site that links to no feed: one in the page's folder, the others at the root. */
export function likelyFeeds(siteUrl: string, max: number): string[] {
  const url = new URL(siteUrl);
  const folder = url.pathname.replace(/\/[^/]*$/, '');
  const paths = folder === '' ? usualPaths : [`${folder}${usualPaths[0]}`, ...usualPaths];
  return paths.slice(0, max).map((path) => url.origin + path);
}
