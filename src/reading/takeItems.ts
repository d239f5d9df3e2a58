import { dayMs, type EpochMs, hourMs } from '../clock.ts';
import type { FeedArticles } from '../engine/articles/fromFeed.ts';
import { articleIdOf, type FeedContext } from '../engine/articles/fromItem.ts';
import { inLines, type PackedArticle } from '../engine/articles/packed.ts';
import type { FeedArticle } from '../engine/articles/sameAddress.ts';
import { cut } from '../engine/text/cut.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import { titleText } from '../engine/text/plain.ts';
import type { ArticleId } from '../ids.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { PageState } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import { type ChangedItem, changesIn } from './changedItems.ts';
import { isOfDomain } from './domains.ts';
import { movedItems } from './movedItems.ts';
import { isNamedByFeed } from './outlets.ts';

/** A feed's articles and changes, not stored yet. */
export type TakenItems = Awaited<ReturnType<typeof takeItems>>;

/** Number of whole texts in memory at once. */
const textsAtOnce = 50;
/**
 * Maximum number of changed items per poll. Each one rewrites its story, so a list in which all items change takes
 * several polls.
 */
const changesMax = 50;
/** Minimum number of dated items for extrapolating their pace. */
const paceItemsMin = 5;
/** An item that is older than this when first seen comes from the outlet's archive and isn't news. */
export const newsAgeMsMax = 7 * dayMs;
const titleCharactersMax = 200;

/**
 * The time at which an article counts as news: when it was first seen, so that a late listing still gets into the next
 * digest. For old articles and those of a first poll it is their own date; a first poll's without a date aren't news.
 */
function newsAt(article: PackedArticle, dated: boolean, firstPoll: boolean, now: EpochMs): EpochMs {
  if (firstPoll && !dated) return now - newsAgeMsMax;
  return firstPoll || article.publishedAt < now - newsAgeMsMax ? article.publishedAt : now;
}

/**
 * The scope in which an address identifies one article: a catalogue outlet, or one feed outside the catalogue, so that
 * no server reads or changes articles of another server's feed.
 */
const scopeOf = ({ catalogue, id, outletId }: FeedRecord): string => (catalogue ? outletId : id);

/** The facts that the worker needs to turn a feed's items into articles. */
export function feedContextOf(feed: FeedRecord, now: EpochMs): FeedContext {
  const { outletId, outletName, language } = feed;
  return { scope: scopeOf(feed), outletId, outletName, language, now };
}

/**
 * If a catalogue feed of the outlet has an article at the same address, an item of a server's own feed gets its id, so
 * that the page isn't read twice.
 */
async function withOpen(
  storage: Storage,
  feed: FeedRecord,
  listed: readonly FeedArticle[],
): Promise<readonly FeedArticle[]> {
  if (feed.catalogue) return listed;
  const openIds = listed.map(({ article }) => articleIdOf(feed.outletId, article.url));
  const open = await storage.records.audiences.openOf(openIds);
  return listed.map((one, at) => {
    const id = openIds[at];
    return id !== undefined && open.has(id) ? { ...one, article: { ...one.article, id } } : one;
  });
}

/** Finds new and changed articles among the items that a feed lists now. */
export async function takeItems(storage: Storage, feed: FeedRecord, read: FeedArticles, now: EpochMs) {
  const { articles: stored } = storage.records;
  const { facts } = read;
  // Feeds may link to pages of an outlet that asked to be left out.
  const allowed = read.listed.filter(({ article }) => !isOfDomain(storage.forgotten, article.url));
  const listed = await withOpen(storage, feed, allowed);
  const firstPoll = feed.firstPolledAt === undefined;
  const keys = listed.map(({ key }) => key);
  const seen = firstPoll ? new Map<string, ArticleId>() : await stored.seen(feed.id, keys);
  const asked = [...listed.map(({ article }) => article.id), ...seen.values()];
  const before = new Map((await stored.byIds(asked, 0)).map((article) => [article.id, article]));
  const known = { scope: scopeOf(feed), listed, seen, before };
  const ids = listed.map((one) => articleIdIn(known, one));
  const unknown = listed.flatMap(({ key, article, dated }, at) => {
    const id = ids[at] ?? '';
    return firstPoll || dated || before.has(id) || seen.get(key) === id ? [] : [{ at, article }];
  });
  const { idAt, oldAfter } = await movedItems(storage, feed.id, unknown, new Set(ids));
  for (const [at, id] of idAt) ids[at] = id;
  for (const moved of await stored.byIds([...idAt.values()], 0)) before.set(moved.id, moved);
  const oldIds = new Set(unknown.flatMap(({ at }) => (at > oldAfter ? (ids[at] ?? []) : [])));
  const swept = await sweptOf(storage, feed, known, ids);
  const found = new Map<string, FeedArticle>();
  const entries: { key: string; articleId: ArticleId }[] = [];
  const noted = new Set<string>();
  for (const [at, one] of listed.entries()) {
    const { key, article } = one;
    const id = ids[at] ?? article.id;
    if (!swept.has(id) && !found.has(id))
      found.set(id, id === article.id ? one : { ...one, article: { ...article, id } });
    // An article that is listed several times needs only one key.
    if (seen.has(key) || !noted.has(id)) entries.push({ key, articleId: id });
    noted.add(id);
  }
  const renamed = entries.filter(({ key, articleId: id }) => !seen.has(key) && (before.has(id) || swept.has(id)));
  const changed = await changedOf(storage, feed, [...found.values()], before, now);
  const title = cut(titleText(facts.title), titleCharactersMax);
  const outletName = isNamedByFeed(feed) ? title || new URL(feed.url).host : feed.outletName;
  return {
    title,
    /** For outlets outside the catalogue, the feed's own title, because names in users' lists aren't trusted. */
    outletName,
    siteUrl: facts.siteUrl,
    language: facts.language,
    /** All items that the feed lists now, even those that were swept from the archive. */
    listed: entries,
    /** Ids of stored articles with a new key, which replaces keys that the feed no longer lists. */
    renamed: renamed.map(({ articleId }) => articleId),
    /** Ids of all listed articles except swept ones. */
    articleIds: [...found.keys()],
    /** Estimated number of items in the last seven days. */
    itemsLastWeek: weeklyItems(found.values(), before, now),
    /** New articles. */
    articles: [...found.values()].flatMap(({ article, dated, sharesPage }) => {
      if (before.has(article.id)) return [];
      const news = newsAt(article, dated, firstPoll || oldIds.has(article.id), now);
      // Old articles appear only in searches, where the snippet is enough.
      const mayRead = !sharesPage && article.declined === undefined;
      const wanted = article.textFrom === 'snippet' && news > now - newsAgeMsMax && mayRead;
      const pageState: PageState = wanted ? 'wanted' : 'none';
      // An aggregator's article keeps its source's name as outlet.
      const named = article.outletName === feed.outletName ? { ...article, outletName } : article;
      return [{ ...named, scope: scopeOf(feed), newsAt: news, pageState }];
    }),
    changed: changed.slice(0, changesMax),
    /** Whether more items changed than one poll takes. */
    moreChanged: changed.length > changesMax,
    /** The size of the feed, unpacked. */
    bytes: facts.bytes,
  };
}

/** The items in a feed now, with what is stored about them. */
interface KnownItems {
  scope: string;
  listed: readonly FeedArticle[];
  /** By item key, the id of the article that last had the key. */
  seen: ReadonlyMap<string, ArticleId>;
  /** Stored articles by id, without their texts. */
  before: ReadonlyMap<ArticleId, ArticleRecord>;
}

/** Whether the item's date identifies it: the date includes a time, and no other item has the same date. */
function isDateUnique({ article, dated }: FeedArticle, listed: readonly FeedArticle[]): boolean {
  const { publishedAt } = article;
  return (
    dated &&
    publishedAt % dayMs !== 0 &&
    listed.every((one) => one.article === article || one.article.publishedAt !== publishedAt)
  );
}

/**
 * Whether a stored article and an item with its guid are the same. Title or date must agree, because some guids are
 * only positions in the list and mean another article at each poll.
 */
const isSameArticle = (known: ArticleRecord, one: FeedArticle, listed: readonly FeedArticle[]) =>
  known.title === one.article.title || (known.publishedAt === one.article.publishedAt && isDateUnique(one, listed));

/**
 * The article id of an item. A known guid at a new address is the same article, unless the list also has the old
 * address: then the guids are mere positions.
 */
function articleIdIn({ scope, listed, seen, before }: KnownItems, one: FeedArticle): string {
  const { key, article } = one;
  const seenAs = seen.get(key);
  if (seenAs === undefined || seenAs === article.id) return article.id;
  // If items have the same address, all but the first have the guid in their id.
  if (seenAs === articleIdOf(scope, article.url) || seenAs === articleIdOf(scope, article.url, key)) return seenAs;
  const known = before.get(seenAs);
  if (known === undefined || before.has(article.id) || !isSameArticle(known, one, listed)) return article.id;
  return listed.some((other) => other.article.id === known.id) ? article.id : known.id;
}

/** Compares items with the stored texts. Stops when more have changed than one poll takes. */
async function changedOf(
  storage: Storage,
  feed: FeedRecord,
  listed: readonly FeedArticle[],
  known: ReadonlyMap<ArticleId, ArticleRecord>,
  now: EpochMs,
): Promise<readonly ChangedItem[]> {
  const articles = listed.flatMap(({ article }) => (known.has(article.id) ? [article] : []));
  const changed: ChangedItem[] = [];
  for (let at = 0; at < articles.length && changed.length <= changesMax; at += textsAtOnce) {
    const some = new Map(articles.slice(at, at + textsAtOnce).map((article) => [article.id, article]));
    const stored = await storage.records.articles.byIds([...some.keys()]);
    const differing = stored.flatMap((before) => {
      const article = some.get(before.id);
      return article && !isAsBefore(before, article) ? [{ before, article }] : [];
    });
    changed.push(...changesIn(feed, differing, now));
    await nextTurn();
  }
  return changed;
}

/**
 * The listed ids whose articles were swept (deleted for their age). A feed may list such an article for years, but it
 * must not come back, even under the key of another position in the list.
 */
async function sweptOf(
  storage: Storage,
  feed: FeedRecord,
  { listed, seen, before }: KnownItems,
  ids: readonly ArticleId[],
): Promise<Set<string>> {
  const unknown = listed.flatMap(({ key }, at) => {
    const id = ids[at] ?? '';
    return before.has(id) ? [] : [{ id, seenAs: seen.get(key) }];
  });
  const countsPlaces = unknown.some(({ id, seenAs }) => seenAs !== undefined && seenAs !== id);
  if (!countsPlaces) return new Set(unknown.flatMap(({ id, seenAs }) => (seenAs === id ? [id] : [])));
  const unknownIds = unknown.map(({ id }) => id);
  return storage.records.articles.seenArticles(feed.id, unknownIds);
}

/**
 * Estimates the items of the last seven days, by date or else by when they were first seen. If all dated items are
 * newer, extrapolates their pace: a busy outlet's twenty items can be from one morning.
 */
function weeklyItems(
  listed: Iterable<FeedArticle>,
  before: ReadonlyMap<ArticleId, ArticleRecord>,
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

const isAsBefore = (before: ArticleRecord, { title, url, paragraphs }: PackedArticle): boolean =>
  before.title === title && before.url === url && inLines(before.paragraphs) === paragraphs;
