import { atomLinks } from './atom.ts';
import { attributesOf, childrenOf, type Fields, nodesOf, ownAttribute, textOf, textsOf } from './nodes.ts';
import { picturesOf } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

function authorsOf(fields: Fields): (string | undefined)[] {
  const named = [...nodesOf(fields, 'atom:author'), ...nodesOf(fields, 'author')].map((node) => {
    const name = childrenOf(node, 'name').concat(childrenOf(node, 'atom:name'))[0];
    return name === undefined
      ? typeof node === 'string'
        ? node
        : typeof node === 'object'
          ? node._
          : undefined
      : textOf(name);
  });
  return [...textsOf(fields, 'dc:creator', 'dc:author'), ...named, ...textsOf(fields, 'itunes:author')];
}

function plainLinks(fields: Fields): StatedLink[] {
  return nodesOf(fields, 'link').flatMap((node) => {
    const { href, rel, type } = attributesOf(node);
    const text = textOf(node)?.trim();
    if (text) return [{ href: text }];
    return href ? [{ href, rel, type }] : [];
  });
}

function itemOf(fields: Fields): StatedItem {
  const guid =
    nodesOf(fields, 'guid')[0] ??
    nodesOf(fields, 'atom:id')[0] ??
    nodesOf(fields, 'id')[0] ??
    ownAttribute(fields, 'rdf:about');
  const permaLink = attributesOf(guid).ispermalink?.trim().toLowerCase();
  return {
    base: ownAttribute(fields, 'xml:base'),
    titles: textsOf(fields, 'title', 'dc:title', 'itunes:title', 'media:title'),
    links: [
      ...textsOf(fields, 'feedburner:origlink').flatMap((href) => (href ? [{ href }] : [])),
      ...plainLinks(fields),
      ...atomLinks(fields, 'atom:link'),
    ],
    guid: textOf(guid)?.trim(),
    guidIsLink: permaLink === undefined ? undefined : permaLink !== 'false' && permaLink !== '0' && permaLink !== 'no',
    published: textsOf(
      fields,
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
      'published',
      'date',
    ),
    updated: textsOf(fields, 'dcterms:modified', 'atom:updated', 'updated'),
    texts: textsOf(
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
      ...textsOf(fields, 'category', 'dc:subject'),
      ...textsOf(fields, 'itunes:keywords', 'media:keywords').flatMap((one) => one?.split(',')),
    ],
  };
}

/** An RSS or RDF feed as rss-parser found it. Throws MarkupInText. */
export function statedRss(feed: Fields, items: readonly Fields[]): Omit<StatedFeed, 'format'> {
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: textsOf(feed, 'title', 'dc:title', 'itunes:title'),
    links: [...plainLinks(feed), ...atomLinks(feed, 'atom:link')],
    language: textsOf(feed, 'language', 'dc:language')[0],
    ttl: textsOf(feed, 'ttl')[0],
    skipHours: nodesOf(feed, 'skiphours').flatMap((node) =>
      childrenOf(node, 'hour').flatMap((hour) => textOf(hour) ?? []),
    ),
    skipDays: nodesOf(feed, 'skipdays').flatMap((node) => childrenOf(node, 'day').flatMap((day) => textOf(day) ?? [])),
    items: items.map(itemOf),
  };
}
