import {
  type AtomFeed,
  type AtomNs,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import { atomText, relationOf } from './atom.ts';
import { feedItemsMax, type StatedFeed, type StatedItem, type StatedLink, type StatedPicture } from './stated.ts';

type AtomEntry = AtomFeed.Entry<string> | AtomNs.Entry<string>;
type Parsed<T> = { [K in keyof T]?: T[K] };

const options = { maxItems: feedItemsMax };

const plainLink = (href: string | undefined, rel?: string): StatedLink[] => (href ? [{ href, rel }] : []);

function atomLinks(links: AtomEntry['links']): StatedLink[] {
  return (links ?? []).flatMap((link) =>
    link.href ? [{ href: link.href, rel: relationOf(link.rel), type: link.type }] : [],
  );
}

function pictureOf(url: string | undefined, kind: string): StatedPicture[] {
  return url ? [{ url, kind }] : [];
}

function atomItem(entry: AtomEntry & Partial<AtomFeed.Entry<string>>, packed: boolean): StatedItem {
  const links = atomLinks(entry.links);
  const external = entry.content && 'src' in entry.content ? plainLink(entry.content.src, 'content') : [];
  return {
    base: entry.xml?.base,
    titles: [atomText(entry.title, packed), entry.media?.title?.value],
    links: [...links, ...external],
    guid: entry.id,
    published: [entry.published, entry.dc?.dates?.[0]],
    updated: [entry.updated],
    texts: [atomText(entry.content, packed), atomText(entry.summary, packed), entry.media?.description?.value],
    source: entry.source && { name: atomText(entry.source.title, packed) },
    pictures: links.flatMap(({ href, rel, type }) => (rel === 'enclosure' ? pictureOf(href, type ?? 'unknown') : [])),
    categories: (entry.categories ?? []).map((one) => one.label || one.term),
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
    items: (feed.entries ?? []).map((entry) => atomItem(entry, packed)),
  };
}

function rssItem(item: Parsed<RssFeed.Item<string>>): StatedItem {
  const { atom } = item;
  return {
    base: item.xml?.base,
    titles: [item.title, item.dc?.titles?.[0], item.itunes?.title, item.media?.title?.value, atomText(atom?.title)],
    links: [...plainLink(item.link), ...atomLinks(atom?.links)],
    guid: item.guid?.value ?? atom?.id,
    guidIsLink: item.guid?.isPermaLink,
    published: [item.pubDate, item.dc?.dates?.[0], atom?.published],
    updated: [atom?.updated],
    texts: [
      item.content?.encoded,
      atomText(atom?.content),
      item.description,
      atomText(atom?.summary),
      item.itunes?.summary,
      item.media?.description?.value,
    ],
    source: item.source && { name: item.source.title, url: item.source.url ?? '' },
    pictures: (item.enclosures ?? []).flatMap((one) => pictureOf(one.url, one.type ?? 'unknown')),
    categories: (item.categories ?? []).map((one) => one.name),
  };
}

function readRss(xml: string): StatedFeed {
  const feed = parseRssFeed(xml, options);
  return {
    format: 'rss',
    base: feed.xml?.base,
    titles: [feed.title, feed.dc?.titles?.[0], feed.itunes?.title],
    links: [...plainLink(feed.link), ...atomLinks(feed.atom?.links)],
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    ttl: feed.ttl,
    skipHours: feed.skipHours,
    skipDays: feed.skipDays,
    items: (feed.items ?? []).map(rssItem),
  };
}

function rdfItem(item: Parsed<RdfFeed.Item<string>>): StatedItem {
  return {
    base: item.xml?.base,
    titles: [item.title, item.dc?.titles?.[0]],
    links: plainLink(item.link),
    guid: item.rdf?.about,
    published: [item.dc?.dates?.[0]],
    updated: [],
    texts: [item.content?.encoded, item.description, item.dc?.descriptions?.[0]],
    pictures: [],
    categories: item.dc?.subjects ?? [],
  };
}

function readRdf(xml: string): StatedFeed {
  const feed = parseRdfFeed(xml, options);
  return {
    format: 'rdf',
    base: feed.xml?.base,
    titles: [feed.title, feed.dc?.titles?.[0]],
    links: [...plainLink(feed.link), ...atomLinks(feed.atom?.links)],
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map(rdfItem),
  };
}

/** Escapes plain text, because all stated texts are HTML. */
const escaped = (text: string | undefined): string | undefined =>
  text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function readJson(text: string): StatedFeed {
  const feed = parseJsonFeed(text, options);
  return {
    format: 'json',
    titles: [escaped(feed.title)],
    links: plainLink(feed.home_page_url),
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      titles: [escaped(item.title)],
      links: [...plainLink(item.url), ...plainLink(item.external_url)],
      guid: item.id,
      published: [item.date_published],
      updated: [item.date_modified],
      texts: [item.content_html, escaped(item.content_text), escaped(item.summary)],
      pictures: [
        ...pictureOf(item.image, 'image'),
        ...pictureOf(item.banner_image, 'image'),
        ...(item.attachments ?? []).flatMap(({ url, mime_type }) => pictureOf(url, mime_type ?? 'unknown')),
      ],
      categories: item.tags ?? [],
    })),
  };
}

const readers = { atom: readAtom, rss: readRss, rdf: readRdf, json: readJson };

/** Throws if the text contains no feed. */
export function readWithFeedsmith(text: string, kind: keyof typeof readers): StatedFeed {
  return readers[kind](text);
}
