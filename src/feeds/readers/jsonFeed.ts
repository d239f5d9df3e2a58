import { itemsMax, type StatedFeed, type StatedItem } from './stated.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Without one of these there is no feed, and no item. */
const feedNames =
  'title home_page_url feed_url description user_comment next_url icon favicon language expired hubs authors author items'.split(
    ' ',
  );
const itemNames =
  'id url external_url title content_html content_text summary image banner_image date_published date_modified tags authors author language attachments'.split(
    ' ',
  );

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some writers begin a name with a capital. */
function fieldOf(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const other = Object.keys(fields).find((key) => key.toLowerCase() === name);
  return other === undefined ? undefined : fields[other];
}

/** Numbers stand where texts should, one value where a list should, and the other way round. */
function textOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' ? one.trim() || undefined : undefined;
}

const textIn = (fields: Fields, name: string): string | undefined => textOf(fieldOf(fields, name));

const saysSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(saysSomething) : textOf(value) !== undefined;

const statesAny = (fields: Fields, names: readonly string[]): boolean =>
  names.some((name) => saysSomething(fieldOf(fields, name)));

function listIn(fields: Fields, name: string): unknown[] {
  const value = fieldOf(fields, name);
  return (Array.isArray(value) ? value : [value]).filter(saysSomething);
}

const objectsIn = (fields: Fields, name: string): Fields[] => listIn(fields, name).filter(isObject);

function authorsOf(fields: Fields): (string | undefined)[] {
  const several = listIn(fields, 'authors');
  const authors = several.length > 0 ? several : listIn(fields, 'author');
  return authors.map((author) => (isObject(author) ? textIn(author, 'name') : textOf(author)));
}

/** Its texts are no markup, but for one of them. */
function escaped(text: string | undefined): string | undefined {
  return text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function itemOf(item: Fields): StatedItem {
  const text = (name: string): string | undefined => textIn(item, name);
  return {
    titles: [escaped(text('title'))],
    links: [text('url'), text('external_url')].flatMap((href) => (href ? [{ href }] : [])),
    guid: text('id'),
    published: [text('date_published')],
    updated: [text('date_modified')],
    texts: [text('content_html'), escaped(text('content_text')), escaped(text('summary'))],
    authors: authorsOf(item),
    pictures: [
      ...[text('image'), text('banner_image')].flatMap((url) => (url ? [{ url, kind: 'image' }] : [])),
      ...objectsIn(item, 'attachments').map((one) => ({
        url: textIn(one, 'url') ?? '',
        kind: textIn(one, 'mime_type') ?? 'unknown',
      })),
    ],
    categories: listIn(item, 'tags').map(textOf),
  };
}

/** Much JSON has a title; without the version of a feed, it must have more of one. */
function isFeed(feed: Fields): boolean {
  if (!statesAny(feed, feedNames)) return false;
  const version = fieldOf(feed, 'version');
  if (typeof version === 'string' && version.trim() !== '') return version.includes('jsonfeed.org/version/');
  const hasItems = Array.isArray(fieldOf(feed, 'items'));
  return statesAny(feed, ['title']) && (hasItems || statesAny(feed, ['home_page_url', 'feed_url', 'authors']));
}

/** Reads JSON Feed, which needs no parser but the language's own: others take a fifteenth of a second to load. Throws where it finds no feed. */
export function readJsonFeed(text: string): StatedFeed {
  const feed: unknown = JSON.parse(text);
  if (!isObject(feed) || !isFeed(feed)) throw new Error('This JSON is no feed');
  const home = textIn(feed, 'home_page_url');
  const self = textIn(feed, 'feed_url');
  const items = fieldOf(feed, 'items');
  return {
    format: 'json',
    titles: [escaped(textIn(feed, 'title'))],
    links: [
      ...(home ? [{ href: home }] : []),
      ...(self ? [{ href: self, rel: 'self' }] : []),
      ...objectsIn(feed, 'hubs').flatMap((hub) => {
        const href = textIn(hub, 'url');
        return href ? [{ href, rel: 'hub' }] : [];
      }),
    ],
    language: textIn(feed, 'language'),
    skipHours: [],
    skipDays: [],
    items: (Array.isArray(items) ? items : [items])
      .slice(0, itemsMax)
      .flatMap((item) => (isObject(item) && statesAny(item, itemNames) ? [itemOf(item)] : [])),
  };
}
