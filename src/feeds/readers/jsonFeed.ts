import { itemsMax, type StatedFeed, type StatedItem, type StatedLink, type StatedPicture } from './stated.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By its name, in whatever letters. */
function valueIn(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const written = Object.keys(fields).find((key) => key.toLowerCase() === name);
  return written === undefined ? undefined : fields[written];
}

const isPlace = (key: string): boolean => /^\d+$/.test(key);

/** A list, or what stands in place of one: PHP writes a list whose places are no row as an object of them. */
function listIn(fields: Fields, name: string): readonly unknown[] {
  const value = valueIn(fields, name);
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null) return [];
  return isObject(value) && Object.keys(value).every(isPlace) ? Object.values(value) : [value];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** Of a list that should be none the first. */
const textIn = (fields: Fields, name: string): string | undefined => textOf(listIn(fields, name)[0]);

const objectsIn = (fields: Fields, name: string): readonly Fields[] => listIn(fields, name).filter(isObject);

/** The texts are plain, and all that is stated may be markup. */
const escaped = (text: string | undefined): string | undefined =>
  text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Version 1.1 has `authors`, version 1 `author`; some write a name in place of either. */
function authorsIn(fields: Fields): string[] {
  const namesIn = (list: string): string[] =>
    listIn(fields, list).flatMap((one) => (isObject(one) ? textIn(one, 'name') : textOf(one)) ?? []);
  const names = namesIn('authors');
  return names.length > 0 ? names : namesIn('author');
}

function linkIn(fields: Fields, name: string, rel?: string): StatedLink[] {
  const href = textIn(fields, name);
  return href === undefined ? [] : [{ href, rel }];
}

function pictureIn(fields: Fields, name: string, kind: string): StatedPicture[] {
  const url = textIn(fields, name);
  return url === undefined ? [] : [{ url, kind }];
}

/** Undefined for one that could be neither shown nor followed. */
function itemOf(item: Fields, authors: readonly string[]): StatedItem | undefined {
  const own = authorsIn(item);
  const stated: StatedItem = {
    titles: [escaped(textIn(item, 'title'))],
    links: [...linkIn(item, 'url'), ...linkIn(item, 'external_url')],
    guid: textIn(item, 'id'),
    guidIsLink: undefined,
    published: [textIn(item, 'date_published')],
    updated: [textIn(item, 'date_modified')],
    texts: [textIn(item, 'content_html'), escaped(textIn(item, 'content_text')), escaped(textIn(item, 'summary'))],
    authors: own.length > 0 ? own : authors,
    pictures: [
      ...pictureIn(item, 'image', 'image'),
      ...pictureIn(item, 'banner_image', 'image'),
      ...objectsIn(item, 'attachments').flatMap((one) => pictureIn(one, 'url', textIn(one, 'mime_type') ?? 'unknown')),
    ],
    categories: listIn(item, 'tags').map(textOf),
  };
  const says = [...stated.titles, ...stated.texts, stated.guid].some((text) => text !== undefined);
  return says || stated.links.length > 0 ? stated : undefined;
}

/** What states its version says so; one that does not is known by what else it holds. */
function isFeed(document: unknown): document is Fields {
  if (!isObject(document)) return false;
  const stated = valueIn(document, 'version');
  const version = typeof stated === 'string' ? stated.trim() : '';
  const named = textIn(document, 'title') !== undefined;
  const listed = Array.isArray(valueIn(document, 'items')) || linkIn(document, 'feed_url').length > 0;
  if (version.includes('jsonfeed.org/version/')) return named || listed || listIn(document, 'items').length > 0;
  return version === '' && named && listed;
}

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). What is hard of a feed is done once `JSON.parse` has it: feedsmith, which
 * reads this as well, loads 190 modules into each thread for the rest. Throws where it finds no feed.
 */
export function readJsonFeed(text: string): StatedFeed {
  const feed: unknown = JSON.parse(text);
  if (!isFeed(feed)) throw new Error('no JSON Feed');
  const authors = authorsIn(feed);
  return {
    format: 'json',
    titles: [escaped(textIn(feed, 'title'))],
    links: [
      ...linkIn(feed, 'home_page_url'),
      ...linkIn(feed, 'feed_url', 'self'),
      ...objectsIn(feed, 'hubs').flatMap((hub) => linkIn(hub, 'url', 'hub')),
    ],
    language: textIn(feed, 'language'),
    skipHours: [],
    skipDays: [],
    items: listIn(feed, 'items')
      .slice(0, itemsMax)
      .filter(isObject)
      .flatMap((item) => itemOf(item, authors) ?? []),
  };
}
