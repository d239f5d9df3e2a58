import { type FoundFeed, likelyFeeds, withoutFeedScheme } from '../engine/feeds/discovery.ts';
import { contextOf, type FeedDocument, ReadError, unlessUnreadable } from '../engine/feeds/document.ts';
import { serviceFeeds } from '../engine/feeds/services.ts';
import { cut } from '../engine/text/cut.ts';
import { titleText } from '../engine/text/plain.ts';
import type { Fetcher, FetchOutcome } from '../web/fetch.ts';
import type { FeedChoice, FeedLookup, FeedPreview } from '../web/lookup.ts';
import { readWithin, withinDeadline } from './deadline.ts';
import type { Pool } from './pool/pool.ts';

const accept = 'application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5';
const defaultBudgetMs = 20_000;
/** How many usual feed addresses are tried on a site that links to no feed. */
const guessesMax = 3;
/** How many feeds are read for a preview. The others get the titles that the page gives them. */
const previewsMax = 8;
const itemsMax = 5;
const titleCharactersMax = 300;
const urlCharactersMax = 2_000;

export interface LookUpParts {
  fetcher: Fetcher;
  pool: Pool;
  /** Time limit for the page and all feeds, including waits for a host's turn and a free thread. */
  budgetMs?: number;
}

type Failed = Extract<FeedLookup, { kind: 'failed' }>;
type Visit = Extract<FetchOutcome, { kind: 'ok' }>;

/** Reads an address from a user: a feed, or a site that is searched for feeds. */
export async function lookUpFeed(parts: LookUpParts, given: string): Promise<FeedLookup> {
  const deadline = AbortSignal.timeout(parts.budgetMs ?? defaultBudgetMs);
  const address = withoutFeedScheme(given.trim());
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  const known = serviceFeeds(url);
  const [byAddress] = await previewed(parts, known?.feeds ?? [], deadline);
  if (byAddress?.preview !== undefined) return { kind: 'feed', preview: byAddress.preview };
  const visit = await visited(parts, known?.pageUrl ?? url, deadline);
  if (visit.kind === 'failed') return visit;
  const document = await readWithin(deadline, parts.pool.read(visit.body, contextOf(visit)));
  if (document === undefined) return tooLate(visit.url);
  if (!(document instanceof ReadError)) return { kind: 'feed', preview: previewOf(visit.url, document) };
  if (document.code !== 'not-a-feed') return { kind: 'failed', code: document.code, reason: document.message };
  const named = unlessUnreadable(parts.pool.discover(visit.body, contextOf(visit)));
  const read = await previewed(parts, (await withinDeadline(deadline, named)) ?? [], deadline);
  const feeds = read.length > 0 ? read : await guessed(parts, visit.url, deadline);
  const [first] = feeds;
  if (first === undefined) {
    if (deadline.aborted) return tooLate(visit.url);
    return { kind: 'failed', code: 'no-feed', reason: 'This page is no feed, and no feed was found on it.' };
  }
  if (feeds.length > 1) return { kind: 'choices', feeds };
  return first.preview === undefined ? tooLate(first.url) : { kind: 'feed', preview: first.preview };
}

async function visited({ fetcher }: LookUpParts, url: string, deadline: AbortSignal): Promise<Visit | Failed> {
  const outcome = await withinDeadline(deadline, fetcher.get(url, { accept, signal: deadline, urgent: true }));
  if (outcome === undefined) return tooLate(url);
  if (outcome.kind === 'ok' || outcome.kind === 'failed') return outcome;
  const { reason } = outcome.kind === 'http' ? outcome : { reason: 'The server answered without a document.' };
  return { kind: 'failed', code: `http-${outcome.status}`, reason, host: new URL(outcome.url).hostname };
}

/** Undefined if there is no feed, 'late' after the deadline. */
async function feedAt(
  parts: LookUpParts,
  url: string,
  deadline: AbortSignal,
): Promise<FeedPreview | 'late' | undefined> {
  const visit = await visited(parts, url, deadline);
  if (visit.kind === 'failed') return deadline.aborted ? 'late' : undefined;
  const document = await readWithin(deadline, parts.pool.read(visit.body, contextOf(visit)));
  if (document === undefined) return 'late';
  return document instanceof ReadError ? undefined : previewOf(visit.url, document);
}

/** Reads the feeds that a page names, without addresses that have none. Feeds not read in time have no preview. */
async function previewed(
  parts: LookUpParts,
  named: readonly FoundFeed[],
  deadline: AbortSignal,
): Promise<FeedChoice[]> {
  const read = await Promise.all(named.slice(0, previewsMax).map(({ url }) => feedAt(parts, url, deadline)));
  const titles = read.map((one) => (typeof one === 'object' ? one.title : undefined));
  const choices = new Map<string, FeedChoice>();
  for (const [index, { url, title }] of named.entries()) {
    const found = index < previewsMax ? read[index] : 'late';
    if (found === undefined) continue;
    const byPage = title && cut(title, titleCharactersMax);
    if (found === 'late') choices.set(url, choices.get(url) ?? { url, title: byPage ?? url });
    else {
      // Some sites give all their feeds one title. Then the page's names distinguish them.
      const isShared = titles.indexOf(found.title) !== titles.lastIndexOf(found.title);
      const best = isShared && byPage !== undefined ? byPage : found.title;
      choices.set(found.url, { url: found.url, title: best, preview: found });
    }
  }
  return [...choices.values()];
}

/** Tries the usual feed addresses one by one, and returns the first feed. */
async function guessed(parts: LookUpParts, siteUrl: string, deadline: AbortSignal): Promise<FeedChoice[]> {
  for (const url of likelyFeeds(siteUrl, guessesMax)) {
    const found = await feedAt(parts, url, deadline);
    if (found === 'late') return [];
    if (found !== undefined) return [{ url: found.url, title: found.title, preview: found }];
  }
  return [];
}

function tooLate(url: string): Failed {
  const host = URL.parse(url)?.host;
  return { kind: 'failed', code: 'timeout', reason: `${host ?? 'The site'} did not answer in time.`, host };
}

const previewOf = (url: string, { title, items }: FeedDocument): FeedPreview => ({
  url,
  title: cut(titleText(title), titleCharactersMax) || new URL(url).host,
  items: newest(items)
    .slice(0, itemsMax)
    .map((item) => ({
      title: cut(titleText(item.title), titleCharactersMax),
      url: (item.url?.length ?? 0) <= urlCharactersMax ? item.url : undefined,
      publishedAt: item.publishedAt,
    })),
});

/** Newest first if every item has a date, else in the feed's order. */
function newest(items: FeedDocument['items']): FeedDocument['items'] {
  if (items.some(({ publishedAt }) => publishedAt === undefined)) return items;
  return items.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
}
