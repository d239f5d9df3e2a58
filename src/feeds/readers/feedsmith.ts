import {
  type AtomFeed,
  type AtomNs,
  type MediaNs,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import { relationOf } from './atom.ts';
import { atomText } from './atomText.ts';
import { itemsMax, type StatedFeed, type StatedItem, type StatedLink, type StatedPicture } from './stated.ts';

type Media = MediaNs.ItemOrFeed | undefined;
type AtomEntry = AtomFeed.Entry<string> | AtomNs.Entry<string>;
type Parsed<T> = { [K in keyof T]?: T[K] };

const options = { maxItems: itemsMax };

function mediaPictures(media: Media): StatedPicture[] {
  if (!media) return [];
  const of = (holder: MediaNs.Group): StatedPicture[] => [
    ...(holder.contents ?? []).flatMap((content) => [
      ...(content.url
        ? [
            {
              url: content.url,
              kind: content.medium ?? content.type,
              alt: content.description?.value ?? content.title?.value,
              width: content.width,
            },
          ]
        : []),
      ...(content.thumbnails ?? []).map((one) => ({ url: one.url ?? '', width: one.width })),
    ]),
    ...(holder.thumbnails ?? []).map((one) => ({ url: one.url ?? '', width: one.width })),
  ];
  return [...of(media), ...(media.groups ?? []).flatMap(of)];
}

function mediaTexts(media: Media): (string | undefined)[] {
  return [media?.description?.value, ...(media?.groups ?? []).map((group) => group.description?.value)];
}

function atomLinks(links: AtomEntry['links']): StatedLink[] {
  return (links ?? []).flatMap((link) =>
    link.href ? [{ href: link.href, rel: relationOf(link.rel), type: link.type }] : [],
  );
}

function enclosures(links: StatedLink[]): StatedPicture[] {
  return links
    .filter((link) => link.rel === 'enclosure')
    .map((link) => ({ url: link.href, kind: link.type ?? 'unknown' }));
}

const personOf = (one: { name?: string; email?: string } | undefined): string | undefined => one?.name ?? one?.email;

function atomItem(entry: AtomEntry & Partial<AtomFeed.Entry<string>>, packed: boolean): StatedItem {
  const links = atomLinks(entry.links);
  const external =
    entry.content && 'src' in entry.content && entry.content.src ? [{ href: entry.content.src, rel: 'content' }] : [];
  return {
    base: entry.xml?.base,
    titles: [atomText(entry.title, packed), entry.dc?.titles?.[0], entry.media?.title?.value],
    links: [...links, ...external],
    guid: entry.id,
    idIsIri: true,
    guidIsLink: undefined,
    published: [
      entry.published,
      entry.dc?.dates?.[0],
      ...(entry.dcterms?.issued ?? []),
      ...(entry.dcterms?.created ?? []),
    ],
    updated: [entry.updated, ...(entry.dcterms?.modified ?? [])],
    texts: [
      atomText(entry.content, packed),
      atomText(entry.summary, packed),
      ...mediaTexts(entry.media),
      entry.dc?.descriptions?.[0],
    ],
    authors: [
      ...(entry.authors ?? []).map(personOf),
      entry.dc?.creators?.[0],
      ...(entry.source?.authors ?? []).map(personOf),
    ],
    source: entry.source && { name: atomText(entry.source.title, packed) },
    pictures: [...mediaPictures(entry.media), ...enclosures(links)],
    categories: [...(entry.categories ?? []).map((one) => one.label || one.term), ...(entry.dc?.subjects ?? [])],
  };
}

function readAtom(xml: string): StatedFeed {
  const feed = parseAtomFeed(xml, options);
  const packed = /\smode\s*=\s*["']base64/i.test(xml);
  return {
    format: 'atom',
    base: feed.xml?.base,
    titles: [atomText(feed.title, packed)],
    links: atomLinks(feed.links),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    skipHours: [],
    skipDays: [],
    items: (feed.entries ?? []).map((entry) => {
      const item = atomItem(entry, packed);
      return { ...item, authors: [...item.authors, ...(feed.authors ?? []).map(personOf)] };
    }),
  };
}

function rssItem(item: Parsed<RssFeed.Item<string>>): StatedItem {
  const atom = item.atom;
  return {
    base: item.xml?.base,
    titles: [item.title, item.dc?.titles?.[0], item.itunes?.title, item.media?.title?.value, atomText(atom?.title)],
    links: [...(item.link ? [{ href: item.link }] : []), ...atomLinks(atom?.links)],
    guid: item.guid?.value ?? atom?.id,
    guidIsLink: item.guid?.isPermaLink,
    published: [
      item.pubDate,
      item.dc?.dates?.[0],
      ...(item.dcterms?.issued ?? []),
      ...(item.dcterms?.created ?? []),
      atom?.published,
    ],
    updated: [...(item.dcterms?.modified ?? []), atom?.updated],
    texts: [
      item.content?.encoded,
      atomText(atom?.content),
      item.description,
      atomText(atom?.summary),
      item.itunes?.summary,
      ...mediaTexts(item.media),
      item.dc?.descriptions?.[0],
    ],
    authors: [
      item.dc?.creators?.[0],
      ...(item.authors ?? []).map(personOf),
      ...(atom?.authors ?? []).map(personOf),
      item.itunes?.author,
    ],
    source: item.source && { name: item.source.title, url: item.source.url ?? '' },
    pictures: [
      ...mediaPictures(item.media),
      ...(item.enclosures ?? []).map((one) => ({ url: one.url ?? '', kind: one.type ?? 'unknown' })),
      ...(item.itunes?.image ? [{ url: item.itunes.image, kind: 'image' }] : []),
    ],
    categories: [
      ...(item.categories ?? []).map((one) => one.name),
      ...(atom?.categories ?? []).map((one) => one.label || one.term),
      ...(item.dc?.subjects ?? []),
      ...(item.itunes?.keywords ?? []),
    ],
  };
}

/** feedsmith drops a list of one entry. */
function onlyChild(xml: string, list: string, entry: string): string[] {
  const start = xml.indexOf(`<${list}>`);
  if (start < 0) return [];
  const found = new RegExp(`^<${list}>\\s*<${entry}>([^<]{1,20})</`).exec(xml.slice(start, start + 200));
  return found?.[1] ? [found[1]] : [];
}

function readRss(xml: string): StatedFeed {
  const feed = parseRssFeed(xml, options);
  return {
    format: 'rss',
    base: feed.xml?.base,
    titles: [feed.title, feed.dc?.titles?.[0], feed.itunes?.title],
    links: [...(feed.link ? [{ href: feed.link }] : []), ...atomLinks(feed.atom?.links)],
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    ttl: feed.ttl,
    skipHours: feed.skipHours ?? onlyChild(xml, 'skipHours', 'hour'),
    skipDays: feed.skipDays ?? onlyChild(xml, 'skipDays', 'day'),
    items: (feed.items ?? []).map(rssItem),
  };
}

function rdfItem(item: Parsed<RdfFeed.Item<string>>): StatedItem {
  return {
    base: item.xml?.base,
    titles: [item.title, item.dc?.titles?.[0], atomText(item.atom?.title)],
    links: [...(item.link ? [{ href: item.link }] : []), ...atomLinks(item.atom?.links)],
    guid: item.rdf?.about,
    guidIsLink: undefined,
    published: [
      item.dc?.dates?.[0],
      ...(item.dcterms?.issued ?? []),
      ...(item.dcterms?.created ?? []),
      item.atom?.published,
    ],
    updated: [...(item.dcterms?.modified ?? []), item.atom?.updated],
    texts: [
      item.content?.encoded,
      atomText(item.atom?.content),
      item.description,
      item.dc?.descriptions?.[0],
      atomText(item.atom?.summary),
    ],
    authors: [item.dc?.creators?.[0], ...(item.atom?.authors ?? []).map(personOf)],
    pictures: mediaPictures(item.media),
    categories: item.dc?.subjects ?? [],
  };
}

function readRdf(xml: string): StatedFeed {
  const feed = parseRdfFeed(xml, options);
  return {
    format: 'rdf',
    base: feed.xml?.base,
    titles: [feed.title, feed.dc?.titles?.[0]],
    links: [...(feed.link ? [{ href: feed.link }] : []), ...atomLinks(feed.atom?.links)],
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    skipHours: [],
    skipDays: [],
    items: (feed.items ?? []).map(rdfItem),
  };
}

const readers = { atom: readAtom, rss: readRss, rdf: readRdf };

/** Reads XML of any format with feedsmith. Throws where it finds no feed. */
export function readWithFeedsmith(text: string, kind: keyof typeof readers): StatedFeed {
  return readers[kind](text);
}
