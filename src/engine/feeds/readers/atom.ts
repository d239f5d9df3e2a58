import {
  attributesOf,
  childrenNamed,
  type Fields,
  type Node,
  nodesOf,
  nodeText,
  ourNames,
  ownAttribute,
  textsOf,
} from './nodes.ts';
import { picturesIn } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

/**
 * Decodes base64, used by non-text media types and by `mode="base64"` of Atom 0.3 (`packed`). Undefined for any other
 * text.
 */
function unpacked(value: string, type: string, packed: boolean): string | undefined {
  const binary = type.includes('/') && !/^text\/|xml|html|json/i.test(type);
  if (!packed && !binary) return undefined;
  const compact = value.replace(/\s+/g, '');
  if (compact.length < 4 || compact.length % 4 !== 0 || !/^[a-z0-9+/]+={0,2}$/i.test(compact)) return undefined;
  const decoded = Buffer.from(compact, 'base64').toString('utf8');
  return /[\ufffd\0]/.test(decoded) ? undefined : decoded;
}

/** An Atom text as HTML. A text of type "text" is escaped, unless it contains markup all the same. */
export function atomText(text: { value?: string; type?: string } | undefined, packed = false): string | undefined {
  if (text?.value === undefined) return undefined;
  const { value, type = 'text' } = text;
  const decoded = unpacked(value, type, packed);
  if (decoded !== undefined) return decoded;
  const isPlain = (type === 'text' || type === 'text/plain') && !/<\/?[a-z][^<>]*>|&[a-z]+;|&#/i.test(value);
  return isPlain ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : value;
}

export function textIn(node: Node): string | undefined {
  const { type, mode } = attributesOf(node);
  return atomText({ value: nodeText(node), type }, mode === 'base64');
}

/** A link without a relation leads to the page (RFC 4287, 4.2.7.2). */
export const relationOf = (stated = 'alternate'): string => stated.trim().toLowerCase();

/** Reads Atom links. `names` are the element names, which have a prefix in other formats. */
export function atomLinks(fields: Fields, names: readonly string[]): StatedLink[] {
  return nodesOf(fields, names).flatMap((node) => {
    const { href = nodeText(node)?.trim(), rel, type } = attributesOf(node);
    return href ? [{ href, rel: relationOf(rel), type }] : [];
  });
}

/** The name of a category: in Atom its label for readers, else its term; in RSS its text. */
export function categoryIn(node: Node): string | undefined {
  const { label, term } = attributesOf(node);
  return label || term || nodeText(node);
}

/** The descriptions in `media:group`. */
export const groupTexts = (fields: Fields): (string | undefined)[] =>
  nodesOf(fields, names.groups).flatMap((group) => childrenNamed(group, 'media:description').map(nodeText));

const names = {
  titles: ourNames('title'),
  otherTitles: ourNames('dc:title', 'media:title'),
  links: ourNames('link'),
  ids: ourNames('id'),
  published: ourNames('published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created', 'created'),
  updated: ourNames('updated', 'modified', 'dcterms:modified'),
  contents: ourNames('content'),
  summaries: ourNames('summary'),
  otherTexts: ourNames('media:description', 'dc:description'),
  groups: ourNames('media:group'),
  sources: ourNames('source'),
  categories: ourNames('category'),
  subjects: ourNames('dc:subject'),
  languages: ourNames('dc:language'),
};

function entryOf(fields: Fields): StatedItem {
  const links = atomLinks(fields, names.links);
  const [content] = nodesOf(fields, names.contents);
  const [source] = nodesOf(fields, names.sources);
  const { src } = attributesOf(content);
  return {
    base: ownAttribute(fields, 'xml:base'),
    titles: [...nodesOf(fields, names.titles).map(textIn), ...textsOf(fields, names.otherTitles)],
    links: src ? [...links, { href: src, rel: 'content' }] : links,
    guid: textsOf(fields, names.ids)[0]?.trim(),
    published: textsOf(fields, names.published),
    updated: textsOf(fields, names.updated),
    texts: [
      textIn(content),
      ...nodesOf(fields, names.summaries).map(textIn),
      ...textsOf(fields, names.otherTexts),
      ...groupTexts(fields),
    ],
    source: source === undefined ? undefined : { name: childrenNamed(source, 'title').map(textIn)[0] },
    pictures: [
      ...picturesIn(fields),
      ...links.flatMap(({ href, rel, type }) => (rel === 'enclosure' ? [{ url: href, kind: type ?? 'unknown' }] : [])),
    ],
    categories: [...nodesOf(fields, names.categories).map(categoryIn), ...textsOf(fields, names.subjects)],
  };
}

/** Converts an Atom feed, 1.0 or 0.3, from rss-parser's fields. Throws MarkupInText. */
export function statedAtom(feed: Fields, items: readonly Fields[]): Omit<StatedFeed, 'format'> {
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: nodesOf(feed, names.titles).map(textIn),
    links: atomLinks(feed, names.links),
    language: ownAttribute(feed, 'xml:lang') ?? textsOf(feed, names.languages)[0],
    items: items.map(entryOf),
  };
}
