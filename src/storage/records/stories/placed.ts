import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { Citation } from '../../../engine/stories/citations.ts';
import type { ArticleId, StoryId, TopicId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { isOpen } from '../reading/audiences.ts';
import { filled, formatShares, isFound, parseShares } from '../rows.ts';
import { type ArticleRecord, articleById, articleOf, citationColumn, openingColumns } from './articles.ts';

/** Characters read of each text. Grouping, headlines, counts and search need no more. */
const charactersRead = 4_000;

/** A catalogue topic of a feed that listed an article. */
export interface FeedTopic {
  articleId: ArticleId;
  topicId: TopicId;
  isFrontPage: boolean;
}

/** A placed article, as training data of the topic model. */
export interface PlacedTerms {
  id: ArticleId;
  storyId: StoryId;
  publishedAt: EpochMs;
  newsAt: EpochMs;
  language?: string;
  terms: string;
  topicShares: ReadonlyMap<TopicId, number>;
}

export function placedRecords(db: Kysely<Tables>) {
  return {
    /**
     * Articles without a story, oldest first. An article whose page is still to be read is left out if it was first
     * seen after `patience`, or after `hurry` if an alert rule wants it at once.
     */
    async unplaced({ patience, hurry }: { patience: EpochMs; hurry: EpochMs }, max: number): Promise<ArticleRecord[]> {
      const rows = await db
        .selectFrom('articles')
        .select(openingColumns(charactersRead))
        .where('storyId', 'is', null)
        .where(({ eb, or, and, selectFrom }) =>
          or([
            eb('pageState', '!=', 'wanted'),
            eb('firstSeenAt', '<=', patience),
            and([eb('firstSeenAt', '<=', hurry), eb('id', 'in', selectFrom('arrivals').select('articleId'))]),
          ]),
        )
        .orderBy('publishedAt')
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.map(articleOf);
    },

    /**
     * Puts an article into its story. An article that waited until now counts as news from now on. Otherwise no digest
     * might show it, because a digest's window begins where the window of the last digest ended.
     */
    async place(
      id: ArticleId,
      placement: {
        storyId: StoryId;
        terms: string;
        reasons: string;
        citation?: Citation;
        notNews?: number;
        topicShares?: ReadonlyMap<TopicId, number>;
      },
      now: EpochMs,
    ): Promise<void> {
      const { storyId, terms, reasons, citation, notNews = 0, topicShares = new Map() } = placement;
      await articleById(db, id)
        .set(({ eb, ref, and, case: when }) => ({
          storyId,
          terms,
          reasons,
          citation: citationColumn(citation),
          notNews,
          topicShares: formatShares(topicShares),
          newsAt: when()
            .when(and([eb('newsAt', '>=', ref('firstSeenAt')), eb('newsAt', '<', now)]))
            .then(now)
            .else(ref('newsAt'))
            .end(),
        }))
        .execute();
    },

    /** Moves articles to another story: the given ones, or all. */
    async move(
      fromStoryId: StoryId,
      intoStoryId: StoryId,
      { articleIds, reasons }: { articleIds?: readonly ArticleId[]; reasons: string },
    ): Promise<void> {
      await db
        .updateTable('articles')
        .set({ storyId: intoStoryId, reasons })
        .where('storyId', '=', fromStoryId)
        .$if(articleIds !== undefined, (query) => query.where('id', 'in', articleIds ?? []))
        .execute();
    },

    async isEmpty(storyId: StoryId): Promise<boolean> {
      return !(await isFound(db.selectFrom('articles').select('id').where('storyId', '=', storyId).limit(1)));
    },

    /** The grouper's initial state: grouped articles published since `publishedAt`, oldest first, with their terms. */
    async placedSince(publishedAt: EpochMs) {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'storyId', 'publishedAt', 'language', 'terms'])
        .where('storyId', 'is not', null)
        .where('publishedAt', '>=', publishedAt)
        .orderBy('publishedAt')
        .orderBy('id')
        .$narrowType<{ storyId: StoryId; terms: string }>()
        .execute();
      return rows.map(filled);
    },

    /**
     * The latest `max` articles of a story, oldest first: articles that everybody may see or, if `open` is false, the
     * others.
     */
    async latestOf(storyId: StoryId, max: number, open: boolean): Promise<ArticleRecord[]> {
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
    async feedTopics(articleIds: readonly ArticleId[]): Promise<FeedTopic[]> {
      const rows = await db
        .selectFrom('articleFeeds')
        .innerJoin('feedTopics', 'feedTopics.feedId', 'articleFeeds.feedId')
        .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
        .select(['articleFeeds.articleId', 'feedTopics.topicId', 'feeds.general'])
        .where('articleFeeds.articleId', 'in', articleIds)
        .execute();
      return rows.map(({ general, ...row }) => ({ ...row, isFrontPage: general === 1 }));
    },

    /** A page of grouped articles published since `publishedAt`, latest first, beginning after `last`. */
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
        .$narrowType<{ storyId: StoryId; terms: string }>()
        .execute();
      return rows.map(({ topicShares, ...row }) => ({ ...filled(row), topicShares: parseShares(topicShares) }));
    },

    /** Stores an article's new scores from the topic model. */
    async judgeTopics(id: ArticleId, topicShares: ReadonlyMap<TopicId, number>): Promise<void> {
      await articleById(db, id)
        .set({ topicShares: formatShares(topicShares) })
        .execute();
    },
  };
}
