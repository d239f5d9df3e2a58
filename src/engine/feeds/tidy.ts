import { hash } from 'node:crypto';
import { subtagOf } from '../languages/subtag.ts';
import { cut } from '../text/cut.ts';
import { attributesIn } from '../text/markup.ts';
import { titleText } from '../text/plain.ts';
import { parseDate } from './dates.ts';
import type { FeedDocument, FeedItem } from './document.ts';
import type { StatedFeed, StatedItem, StatedLink, StatedPicture, StatedSource } from './readers/stated.ts';

const categoriesMax = 40;
const urlCharactersMax = 2000;
const guidCharactersMax = 1000;
const titleCharactersMax = 120;
const sourceCharactersMax = 60;
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The absolute http or https address, without markup that some feeds append; undefined if there is none. */
function absolute(href: string | undefined, base: string): string | undefined {
  const stated = href?.trim();
  const text = stated?.includes('<') ? stated.slice(0, stated.indexOf('<')) : stated;
  if (!text || text.length > urlCharactersMax) return undefined;
  const url = URL.parse(text, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

/** Many feeds escape their addresses twice. */
const unescaped = (url: string | undefined): string | undefined => url?.replaceAll('&amp;', '&');

function firstOf<T>(
  values: readonly (string | undefined)[],
  read: (value: string | undefined) => T | undefined,
): T | undefined {
  return values
    .values()
    .map(read)
    .find((found) => found !== undefined);
}

function firstUrl(links: readonly StatedLink[], base: string, isMeant: (link: StatedLink) => boolean) {
  const hrefs = links.filter(isMeant).map(({ href }) => href);
  return firstOf(hrefs, (href) => absolute(href, base));
}

const isPlain = ({ rel }: StatedLink): boolean => rel === undefined;
const isAlternate = ({ rel }: StatedLink): boolean => rel === 'alternate';
const isPage = (link: StatedLink): boolean =>
  isAlternate(link) && (link.type === undefined || link.type.includes('html'));

function pageUrl(links: readonly StatedLink[], base: string): string | undefined {
  return firstUrl(links, base, isPlain) ?? firstUrl(links, base, isPage) ?? firstUrl(links, base, isAlternate);
}

function itemUrl(item: StatedItem, base: string): string | undefined {
  const { guid = '', guidIsLink = /^https?:\/\//i.test(guid), links, pictures } = item;
  // A podcast's episode often has no page of its own.
  const recordings = pictures.flatMap(({ kind, url }) => (/^(?:audio|video)\//i.test(kind ?? '') ? [url] : []));
  return (
    pageUrl(links, base) ??
    (guidIsLink ? absolute(guid, base) : undefined) ??
    firstUrl(links, base, ({ rel }) => rel === 'content') ??
    firstOf(recordings, (url) => absolute(url, base))
  );
}

const isImageName = (url: string): boolean => /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i.test(url);
const isOtherName = (url: string): boolean =>
  /^[^?#]*\.(?:mp[34]|m4[abv]|aac|og[agv]|opus|wav|flac|mov|avi|wm[av]|webm|mkv|m3u8?|pdf|zip|epub|torrent)(?:$|[?#])/i.test(
    url,
  );

function isImage(picture: StatedPicture): boolean {
  const kind = picture.kind?.toLowerCase();
  if (kind === undefined) return !isOtherName(picture.url);
  return kind === 'image' || kind.startsWith('image/') || (kind === 'unknown' && isImageName(picture.url));
}

/** The widest picture, or the first one if the first states no width. */
function bestPicture(pictures: readonly StatedPicture[]): StatedPicture | undefined {
  const images = pictures.filter((picture) => picture.url.trim() !== '' && isImage(picture));
  let best = images[0];
  for (const image of images) if ((image.width ?? 0) > (best?.width ?? Number.POSITIVE_INFINITY)) best = image;
  return best;
}

function imageAt(html: string, from: number): number {
  const at = html.indexOf('<img', from);
  return at < 0 ? html.indexOf('<IMG', from) : at;
}

/** The first picture in the text that isn't a tracking pixel. Lazily loaded pictures have a `data-src`. */
function pictureInside(html: string): StatedPicture | undefined {
  let at = imageAt(html, 0);
  for (let tries = 0; at >= 0 && tries < 5; tries++) {
    const end = html.indexOf('>', at);
    if (end < 0) return undefined;
    const attributes = attributesIn(html.slice(at, end + 1));
    const url = ['src', 'data-src'].map((name) => attributes.get(name)).find((one) => one && !one.startsWith('data:'));
    const tiny = ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attributes.get(name) ?? ''));
    if (url && !tiny) return { url: titleText(url), alt: attributes.get('alt') };
    at = imageAt(html, end);
  }
  return undefined;
}

/** A source that is an outlet links to a front page. Other sources are, for example, photographers. */
const isFrontPage = (url: string): boolean => /^https?:\/\/[^/?#]+\/?$/i.test(url.trim());

function sourceName(source: StatedSource | undefined): string | undefined {
  if (source?.name === undefined || (source.url !== undefined && !isFrontPage(source.url))) return undefined;
  const name = titleText(source.name.slice(0, 300));
  return name.length > 0 && name.length <= sourceCharactersMax ? name : undefined;
}

function categoriesOf(stated: readonly (string | undefined)[]): string[] {
  const names = stated.map((one) => (one === undefined ? '' : titleText(one.slice(0, 500))));
  return [...new Set(names.filter((name) => name !== '' && name.length <= 200))].slice(0, categoriesMax);
}

/** The item's longest text. */
function htmlOf(item: StatedItem): string | undefined {
  const texts = item.texts.map((text) => text?.trim() ?? '').filter((text) => text !== '');
  return texts.toSorted((one, other) => other.length - one.length)[0];
}

function plainTitle(titles: readonly (string | undefined)[]): string | undefined {
  return firstOf(titles, (one) => (one === undefined ? undefined : titleText(one) || undefined));
}

/** The title of an item without one, such as a short message: the beginning of the text, cut at a word. */
function titleFrom(html: string | undefined): string {
  const text = html === undefined ? '' : titleText(html.slice(0, 2000));
  if (text.length <= titleCharactersMax) return text;
  const start = cut(text, titleCharactersMax);
  return `${cut(start, Math.max(start.lastIndexOf(' '), titleCharactersMax / 2)).trimEnd()}…`;
}

const hashOf = (text: string): string => hash('sha256', text, 'hex');

function itemOf(stated: StatedItem, feedBase: string): FeedItem {
  const base = absolute(stated.base, feedBase) ?? feedBase;
  const url = itemUrl(stated, base);
  const publishedAt = firstOf(stated.published, parseDate);
  const html = htmlOf(stated);
  const title = plainTitle(stated.titles) ?? titleFrom(html);
  const picture = bestPicture(stated.pictures) ?? (html === undefined ? undefined : pictureInside(html));
  const imageUrl = unescaped(absolute(picture?.url, base));
  const guid = stated.guid?.trim() ?? '';
  return {
    id:
      (guid.length > guidCharactersMax ? hashOf(guid) : guid) ||
      url ||
      hashOf(`${title}\n${stated.published.find((text) => text?.trim()) ?? ''}`),
    title,
    url: unescaped(url),
    publishedAt,
    updatedAt: firstOf(stated.updated, parseDate),
    html,
    sourceName: sourceName(stated.source),
    imageUrl,
    imageAlt: imageUrl && picture?.alt ? titleText(picture.alt) || undefined : undefined,
    categories: categoriesOf(stated.categories),
    ...(stated.isClosed && { isClosed: true }),
  };
}

function numbers(stated: readonly (string | number)[]): number[] {
  return stated.map((one) => (typeof one === 'number' ? one : Number.parseInt(one, 10))).filter(Number.isInteger);
}

function minutes(ttl: string | number | undefined): number | undefined {
  const value = Number(ttl ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? Math.min(Math.round(value), 7 * 24 * 60) : undefined;
}

function list<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? [...new Set(values)] : undefined;
}

/**
 * Makes links absolute (against the item's base, the feed's base, the site, the feed's address) and titles plain, and
 * derives ids and dates by one rule for all formats.
 */
export function tidied(stated: StatedFeed, feedUrl: string): Omit<FeedDocument, 'bytes'> {
  const ownBase = absolute(stated.base, feedUrl) ?? feedUrl;
  const siteUrl = pageUrl(stated.links, ownBase);
  const base = stated.base === undefined ? (siteUrl ?? ownBase) : ownBase;
  return {
    format: stated.format,
    title: plainTitle(stated.titles) ?? '',
    siteUrl,
    language: subtagOf(stated.language),
    ttlMinutes: minutes(stated.ttl),
    skipHours: list(numbers(stated.skipHours ?? []).flatMap((hour) => (hour >= 0 && hour <= 24 ? [hour % 24] : []))),
    skipDays: list(
      (stated.skipDays ?? []).map((day) => dayNames.indexOf(day.trim().toLowerCase())).filter((day) => day >= 0),
    ),
    items: stated.items.map((item) => itemOf(item, base)),
  };
}
