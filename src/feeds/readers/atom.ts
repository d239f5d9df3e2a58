import { atomText } from './atomText.ts';
import {
  attributesOf,
  childrenOf,
  type Fields,
  type Node,
  nodesOf,
  type Occurring,
  ownAttribute,
  textOf,
  textsOf,
} from './nodes.ts';
import { picturesOf } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

export function textIn(node: Node): string | undefined {
  const { type, mode } = attributesOf(node);
  return atomText({ value: textOf(node), type }, mode === 'base64');
}

const registry = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;

/**
 * A link's relation as RFC 4287 (4.2.7.2) has them compared: a name, or the same as an IRI; without one it is the
 * page.
 */
export function relationOf(stated = 'alternate'): string {
  return stated === 'alternate' ? stated : stated.trim().toLowerCase().replace(registry, '');
}

/** Atom's links, which stand in other formats under its prefix; one without `rel` is to the page. */
export function atomLinks(fields: Fields, names: readonly string[]): StatedLink[] {
  return nodesOf(fields, names).flatMap((node) => {
    const { href = textOf(node)?.trim(), rel, type, 'xml:base': base } = attributesOf(node);
    return href ? [{ href, rel: relationOf(rel), type, base }] : [];
  });
}

/** Of a person the name, else the address; RSS has no more than a text. */
export function personIn(node: Node): string | undefined {
  if (typeof node !== 'object') return node;
  const name = childrenOf(node, 'name')[0] ?? childrenOf(node, 'atom:name')[0];
  return textOf(name) || textOf(childrenOf(node, 'email')[0]) || node._;
}

/** By the name for readers, where Atom's category has one; RSS has no more than a text. */
export function categoryIn(node: Node): string | undefined {
  if (typeof node !== 'object') return node;
  const { label, term } = attributesOf(node);
  return label || term || textOf(node);
}

/** Reads the entries of one document. */
function entryReader(occurring: Occurring): (fields: Fields) => StatedItem {
  const names = {
    titles: occurring('title'),
    otherTitles: occurring('dc:title', 'media:title'),
    links: occurring('link'),
    ids: occurring('id'),
    published: occurring('published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created', 'created'),
    updated: occurring('updated', 'modified', 'dcterms:modified'),
    contents: occurring('content'),
    summaries: occurring('summary'),
    mediaTexts: occurring('media:description'),
    groups: occurring('media:group'),
    otherTexts: occurring('dc:description'),
    authors: occurring('author'),
    creators: occurring('dc:creator'),
    sources: occurring('source'),
    categories: occurring('category'),
    subjects: occurring('dc:subject'),
  };
  const picturesIn = picturesOf(occurring);
  return (fields) => {
    const links = atomLinks(fields, names.links);
    const [content] = nodesOf(fields, names.contents);
    const { src } = attributesOf(content);
    return {
      base: ownAttribute(fields, 'xml:base'),
      titles: [...nodesOf(fields, names.titles).map(textIn), ...textsOf(fields, names.otherTitles)],
      links: src ? [...links, { href: src, rel: 'content' }] : links,
      guid: textsOf(fields, names.ids)[0]?.trim(),
      idIsIri: true,
      published: textsOf(fields, names.published),
      updated: textsOf(fields, names.updated),
      texts: [
        textIn(content),
        ...nodesOf(fields, names.summaries).map(textIn),
        ...textsOf(fields, names.mediaTexts),
        ...nodesOf(fields, names.groups).flatMap((group) => childrenOf(group, 'media:description').map(textOf)),
        ...textsOf(fields, names.otherTexts),
      ],
      authors: [
        ...nodesOf(fields, names.authors).map(personIn),
        ...textsOf(fields, names.creators),
        ...nodesOf(fields, names.sources).flatMap((source) => childrenOf(source, 'author').map(personIn)),
      ],
      source: nodesOf(fields, names.sources).map((source) => ({ name: childrenOf(source, 'title').map(textIn)[0] }))[0],
      pictures: [
        ...picturesIn(fields),
        ...links.flatMap(({ href, rel, type }) =>
          rel === 'enclosure' ? [{ url: href, kind: type ?? 'unknown' }] : [],
        ),
      ],
      categories: [...nodesOf(fields, names.categories).map(categoryIn), ...textsOf(fields, names.subjects)],
    };
  };
}

/** Of the feed; each entry has them behind its own, of all of which the first is named. */
const authorsMax = 10;

/** An Atom feed, 1.0 or 0.3, as rss-parser found it. Throws MarkupInText. */
export function statedAtom(feed: Fields, items: readonly Fields[], occurring: Occurring): Omit<StatedFeed, 'format'> {
  const authors = nodesOf(feed, occurring('author')).slice(0, authorsMax).map(personIn);
  const entryOf = entryReader(occurring);
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: nodesOf(feed, occurring('title')).map(textIn),
    links: atomLinks(feed, occurring('link')),
    language: ownAttribute(feed, 'xml:lang') ?? textsOf(feed, occurring('dc:language'))[0],
    skipHours: [],
    skipDays: [],
    items: items.map((fields) => {
      const entry = entryOf(fields);
      return authors.length === 0 ? entry : { ...entry, authors: [...entry.authors, ...authors] };
    }),
  };
}
