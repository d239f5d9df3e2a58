import { atomText } from './atomText.ts';
import { attributesOf, childrenOf, type Fields, type Node, nodesOf, ownAttribute, textOf, textsOf } from './nodes.ts';
import { picturesOf } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

const textIn = (node: Node): string | undefined => atomText({ value: textOf(node), type: attributesOf(node).type });

/** Atom's links, which stand in other formats under its prefix; one without `rel` is to the page. */
export function atomLinks(fields: Fields, name: 'link' | 'atom:link'): StatedLink[] {
  return nodesOf(fields, name).flatMap((node) => {
    const { href, rel = 'alternate', type } = attributesOf(node);
    return href ? [{ href, rel, type }] : [];
  });
}

/** Of a person the name, else the address. */
function personIn(node: Node): string | undefined {
  return textOf(childrenOf(node, 'name')[0]) || textOf(childrenOf(node, 'email')[0]);
}

function itemOf(fields: Fields): StatedItem {
  const links = atomLinks(fields, 'link');
  const [content] = nodesOf(fields, 'content');
  const { src } = attributesOf(content);
  return {
    base: ownAttribute(fields, 'xml:base'),
    titles: [...nodesOf(fields, 'title').map(textIn), ...textsOf(fields, 'dc:title', 'media:title')],
    links: src ? [...links, { href: src, rel: 'content' }] : links,
    guid: textsOf(fields, 'id')[0]?.trim(),
    published: textsOf(fields, 'published', 'dc:date', 'dcterms:issued', 'dcterms:created'),
    updated: textsOf(fields, 'updated', 'dcterms:modified'),
    texts: [
      textIn(content),
      ...nodesOf(fields, 'summary').map(textIn),
      ...textsOf(fields, 'media:description'),
      ...nodesOf(fields, 'media:group').flatMap((group) => childrenOf(group, 'media:description').map(textOf)),
      ...textsOf(fields, 'dc:description'),
    ],
    authors: [
      ...nodesOf(fields, 'author').map(personIn),
      ...textsOf(fields, 'dc:creator'),
      ...nodesOf(fields, 'source').flatMap((source) => childrenOf(source, 'author').map(personIn)),
    ],
    pictures: [
      ...picturesOf(fields),
      ...links.flatMap(({ href, rel, type }) => (rel === 'enclosure' ? [{ url: href, kind: type ?? 'unknown' }] : [])),
    ],
    categories: [
      ...nodesOf(fields, 'category').map((node) => attributesOf(node).label ?? attributesOf(node).term),
      ...textsOf(fields, 'dc:subject'),
    ],
  };
}

/** An Atom 1.0 feed as rss-parser found it. Throws MarkupInText. */
export function statedAtom(feed: Fields, items: readonly Fields[]): Omit<StatedFeed, 'format'> {
  const authors = nodesOf(feed, 'author').map(personIn);
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: nodesOf(feed, 'title').map(textIn),
    links: atomLinks(feed, 'link'),
    language: ownAttribute(feed, 'xml:lang') ?? textsOf(feed, 'dc:language')[0],
    skipHours: [],
    skipDays: [],
    items: items.map((fields) => {
      const item = itemOf(fields);
      return { ...item, authors: [...item.authors, ...authors] };
    }),
  };
}
