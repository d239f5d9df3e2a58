import Parser from 'rss-parser';
import { attributesField, oursOf, type SoughtField, soughtFields } from './fields.ts';
import { withoutLongTexts } from './longTexts.ts';
import { canonicalName, renamedPrefixes } from './names.ts';
import { itemsMax, type StatedFeed, type StatedItem, type StatedLink, type StatedPicture } from './stated.ts';

/** What xml2js makes of an element: a string, or an object with `_` (text), `$` (attributes) and arrays of children. */
type Node = string | NodeObject | undefined;
interface NodeObject {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly [child: string]: unknown;
}

/** A text holds markup of its own, whose order rss-parser loses; the document must be repaired first. */
class MarkupInText extends Error {}

type Fields = Readonly<Record<string, readonly Node[] | undefined>>;

/** Structure that rss-parser looks for itself, as it spells it; every other element is renamed. */
const structure = new Map([
  ['rss', 'rss'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['rdf:rdf', 'rdf:RDF'],
]);

function textOf(node: Node): string | undefined {
  if (node === undefined || node === null) return undefined;
  if (typeof node === 'string') return node;
  for (const name of Object.keys(node))
    if (name !== '_' && name !== '$') throw new MarkupInText(`<${name}> inside a text`);
  return node._;
}

const attributesOf = (node: Node): Readonly<Record<string, string>> => (typeof node === 'object' ? (node.$ ?? {}) : {});

const upper = /[A-Z]/;

function lowerAttributes(node: Node): Readonly<Record<string, string | undefined>> {
  const attributes = attributesOf(node);
  const names = Object.keys(attributes);
  if (!names.some((name) => upper.test(name))) return attributes;
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), attributes[name]]));
}

function childrenOf(node: Node, name: string): readonly Node[] {
  if (typeof node !== 'object') return [];
  const found = node[oursOf(name)];
  return Array.isArray(found) ? found : [];
}

const none: readonly Node[] = [];
const nodes = (fields: Fields, name: string): readonly Node[] => fields[oursOf(name)] ?? none;

function texts(fields: Fields, ...names: string[]): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (const name of names) for (const node of nodes(fields, name)) found.push(textOf(node));
  return found;
}

function picturesOf(fields: Fields): StatedPicture[] {
  const found: StatedPicture[] = [];
  const add = (node: Node, alt?: string): void => {
    const { url, href, type, medium, width } = lowerAttributes(node);
    const address = url ?? href;
    if (address)
      found.push({ url: address, kind: medium ?? type, alt, width: width === undefined ? undefined : Number(width) });
  };
  const media = (holder: { content: readonly Node[]; thumbnail: readonly Node[] }): void => {
    for (const content of holder.content) {
      const alt = childrenOf(content, 'media:description').concat(childrenOf(content, 'media:title')).map(textOf)[0];
      add(content, alt);
      for (const thumbnail of childrenOf(content, 'media:thumbnail')) add(thumbnail, alt);
    }
    for (const thumbnail of holder.thumbnail) add(thumbnail);
  };
  media({ content: nodes(fields, 'media:content'), thumbnail: nodes(fields, 'media:thumbnail') });
  for (const group of nodes(fields, 'media:group')) {
    media({ content: childrenOf(group, 'media:content'), thumbnail: childrenOf(group, 'media:thumbnail') });
  }
  for (const enclosure of nodes(fields, 'enclosure')) add(enclosure);
  for (const image of nodes(fields, 'itunes:image')) add(image);
  for (const image of nodes(fields, 'image')) {
    const url = childrenOf(image, 'url').map(textOf)[0] ?? (typeof image === 'string' ? image : undefined);
    if (url) found.push({ url, kind: 'image' });
  }
  return found;
}

function authorsOf(fields: Fields): (string | undefined)[] {
  const named = [...nodes(fields, 'atom:author'), ...nodes(fields, 'author')].map((node) => {
    const name = childrenOf(node, 'name').concat(childrenOf(node, 'atom:name'))[0];
    return name === undefined
      ? typeof node === 'string'
        ? node
        : typeof node === 'object'
          ? node._
          : undefined
      : textOf(name);
  });
  return [...texts(fields, 'dc:creator', 'dc:author'), ...named, ...texts(fields, 'itunes:author')];
}

function atomLinks(fields: Fields): StatedLink[] {
  return nodes(fields, 'atom:link').flatMap((node) => {
    const { href, rel, type } = lowerAttributes(node);
    return href ? [{ href, rel: rel ?? 'alternate', type }] : [];
  });
}

function plainLinks(fields: Fields): StatedLink[] {
  return nodes(fields, 'link').flatMap((node) => {
    const { href, rel, type } = lowerAttributes(node);
    const text = textOf(node)?.trim();
    if (text) return [{ href: text }];
    return href ? [{ href, rel, type }] : [];
  });
}

function itemOf(fields: Fields): StatedItem {
  const guid = nodes(fields, 'guid')[0] ?? nodes(fields, 'atom:id')[0] ?? nodes(fields, 'id')[0];
  const permaLink = lowerAttributes(guid).ispermalink?.trim().toLowerCase();
  return {
    base: baseOf(fields),
    titles: texts(fields, 'title', 'dc:title', 'itunes:title', 'media:title'),
    links: [
      ...texts(fields, 'feedburner:origlink').flatMap((href) => (href ? [{ href }] : [])),
      ...plainLinks(fields),
      ...atomLinks(fields),
    ],
    guid: textOf(guid)?.trim(),
    guidIsLink: permaLink === undefined ? undefined : permaLink !== 'false' && permaLink !== '0' && permaLink !== 'no',
    published: texts(
      fields,
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
      'published',
      'date',
    ),
    updated: texts(fields, 'dcterms:modified', 'atom:updated', 'updated'),
    texts: texts(
      fields,
      'content:encoded',
      'xhtml:body',
      'body',
      'fullitem',
      'content',
      'description',
      'summary',
      'itunes:summary',
      'media:description',
      'dc:description',
    ),
    authors: authorsOf(fields),
    pictures: picturesOf(fields),
    categories: [
      ...texts(fields, 'category', 'dc:subject'),
      ...texts(fields, 'itunes:keywords', 'media:keywords').flatMap((one) => one?.split(',')),
    ],
  };
}

function baseOf(fields: Fields): string | undefined {
  const attributes: unknown = fields.attributes;
  return typeof attributes === 'object' && attributes !== null && 'xml:base' in attributes
    ? String(attributes['xml:base'])
    : undefined;
}

/** rss-parser never settles on some documents; its work is synchronous, so what is not there after a turn of the loop never comes. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Immediate | undefined;
  const never = new Promise<never>((_, reject) => {
    timer = setImmediate(() => setImmediate(() => reject(new Error('rss-parser gave no answer'))));
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    clearImmediate(timer);
  }
}

/** Reads XML feeds with rss-parser. Throws on what it can't take, and MarkupInText where it would lose the order of a text. */
export async function readWithRssParser(xml: string, kind: 'rss' | 'atom' | 'rdf'): Promise<StatedFeed> {
  const renamed = renamedPrefixes(xml);
  const names = new Map<string, string>();
  // Every field is looked for in every item, so only those that occur are asked for: rss-parser looks once all is parsed.
  const fields: Record<'feed' | 'item', SoughtField[]> = { feed: [attributesField], item: [attributesField] };
  const rename = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const canonical = canonicalName(name, renamed);
    const given = structure.get(canonical) ?? oursOf(canonical);
    names.set(name, given);
    for (const place of ['feed', 'item'] as const) {
      const field = soughtFields[place].get(canonical);
      if (field && !fields[place].includes(field)) fields[place].push(field);
    }
    return given;
  };
  const short = withoutLongTexts(xml);
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [rename], valueProcessors: [short.restored] },
    customFields: fields as never,
  });
  const feed = await settled(parser.parseString(short.xml));
  const items = feed.items.slice(0, itemsMax).map(itemOf);
  return {
    format: kind,
    base: baseOf(feed),
    titles: texts(feed, 'title', 'dc:title', 'itunes:title'),
    links: [...plainLinks(feed), ...atomLinks(feed)],
    language: texts(feed, 'language', 'dc:language')[0],
    ttl: texts(feed, 'ttl')[0],
    skipHours: nodes(feed, 'skiphours').flatMap((node) =>
      childrenOf(node, 'hour').flatMap((hour) => textOf(hour) ?? []),
    ),
    skipDays: nodes(feed, 'skipdays').flatMap((node) => childrenOf(node, 'day').flatMap((day) => textOf(day) ?? [])),
    items,
  };
}
