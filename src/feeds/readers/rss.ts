import { atomLinks, categoryIn, personIn, relationOf, textIn } from './atom.ts';
import {
  attributesOf,
  childrenOf,
  type Fields,
  nodesOf,
  type Occurring,
  ownAttribute,
  textOf,
  textsOf,
} from './nodes.ts';
import { picturesOf } from './pictures.ts';
import type { StatedFeed, StatedItem, StatedLink } from './stated.ts';

function plainLinks(fields: Fields, names: readonly string[]): StatedLink[] {
  return nodesOf(fields, names).flatMap((node) => {
    const text = textOf(node)?.trim();
    if (text) return [{ href: text }];
    const { href, rel, type } = attributesOf(node);
    return href ? [{ href, rel: rel && relationOf(rel), type }] : [];
  });
}

/** Reads the items of one document. */
function itemReader(occurring: Occurring): (fields: Fields) => StatedItem {
  const names = {
    titles: occurring('title', 'dc:title', 'itunes:title', 'media:title'),
    origins: occurring('feedburner:origlink'),
    links: occurring('link'),
    atomLinks: occurring('atom:link'),
    guids: occurring('guid', 'atom:id', 'id'),
    published: occurring(
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
      'published',
      'date',
    ),
    updated: occurring('dcterms:modified', 'atom:updated', 'updated'),
    texts: occurring(
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
    atomTexts: occurring('atom:content', 'atom:summary'),
    groups: occurring('media:group'),
    creators: occurring('dc:creator', 'dc:author'),
    authors: occurring('atom:author', 'author'),
    speakers: occurring('itunes:author'),
    categories: occurring('category', 'atom:category', 'dc:subject'),
    keywords: occurring('itunes:keywords', 'media:keywords'),
    sources: occurring('source'),
  };
  const picturesIn = picturesOf(occurring);
  const hasOthers = names.atomTexts.length > 0 || names.groups.length > 0;
  /** What a group of pictures says of itself is the item's text only where there is no other. */
  const allTexts = (fields: Fields) => {
    const own = [...textsOf(fields, names.texts), ...nodesOf(fields, names.atomTexts).map(textIn)];
    if (own.some((text) => text?.trim())) return own;
    return nodesOf(fields, names.groups).flatMap((group) => childrenOf(group, 'media:description').map(textOf));
  };
  return (fields) => {
    const guid = nodesOf(fields, names.guids)[0] ?? ownAttribute(fields, 'rdf:about');
    const permaLink = attributesOf(guid).ispermalink?.trim().toLowerCase();
    const links = plainLinks(fields, names.links);
    const origins = textsOf(fields, names.origins).flatMap((href) => (href ? [{ href }] : []));
    return {
      base: ownAttribute(fields, 'xml:base'),
      titles: textsOf(fields, names.titles),
      links: [...origins, ...links, ...atomLinks(fields, names.atomLinks)],
      guid: textOf(guid)?.trim(),
      guidIsLink:
        permaLink === undefined ? undefined : permaLink !== 'false' && permaLink !== '0' && permaLink !== 'no',
      published: textsOf(fields, names.published),
      updated: textsOf(fields, names.updated),
      texts: hasOthers ? allTexts(fields) : textsOf(fields, names.texts),
      authors: [
        ...textsOf(fields, names.creators),
        ...nodesOf(fields, names.authors).map(personIn),
        ...textsOf(fields, names.speakers),
      ],
      source: nodesOf(fields, names.sources).map((node) => ({
        name: textOf(node),
        url: attributesOf(node).url ?? '',
      }))[0],
      pictures: picturesIn(fields),
      categories: [
        ...nodesOf(fields, names.categories).map(categoryIn),
        ...textsOf(fields, names.keywords).flatMap((one) => one?.split(',')),
      ],
    };
  };
}

/** An RSS or RDF feed as rss-parser found it. Throws MarkupInText. */
export function statedRss(feed: Fields, items: readonly Fields[], occurring: Occurring): Omit<StatedFeed, 'format'> {
  const entries = (list: string, entry: string): string[] =>
    nodesOf(feed, occurring(list)).flatMap((node) => childrenOf(node, entry).flatMap((one) => textOf(one) ?? []));
  return {
    base: ownAttribute(feed, 'xml:base'),
    titles: textsOf(feed, occurring('title', 'dc:title', 'itunes:title')),
    links: [...plainLinks(feed, occurring('link')), ...atomLinks(feed, occurring('atom:link'))],
    language: textsOf(feed, occurring('language', 'dc:language'))[0],
    ttl: textsOf(feed, occurring('ttl'))[0],
    skipHours: entries('skiphours', 'hour'),
    skipDays: entries('skipdays', 'day'),
    items: items.map(itemReader(occurring)),
  };
}
