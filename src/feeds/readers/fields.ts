const pictureFields = ['media:thumbnail', 'media:content', 'media:group', 'itunes:image', 'x-image'];

/**
 * Every element under a name of ours, so that rss-parser never makes a snippet of a text: that code is quadratic.
 * Prototype names are kept apart, since xml2js counts them as present.
 */
const itemFields = [
  'title',
  'link',
  'guid',
  'description',
  'content:encoded',
  'content',
  'summary',
  'body',
  'fullitem',
  'xhtml:body',
  'pubdate',
  'dc:date',
  'dcterms:created',
  'dcterms:issued',
  'dcterms:modified',
  'atom:published',
  'atom:updated',
  'published',
  'updated',
  'issued',
  'created',
  'modified',
  'date',
  'author',
  'dc:creator',
  'dc:author',
  'dc:title',
  'media:title',
  'media:description',
  'dc:description',
  'itunes:author',
  'itunes:title',
  'itunes:summary',
  'atom:author',
  'atom:content',
  'atom:summary',
  'atom:category',
  'category',
  'dc:subject',
  'itunes:keywords',
  'media:keywords',
  'enclosure',
  'atom:link',
  'atom:id',
  'id',
  'image',
  'source',
  'feedburner:origlink',
  ...pictureFields,
];
const feedFields = [
  'title',
  'author',
  'dc:title',
  'itunes:title',
  'link',
  'language',
  'dc:language',
  'ttl',
  'skiphours',
  'skipdays',
  'atom:link',
  'pubdate',
];

const ourNames = new Map<string, string>();

/** The name that an element has for rss-parser. Looked up, since one made anew each time is a slow key. */
export function oursOf(name: string): string {
  const known = ourNames.get(name);
  if (known !== undefined) return known;
  const ours = `x-${name}`;
  if (ourNames.size < 1000) ourNames.set(name, ours);
  return ours;
}

/**
 * What rss-parser is told to copy from an element, and under which name; all elements of a name, not the first one
 * only.
 */
export type SoughtField = [from: string, to: string, { keepArray: true }];

const sought = (from: string, to: string): SoughtField => [from, to, { keepArray: true }];
const soughtOf = (names: readonly string[]) => new Map(names.map((name) => [name, sought(oursOf(name), oursOf(name))]));
/** Of the feed and of an item, by their canonical names. */
export const soughtFields = { feed: soughtOf(feedFields), item: soughtOf(itemFields) };
/** The attributes of the item or feed itself. */
export const attributesField = sought('$', 'attributes');
