import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { type ArticleRecord, articleOf, openingColumns } from './articles.ts';
import { isOpen } from './readers.ts';
import { filled, formatShares, parseShares } from './rows.ts';

/** Of each text; grouping, headlines, counts and search read no further. */
const charactersRead = 4_000;

/** A catalogue topic of a feed that listed an article. */
export interface FeedTopic {
  articleId: string;
  topicId: string;
  isFrontPage: boolean;
}

/** A placed article as it is learned from. */
export interface PlacedTerms {
  id: string;
  storyId: string;
  publishedAt: EpochMs;
  newsAt: EpochMs;
  language?: string;
  terms: string;
  topicShares: ReadonlyMap<string, number>;
}

/** Articles as parts of stories. */
export function placedRecords(db: Kysely<Tables>) {
  const since = (publishedAt: EpochMs) =>
    db
      .selectFrom('articles')
      .where('storyId', 'is not', null)
      .where('publishedAt', '>=', publishedAt)
      .orderBy('publishedAt')
      .orderBy('id');

  return {
    /** Articles without a story, oldest first; those whose page is still to come wait for it until `patience`. */
    async unplaced(patience: EpochMs, max: number): Promise<ArticleRecord[]> {
      const rows = await db
        .selectFrom('articles')
        .select(openingColumns(charactersRead))
        .where('storyId', 'is', null)
        .where(({ eb, or }) => or([eb('pageState', '!=', 'wanted'), eb('firstSeenAt', '<=', patience)]))
        .orderBy('publishedAt')
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.map(articleOf);
    },

    /**
     * Puts an article into its story. One that is news since it was first seen becomes news now: a digest that went out
     * while it waited for its page could not hold it, and the next digest begins where that one ended.
     */
    async place(
      id: string,
      placement: {
        storyId: string;
        terms: string;
        reasons: string;
        notNews?: number;
        topicShares?: ReadonlyMap<string, number>;
      },
      now: EpochMs,
    ): Promise<void> {
      const { storyId, terms, reasons, notNews = 0, topicShares = new Map() } = placement;
      await db
        .updateTable('articles')
        .set(({ eb, ref, and, case: when }) => ({
          storyId,
          terms,
          reasons,
          notNews,
          topicShares: formatShares(topicShares),
          newsAt: when()
            .when(and([eb('newsAt', '>=', ref('firstSeenAt')), eb('newsAt', '<', now)]))
            .then(now)
            .else(ref('newsAt'))
            .end(),
        }))
        .where('id', '=', id)
        .execute();
    },

    /** Moves some articles of a story, or all. */
    async move(
      fromStoryId: string,
      intoStoryId: string,
      { articleIds, reasons }: { articleIds?: readonly string[]; reasons: string },
    ): Promise<void> {
      await db
        .updateTable('articles')
        .set({ storyId: intoStoryId, reasons })
        .where('storyId', '=', fromStoryId)
        .$if(articleIds !== undefined, (query) => query.where('id', 'in', articleIds ?? []))
        .execute();
    },

    async isEmpty(storyId: string): Promise<boolean> {
      const row = await db
        .selectFrom('articles')
        .select('id')
        .where('storyId', '=', storyId)
        .limit(1)
        .executeTakeFirst();
      return row === undefined;
    },

    /** What the grouper starts from: articles placed since, oldest first, with their stored terms. */
    async placedSince(publishedAt: EpochMs) {
      const rows = await since(publishedAt)
        .select(['id', 'storyId', 'publishedAt', 'language', 'terms'])
        .$narrowType<{ storyId: string; terms: string }>()
        .execute();
      return rows.map(filled);
    },

    /** Every article placed in a story and published since, by its address. */
    async storiesSince(publishedAt: EpochMs): Promise<{ url: string; story: string; outlet: string; at: EpochMs }[]> {
      return since(publishedAt)
        .select(['url', 'storyId as story', 'outletName as outlet', 'publishedAt as at'])
        .$narrowType<{ story: string }>()
        .execute();
    },

    /**
     * The latest `max` articles of one story that everybody may see, or, if `open` is false, of its others; first to
     * latest.
     */
    async latestOf(storyId: string, max: number, open: boolean): Promise<ArticleRecord[]> {
      const rows = await db
        .selectFrom('articles')
        .select(openingColumns(charactersRead))
        .where('storyId', '=', storyId)
        .where(({ not }) => (open ? isOpen() : not(isOpen())))
        .orderBy('publishedAt', 'desc')
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.reverse().map(articleOf);
    },

    /** Catalogue topics of the feeds that listed these articles, and whether the feed is a front page. */
    async feedTopics(articleIds: readonly string[]): Promise<FeedTopic[]> {
      const rows = await db
        .selectFrom('articleFeeds')
        .innerJoin('feedTopics', 'feedTopics.feedId', 'articleFeeds.feedId')
        .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
        .select(['articleFeeds.articleId', 'feedTopics.topicId', 'feeds.general'])
        .where('articleFeeds.articleId', 'in', articleIds)
        .execute();
      return rows.map(({ general, ...row }) => ({ ...row, isFrontPage: general === 1 }));
    },

    /** Articles of stories published since, latest first; the page after `last`. */
    async termsBefore(
      last: Pick<PlacedTerms, 'publishedAt' | 'id'> | undefined,
      publishedAt: EpochMs,
      max: number,
    ): Promise<PlacedTerms[]> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'storyId', 'publishedAt', 'newsAt', 'language', 'terms', 'topicShares'])
        .where('storyId', 'is not', null)
        .where('publishedAt', '>=', publishedAt)
        .$if(last !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('publishedAt', 'id'), '<', tuple(last?.publishedAt ?? 0, last?.id ?? '')),
          ),
        )
        .orderBy('publishedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(max)
        .$narrowType<{ storyId: string; terms: string }>()
        .execute();
      return rows.map(({ topicShares, ...row }) => ({ ...filled(row), topicShares: parseShares(topicShares) }));
    },

    /** Stores how far an article belongs to each topic, judged anew. */
    async judgeTopics(id: string, topicShares: ReadonlyMap<string, number>): Promise<void> {
      await db
        .updateTable('articles')
        .set({ topicShares: formatShares(topicShares) })
        .where('id', '=', id)
        .execute();
    },
  };
}
