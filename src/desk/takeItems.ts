import type { Article } from '../articles/article.ts';
import { correctionIn } from '../articles/correction.ts';
import { articleFrom } from '../articles/fromItem.ts';
import type { EpochMs } from '../clock.ts';
import type { FeedDocument } from '../feeds/document.ts';
import type { ArticleRecord, Correction, PageState } from '../storage/records/articles.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { titleText } from '../text/plain.ts';
import { refreshStories } from './placing.ts';

/** What a feed document brings, worked out before the transaction that stores it. */
export interface TakenItems {
  title: string;
  siteUrl?: string;
  language?: string;
  /** All that the feed lists now. */
  listed: readonly { key: string; articleId: string }[];
  /** Those that are new here. */
  articles: readonly (Article & { newsAt: EpochMs; pageState: PageState })[];
  /** Those that the outlet changed since. */
  changed: readonly { before: ArticleRecord; title: string; paragraphs?: readonly string[]; correction?: Correction }[];
}

const dayMs = 24 * 3_600_000;
/** An item that is older than this when it is first seen is archive, not news. */
const newsAgeMsMax = 7 * dayMs;
/** Messages older than this are not edited any more. */
const editAgeMsMax = 14 * dayMs;

/**
 * When an article became news here: when it was first seen, so that one that its feed showed late still comes into the
 * next digest; but what a first poll finds, and what is old, counts by its own date.
 */
function newsAt(article: Article, firstPoll: boolean, now: EpochMs): EpochMs {
  return firstPoll || article.publishedAt < now - newsAgeMsMax ? article.publishedAt : now;
}

export async function takeItems(
  storage: Storage,
  feed: FeedRecord,
  document: FeedDocument,
  now: EpochMs,
): Promise<TakenItems> {
  const { articles: stored } = storage.records;
  const language = feed.language ?? document.language;
  const { outletId, outletName } = feed;
  const seen = await stored.seen(
    feed.id,
    document.items.map((item) => item.id),
  );
  const found = new Map<string, Article>();
  const listed = document.items.flatMap((item) => {
    const article = articleFrom(item, { outletId, outletName, language, now });
    if (!article) return [];
    // A known guid under a new address, or a known address under a new guid, is the same article.
    const articleId = seen.get(item.id) ?? article.id;
    if (!found.has(articleId)) found.set(articleId, { ...article, id: articleId });
    return [{ key: item.id, articleId }];
  });
  const before = new Map((await stored.byIds([...found.keys()])).map((article) => [article.id, article]));
  const firstPoll = feed.firstPolledAt === undefined;
  return {
    title: titleText(document.title).slice(0, 200),
    siteUrl: document.siteUrl,
    language: document.language,
    listed: [...new Map(listed.map((entry) => [entry.key, entry])).values()],
    articles: [...found.values()]
      .filter((article) => !before.has(article.id))
      .map((article) => ({
        ...article,
        newsAt: newsAt(article, firstPoll, now),
        pageState: article.textFrom === 'snippet' ? 'wanted' : 'none',
      })),
    changed: [...found.values()].flatMap((article) => {
      const known = before.get(article.id);
      return known ? changeOf(known, article, now) : [];
    }),
  };
}

/** The outlet's present words, and what it corrected; nothing where it says the same as before. */
function changeOf(before: ArticleRecord, article: Article, now: EpochMs): TakenItems['changed'] {
  // What the page gave is better than the feed's snippet, and stays.
  const comparable = before.textFrom !== 'page' && article.paragraphs.length > 0;
  const textChanged = comparable && before.paragraphs.join('\n') !== article.paragraphs.join('\n');
  if (before.title === article.title && !textChanged) return [];
  const correction = correctionIn(before, article);
  return [
    {
      before,
      title: article.title,
      paragraphs: textChanged ? article.paragraphs : undefined,
      correction: correction && { ...correction, at: now },
    },
  ];
}

/** Within the poll's transaction. */
export async function storeItems(records: Records, feedId: string, taken: TakenItems, now: EpochMs): Promise<void> {
  await records.articles.insert(taken.articles, now);
  await records.articles.listedBy(feedId, [...new Set(taken.listed.map((entry) => entry.articleId))]);
  await records.articles.markSeen(feedId, taken.listed, now);
  const stories = new Set<string>();
  for (const { before, ...change } of taken.changed) {
    await records.articles.change(before.id, change);
    if (before.storyId === undefined) continue;
    stories.add(before.storyId);
    if (change.correction) {
      const { id, storyId } = before;
      await records.deliveries.queueEdits({ id, storyId, correction: change.correction }, now - editAgeMsMax, now);
    }
  }
  await refreshStories(records, stories);
}
