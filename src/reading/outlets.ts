import type { Outlets } from '../engine/articles/outlets.ts';
import type { OutletId } from '../ids.ts';
import type { Catalogue } from '../newsroom/catalogue.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import { isOfDomain } from './domains.ts';

/** The catalogue's outlets by id, without those that asked to be forgotten. */
export const outletsOf = ({ outlets }: Pick<Catalogue, 'outlets'>, forgotten: ReadonlySet<string>): Outlets =>
  new Map(
    outlets
      .filter((outlet) => !isForgotten(outlet, forgotten))
      .map(({ id, name, country, owner, paywall, feeds }) => {
        const topicIds = new Set(feeds.map(({ topicId }) => topicId));
        return [id, { name, country, owner, paywall, topicIds }];
      }),
  );

export const isForgotten = (
  { siteUrl, feeds }: Pick<Catalogue['outlets'][number], 'siteUrl' | 'feeds'>,
  forgotten: ReadonlySet<string>,
): boolean => [siteUrl, ...feeds.map(({ url }) => url)].some((address) => isOfDomain(forgotten, address));

/** Whether the outlet is known only from this feed, so that the feed's title is the outlet's name. */
export function isNamedByFeed({ catalogue, outletId, url }: Pick<FeedRecord, 'catalogue' | 'outletId' | 'url'>) {
  const { host } = new URL(url);
  return !catalogue && outletId === host;
}

/**
 * A feed outside the catalogue may have a known outlet's name because of its host. If another site answered, the feed
 * loses that name.
 */
export function asAnswered(feed: FeedRecord, answeredUrl: string): FeedRecord {
  const { host } = new URL(feed.url);
  if (feed.catalogue || isNamedByFeed(feed) || siteOf(new URL(answeredUrl)) === siteOf(new URL(feed.url))) return feed;
  return { ...feed, outletId: host, outletName: '' };
}

/**
 * The path of a site that covers its whole host: `/`, or `/de/` for one language. Sites with a deeper path may share
 * the host with other outlets.
 */
const wholeSite = /^\/(?:[a-z]{2}\/?)?$/;
const feedsHost = /^(?:www|feeds?|rss)\./;
const siteOf = ({ host }: URL): string => host.replace(feedsHost, '');
/** A path segment that looks like a secret. */
const heap = /\/(?=[^/]*(?:[a-z]\d|\d[a-z]|\d{12}))[\w-]{16,}/i;

/** Whether the address may contain a reader's own key, which makes the feed private. */
const mayHoldKey = ({ search, pathname }: URL): boolean => search !== '' || heap.test(pathname);

/**
 * Returns a function that finds a feed's catalogue outlet by host, if the outlet's site covers the whole host, no other
 * outlet's site is there, and the feed's address holds no reader's key.
 */
export function outletsByHost(listed: readonly Pick<FeedRecord, 'outletId' | 'outletName' | 'siteUrl'>[]) {
  const bySite = new Map<string, Map<string, { outletId: OutletId; outletName: string; isWhole: boolean }>>();
  for (const { outletId, outletName, siteUrl = '' } of listed) {
    const site = URL.parse(siteUrl);
    if (site === null) continue;
    const host = site.host.replace(/^www\./, '');
    const outlets = bySite.get(host) ?? new Map();
    bySite.set(host, outlets.set(outletId, { outletId, outletName, isWhole: wholeSite.test(site.pathname) }));
  }
  return (feedUrl: string): Pick<FeedRecord, 'outletId' | 'outletName'> | undefined => {
    const url = new URL(feedUrl);
    const [outlet, ...others] = bySite.get(siteOf(url))?.values() ?? [];
    if (mayHoldKey(url) || outlet === undefined || others.length > 0 || !outlet.isWhole) return undefined;
    return { outletId: outlet.outletId, outletName: outlet.outletName };
  };
}
