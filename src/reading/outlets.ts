import type { FeedRecord } from '../storage/records/feeds.ts';

/**
 * Of a feed from an operator's list. What a server adds goes by the host itself, and neither is an id of the catalogue.
 */
export const outletIdOfListed = (host: string): string => host.replace(/[^a-z0-9]+/g, '-');

/** Whether the outlet is known by this feed alone, so that it is called what the feed calls itself. */
export function isNamedByFeed({ catalogue, outletId, url }: Pick<FeedRecord, 'catalogue' | 'outletId' | 'url'>) {
  const { host } = new URL(url);
  return !catalogue && (outletId === host || outletId === outletIdOfListed(host));
}

/** A whole host, perhaps by language; what stands deeper may be one of many outlets there. */
const wholeSite = /^\/(?:[a-z]{2}\/?)?$/;
const feedsHost = /^(?:www|feeds?|rss)\./;
/** A part of a path that nobody would guess: letters and figures in a heap. */
const heap = /\/(?=[^/]*(?:[a-z]\d|\d[a-z]|\d{12}))[\w-]{16,}/i;

/** Whether an address may hold a reader's own key: what that feed says is not for all. */
const mayHoldKey = ({ search, pathname }: URL): boolean => search !== '' || heap.test(pathname);

/**
 * By addresses of feeds the outlet of the catalogue that publishes them, where that is sure: its site is the whole
 * host, and no other outlet's is there. A service that gives many outlets' feeds is nobody's site.
 */
export function outletsByHost(listed: readonly Pick<FeedRecord, 'outletId' | 'outletName' | 'siteUrl'>[]) {
  const bySite = new Map<string, Map<string, { outletId: string; outletName: string; isWhole: boolean }>>();
  for (const { outletId, outletName, siteUrl = '' } of listed) {
    const site = URL.parse(siteUrl);
    if (site === null) continue;
    const host = site.host.replace(/^www\./, '');
    const outlets = bySite.get(host) ?? new Map();
    bySite.set(host, outlets.set(outletId, { outletId, outletName, isWhole: wholeSite.test(site.pathname) }));
  }
  return (feedUrl: string): Pick<FeedRecord, 'outletId' | 'outletName'> | undefined => {
    const url = new URL(feedUrl);
    const [outlet, ...others] = bySite.get(url.host.replace(feedsHost, ''))?.values() ?? [];
    if (mayHoldKey(url) || outlet === undefined || others.length > 0 || !outlet.isWhole) return undefined;
    return { outletId: outlet.outletId, outletName: outlet.outletName };
  };
}
