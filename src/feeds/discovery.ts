import { decodeEntities } from '../text/entities.ts';
import { walkPieces } from '../text/markup.ts';
import { plainLine } from '../text/plain.ts';
import { decodeText } from '../web/decode.ts';
import { withoutFeedScheme } from './address.ts';
import type { ReadContext } from './document.ts';

/** A feed that a page names or seems to link. */
export interface FoundFeed {
  url: string;
  title?: string;
  type?: 'rss' | 'atom' | 'json';
}

const foundMax = 25;
const charactersMax = 2_000_000;

const feedTypes = new Map<string, FoundFeed['type']>(
  Object.entries({
    'application/rss+xml': 'rss',
    'application/rdf+xml': 'rss',
    'text/rss+xml': 'rss',
    'application/atom+xml': 'atom',
    'application/feed+json': 'json',
  } as const),
);

const feedLike =
  /(?:\.(?:rss|atom|rdf)|\/(?:rss|feeds?|atom|index|rss2)(?:\.xml)?\/?|\/(?:rss|feed|atom)[\w.-]{0,40}\.xml|[?&](?:feed|format)=(?:rss2?|atom|feed))$/i;

/** Where sites keep their feed when they do not say so, most likely first. */
const usualPaths = ['/feed', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'];

function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag
    .slice(0, 4000)
    .matchAll(/([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

function resolved(href: string | undefined, base: string): string | undefined {
  const text = href && withoutFeedScheme(href.trim());
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

const aboutComments = (feed: FoundFeed): boolean => /comment|kommentar/i.test(`${feed.title ?? ''} ${feed.url}`);

/**
 * The feeds that a page names: those in its head first, then links that look like feeds, feeds of comments last.
 * A guess until read; linear in the page's length.
 */
export function discoverFeeds(html: string, pageUrl: string): FoundFeed[] {
  const declared = new Map<string, FoundFeed>();
  const linked = new Map<string, FoundFeed>();
  let base = pageUrl;
  let anchor: FoundFeed | undefined;
  const read = html.slice(0, charactersMax);
  walkPieces(read, (kind, name, start, end) => {
    if (kind === 'text') {
      if (anchor && !anchor.title)
        anchor.title = plainLine(decodeEntities(read.slice(start, Math.min(end, start + 200)))) || undefined;
      return;
    }
    if (name === 'a') anchor = undefined;
    if (kind === 'close' || !['base', 'link', 'a'].includes(name) || declared.size >= foundMax) return;
    const attributes = attributesOf(read.slice(start, end));
    const url = resolved(attributes.get('href'), base);
    if (url === undefined) return;
    if (name === 'base') base = url;
    else if (name === 'link') {
      const rels = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
      const type = feedTypes.get((attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '');
      const names = rels.includes('feed') || (rels.includes('alternate') && type !== undefined);
      if (names && !declared.has(url))
        declared.set(url, { url, title: plainLine(attributes.get('title') ?? '') || undefined, type });
    } else if (feedLike.test(url.slice(0, 1000)) && !linked.has(url) && linked.size < foundMax) {
      anchor = { url };
      linked.set(url, anchor);
    }
  });
  const found = [...declared.values(), ...[...linked.values()].filter((feed) => !declared.has(feed.url))];
  return [...found.filter((feed) => !aboutComments(feed)), ...found.filter(aboutComments)].slice(0, foundMax);
}

/** As `discoverFeeds`, of a page as it came. For workers: a hostile page can take seconds. */
export function feedsOfPage(bytes: Uint8Array, context: ReadContext): FoundFeed[] {
  return discoverFeeds(decodeText(bytes, context.contentType), context.url);
}

/**
 * Addresses worth trying on a site that names no feed, most likely first, at most `max`: below the page's folder only the
 * likeliest one, since each costs the site a request.
 */
export function likelyFeeds(siteUrl: string, max: number): string[] {
  const url = new URL(siteUrl);
  const folder = url.pathname.replace(/\/[^/]*$/, '');
  const paths = folder === '' ? usualPaths : [`${folder}${usualPaths[0]}`, ...usualPaths];
  return paths.slice(0, max).map((path) => url.origin + path);
}
