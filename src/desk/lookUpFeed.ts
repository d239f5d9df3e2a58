import { discoverFeeds, likelyFeeds } from '../feeds/discovery.ts';
import { type FeedDocument, ReadError } from '../feeds/document.ts';
import type { Pool } from '../pool.ts';
import { titleText } from '../text/plain.ts';
import { decodeText } from '../web/decode.ts';
import type { Fetcher } from '../web/fetch.ts';
import type { FeedLookup } from './desk.ts';

const accept = 'application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5';
/** Feeds of one site that are tried. */
const triesMax = 8;
const itemsShown = 5;

/** Reads an address that a user gave: a feed, or a site whose feeds are looked for. From the web, every request guarded. */
export function createLookUpFeed({ fetcher, pool }: { fetcher: Fetcher; pool: Pool }) {
  const read = async (body: Uint8Array, url: string, contentType?: string): Promise<FeedDocument | ReadError> => {
    try {
      return await pool.read(body, { url, contentType });
    } catch (error) {
      if (error instanceof ReadError) return error;
      throw error;
    }
  };

  const feedAt = async (url: string): Promise<{ url: string; document: FeedDocument } | undefined> => {
    const outcome = await fetcher.get(url, { accept });
    if (outcome.kind !== 'ok') return undefined;
    const document = await read(outcome.body, outcome.url, outcome.headers.contentType);
    return document instanceof ReadError ? undefined : { url: outcome.url, document };
  };

  return async (given: string): Promise<FeedLookup> => {
    const url = /^[a-z][a-z0-9+.-]*:/i.test(given.trim()) ? given.trim() : `https://${given.trim()}`;
    const outcome = await fetcher.get(url, { accept });
    if (outcome.kind === 'failed') return { kind: 'failed', code: outcome.code, reason: outcome.reason };
    if (outcome.kind !== 'ok') {
      const reason = outcome.kind === 'http' ? outcome.reason : 'The server answered without a document.';
      return { kind: 'failed', code: `http-${outcome.status}`, reason };
    }
    const { contentType } = outcome.headers;
    const document = await read(outcome.body, outcome.url, contentType);
    if (!(document instanceof ReadError)) return { kind: 'feed', preview: previewOf(outcome.url, document) };
    if (document.code !== 'not-a-feed') return { kind: 'failed', code: document.code, reason: document.message };
    const named = discoverFeeds(decodeText(outcome.body, contentType), outcome.url).map((feed) => feed.url);
    const addresses = named.length > 0 ? named : likelyFeeds(outcome.url, triesMax);
    const tried = await Promise.all(addresses.slice(0, triesMax).map(feedAt));
    const feeds = [...new Map(tried.flatMap((feed) => (feed ? [[feed.url, feed] as const] : []))).values()];
    const [first] = feeds;
    if (!first) {
      return { kind: 'failed', code: 'no-feed', reason: 'This page is no feed, and no feed was found on it.' };
    }
    if (feeds.length === 1) return { kind: 'feed', preview: previewOf(first.url, first.document) };
    return {
      kind: 'choices',
      feeds: feeds.map((feed) => ({ url: feed.url, title: titleText(feed.document.title) || feed.url })),
    };
  };
}

const previewOf = (url: string, document: FeedDocument) => ({
  url,
  title: titleText(document.title).slice(0, 200) || new URL(url).host,
  items: document.items.slice(0, itemsShown).map((item) => ({
    title: titleText(item.title),
    url: item.url,
    publishedAt: item.publishedAt,
  })),
});
