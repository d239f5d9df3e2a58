import { atomLinks, categoryIn, groupTexts, relationOf, textIn } from './atom.ts';
import {
  attributesOf,
  childrenNamed,
  type Fields,
  nodesOf,
  nodeText,
  ourNames,
  ownAttribute,
  textsOf,
} from './nodes.ts';
import { picturesIn } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

function plainLinks(fields: Fields): StatedLink[] {
  return nodesOf(fields, names.links).flatMap((node) => {
    const text = nodeText(node)?.trim();
    if (text) return [{ href: text }];
    const { href, rel, type } = attributesOf(node);
    return href ? [{ href, rel: rel && relationOf(rel), type }] : [];
  });
}

const names = {
  titles: ourNames('title', 'dc:title', 'itunes:title', 'media:title'),
  origins: ourNames('feedburner:origlink'),
  links: ourNames('link'),
  atomLinks: ourNames('atom:link'),
  guids: ourNames('guid', 'atom:id', 'id'),
  published: ourNames('pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published', 'published', 'date'),
  updated: ourNames('dcterms:modified', 'atom:updated', 'updated'),
  texts: ourNames(
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
  atomTexts: ourNames('atom:content', 'atom:summary'),
  categories: ourNames('category', 'atom:category', 'dc:subject'),
  keywords: ourNames('itunes:keywords', 'media:keywords'),
  sources: ourNames('source'),
  languages: ourNames('language', 'dc:language'),
  ttl: ourNames('ttl'),
  skipHours: ourNames('skiphours'),
  skipDays: ourNames('skipdays'),
};

function itemOf(fields: Fields): StatedItem {
  const guid = nodesOf(fields, names.guids)[0] ?? ownAttribute(fields, 'rdf:about');
  const permaLink = attributesOf(guid).ispermalink?.trim().toLowerCase();
  const [source] = nodesOf(fields, names.sources);
  const texts = [...textsOf(fields, names.texts), ...nodesOf(fields, names.atomTexts).map(textIn)];
  return {
    base: ownAttribute(fields, 'xml:base'),
    titles: textsOf(fields, names.titles),
    links: [
      ...textsOf(fields, names.origins).flatMap((href) => (href ? [{ href }] : [])),
      ...plainLinks(fields),
      ...atomLinks(fields, names.atomLinks),
    ],
    guid: nodeText(guid)?.trim(),
    guidIsLink: permaLink === undefined ? undefined : !['false', '0', 'no'].includes(permaLink),
    published: textsOf(fields, names.published),
    updated: textsOf(fields, names.updated),
    // The description in a `media:group` counts only if the item has no other text.
    texts: texts.some((text) => text?.trim()) ? texts : groupTexts(fields),
    source: source === undefined ? undefined : { name: nodeText(source), url: attributesOf(source).url ?? '' },
    pictures: picturesIn(fields),
    categories: [
      ...nodesOf(fields, names.categories).map(categoryIn),
      ...textsOf(fields, names.keywords).flatMap((one) => one?.split(',')),
    ],
  };
}

/** Converts an RSS or RDF feed from rss-parser's fields. Throws MarkupInText. */
export function statedRss(feed: Fields, items: readonly Fields[]): Omit<StatedFeed, 'format'> {
  const entries = (lists: readonly string[], entry: string): string[] =>
    nodesOf(feed, lists).flatMap((node) => childrenNamed(node, entry).flatMap((one) => nodeText(one) ?? []));
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: textsOf(feed, names.titles),
    links: [...plainLinks(feed), ...atomLinks(feed, names.atomLinks)],
    language: textsOf(feed, names.languages)[0],
    ttl: textsOf(feed, names.ttl)[0],
    skipHours: entries(names.skipHours, 'hour'),
    skipDays: entries(names.skipDays, 'day'),
    items: items.map(itemOf),
  };
}
