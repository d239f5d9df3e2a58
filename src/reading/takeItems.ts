import type { FeedFacts, ListedArticle, Listing } from '../articles/fromFeed.ts';
import { inLines, type PackedArticle } from '../articles/packed.ts';
import { dayMs, type EpochMs, hourMs } from '../clock.ts';
import type { ArticleRecord } from '../storage/records/articles.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { PageState } from '../storage/schema.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { titleText } from '../text/plain.ts';
import type { ChangedItem } from './changedItems.ts';
import { isOfDomain } from './domains.ts';
import { articleIdIn, type KnownItems } from './knownItems.ts';
import { isNamedByFeed } from './outlets.ts';

/** What a feed document brings, worked out before the transaction that stores it. */
export interface TakenItems {
  title: string;
  /**
   * Of a feed whose outlet the catalogue does not know its own title: what a list of feeds calls it is anybody's
   * word.
   */
  outletName: string;
  siteUrl?: string;
  language?: string;
  /** All that the feed lists now, also what has left the archive. */
  listed: readonly { key: string; articleId: string }[];
  /** Those of it that are in the archive, or come into it. */
  articleIds: readonly string[];
  /** How many the feed seems to bring in seven days. */
  itemsLastWeek: number;
  /** Those that are new here. */
  articles: readonly (PackedArticle & { newsAt: EpochMs; pageState: PageState })[];
  /** Those that the outlet changed since. */
  changed: readonly ChangedItem[];
}

/** Fewer show no pace. */
const paceItemsMin = 5;
/** An item that is older than this when it is first seen is archive, not news. */
const newsAgeMsMax = 7 * dayMs;
const titleCharactersMax = 200;

/**
 * When an article became news here: when it was first seen, so that one that its feed showed late still comes into the
 * next digest; but what a first poll finds, and what is old, counts by its own date. Without a date it is no news then.
 */
function newsAt(article: PackedArticle, dated: boolean, firstPoll: boolean, now: EpochMs): EpochMs {
  if (firstPoll && !dated) return now - newsAgeMsMax;
  return firstPoll || article.publishedAt < now - newsAgeMsMax ? article.publishedAt : now;
}

/** For the worker that turns the feed's items into articles. */
export function listingOf({ outletId, outletName, language }: FeedRecord, now: EpochMs): Listing {
  return { outletId, outletName, language, now };
}

/**
 * `nothingStored` of the outlet: an article's id is made of its outlet and its address, so that none of these is
 * there, and to look thousands of them up is a twentieth of a first poll. What the feed listed before may be another
 * outlet's, whose feed it was.
 */
export async function takeItems(
  storage: Storage,
  feed: FeedRecord,
  read: { facts: FeedFacts; listed: readonly ListedArticle[] },
  now: EpochMs,
  nothingStored = false,
): Promise<TakenItems> {
  const { articles: stored } = storage.records;
  const { facts } = read;
  // Others may link to an outlet that asked to be left out.
  const listed = read.listed.filter(({ article }) => !isOfDomain(storage.forgotten, article.url));
  const firstPoll = feed.firstPolledAt === undefined;
  const keys = listed.map(({ key }) => key);
  const seen = firstPoll ? new Map<string, string>() : await stored.seen(feed.id, keys);
  const asked = [...(nothingStored ? [] : listed.map(({ article }) => article.id)), ...seen.values()];
  const before = new Map((await stored.byIds(asked)).map((article) => [article.id, article]));
  const known = { listed, seen, before };
  const ids = listed.map((one) => articleIdIn(known, one));
  const swept = await sweptOf(storage, feed, known, ids);
  const found = new Map<string, ListedArticle>();
  const entries = listed.map((one, at) => {
    const { key, article } = one;
    const id = ids[at] ?? article.id;
    if (!swept?.has(id) && !found.has(id))
      found.set(id, id === article.id ? one : { ...one, article: { ...article, id } });
    return { key, articleId: id };
  });
  const title = titleText(facts.title).slice(0, titleCharactersMax);
  const outletName = isNamedByFeed(feed) ? title || new URL(feed.url).host : feed.outletName;
  return {
    title,
    outletName,
    siteUrl: facts.siteUrl,
    language: facts.language,
    listed: entries,
    articleIds: [...found.keys()],
    itemsLastWeek: weeklyItems(found.values(), before, now),
    articles: [...found.values()].flatMap(({ article, dated, sharesPage }) => {
      if (before.has(article.id)) return [];
      const news = newsAt(article, dated, firstPoll, now);
      // What is no news is searched for, not told: its snippet will do.
      const wanted = article.textFrom === 'snippet' && news > now - newsAgeMsMax && !sharesPage;
      // An aggregator's article is its source's.
      const named = article.outletName === feed.outletName ? { ...article, outletName } : article;
      return [{ ...named, newsAt: news, pageState: wanted ? 'wanted' : 'none' }];
    }),
    changed: await changedOf(storage, feed, [...found.values()], before, now),
  };
}

/**
 * What tells changes is loaded with the first: it knows the words of many languages, and a poll by the command seldom
 * brings one.
 */
const loadChanges = () => import('./changedItems.ts');

async function changedOf(
  storage: Storage,
  feed: FeedRecord,
  listed: readonly ListedArticle[],
  known: ReadonlyMap<string, ArticleRecord>,
  now: EpochMs,
): Promise<readonly ChangedItem[]> {
  const differing = listed.flatMap(({ article }) => {
    const before = known.get(article.id);
    return before && !isAsBefore(before, article) ? [{ before, article }] : [];
  });
  return differing.length === 0 ? [] : (await loadChanges()).changesIn(storage, feed, differing, now);
}

/**
 * Of these ids those that the sweep took: they may be listed for years, and do not come back, not even under the key
 * of another place in the list. Undefined where nothing was.
 */
async function sweptOf(
  storage: Storage,
  feed: FeedRecord,
  { listed, seen, before }: KnownItems,
  ids: readonly string[],
): Promise<Set<string> | undefined> {
  if (seen.size === 0) return undefined;
  const unknown = listed.flatMap(({ key }, at) => {
    const id = ids[at] ?? '';
    return before.has(id) ? [] : [{ id, seenAs: seen.get(key) }];
  });
  const countsPlaces = unknown.some(({ id, seenAs }) => seenAs !== undefined && seenAs !== id);
  if (!countsPlaces) return new Set(unknown.flatMap(({ id, seenAs }) => (seenAs === id ? [id] : [])));
  return storage.records.articles.seenArticles(
    feed.id,
    unknown.map(({ id }) => id),
  );
}

/**
 * How many of these are dated, or without a date were first seen, in the last seven days. A feed that lists its
 * newest only, of less than a week, goes on at the pace of these: a busy outlet's twenty items can be those of one
 * morning.
 */
function weeklyItems(
  listed: Iterable<ListedArticle>,
  before: ReadonlyMap<string, ArticleRecord>,
  now: EpochMs,
): number {
  const weekAgo = now - 7 * dayMs;
  let count = 0;
  let datedCount = 0;
  let oldest = now;
  for (const { article, dated } of listed) {
    if ((dated ? article.publishedAt : (before.get(article.id)?.firstSeenAt ?? now)) > weekAgo) count++;
    if (!dated) continue;
    datedCount++;
    oldest = Math.min(oldest, article.publishedAt);
  }
  if (datedCount < paceItemsMin || oldest <= weekAgo) return count;
  return Math.max(count, Math.round((datedCount * 7 * dayMs) / Math.max(now - oldest, hourMs)));
}

/** Nearly all that a feed lists again is. */
const isAsBefore = (before: ArticleRecord, { title, url, paragraphs }: PackedArticle): boolean =>
  before.title === title && before.url === url && inLines(before.paragraphs) === paragraphs;

/** What several feeds brought, within the transaction of their polls. */
export async function storeItems(
  records: Records,
  brought: readonly { feedId: string; taken: TakenItems }[],
  now: EpochMs,
): Promise<void> {
  const { articles } = records;
  await articles.insert(
    brought.flatMap(({ taken }) => taken.articles),
    now,
  );
  await articles.listedBy(
    brought.flatMap(({ feedId, taken }) => taken.articleIds.map((articleId) => ({ feedId, articleId }))),
  );
  await articles.markSeen(
    brought.flatMap(({ feedId, taken }) => taken.listed.map((entry) => ({ feedId, ...entry }))),
    now,
  );
  const changed = brought.flatMap(({ taken }) => taken.changed);
  if (changed.length > 0) await (await loadChanges()).storeChanges(records, changed, now);
}
