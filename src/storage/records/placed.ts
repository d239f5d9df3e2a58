import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { type ArticleRecord, articleOf } from './articles.ts';
import { chunksOf } from './chunks.ts';
import { formatShares } from './shares.ts';

/** What cards and digests are made from; a story with more is told well enough by its latest. */
const articlesPerStory = 150;

/** Articles as parts of stories. */
export function placedRecords(db: Kysely<Tables>) {
  return {
    /** Articles without a story, oldest first; those whose page is still to come wait for it until `patience`. */
    async unplaced(patience: EpochMs, max: number): Promise<ArticleRecord[]> {
      const rows = await db
        .selectFrom('articles')
        .selectAll()
        .where('story_id', 'is', null)
        .where((where) => where.or([where('page_state', '!=', 'wanted'), where('first_seen_at', '<=', patience)]))
        .orderBy('published_at')
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.map(articleOf);
    },

    /**
     * Puts an article into its story. One that counts as news since it was seen counts from now on: a digest that
     * went out while it waited for its page could not hold it, and the next one begins where that one ended.
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
      await db
        .updateTable('articles')
        .set((set) => ({
          story_id: placement.storyId,
          terms: placement.terms,
          reasons: placement.reasons,
          not_news: placement.notNews ?? 0,
          topic_shares: formatShares(placement.topicShares ?? new Map()),
          news_at: set
            .case()
            .when('news_at', '>=', set.ref('first_seen_at'))
            .then(set.fn<number>('max', ['news_at', set.val(now)]))
            .else(set.ref('news_at'))
            .end(),
        }))
        .where('id', '=', id)
        .execute();
    },

    /** Some articles of a story or all, for new reasons if these are given. */
    async move(
      fromStoryId: string,
      intoStoryId: string,
      { articleIds, reasons }: { articleIds?: readonly string[]; reasons?: string },
    ): Promise<void> {
      await db
        .updateTable('articles')
        .set({ story_id: intoStoryId, ...(reasons === undefined ? {} : { reasons }) })
        .where('story_id', '=', fromStoryId)
        .$if(articleIds !== undefined, (query) => query.where('id', 'in', articleIds ?? []))
        .execute();
    },

    /** What the grouper starts from: articles placed since, oldest first, with their stored terms. */
    async placedSince(
      since: EpochMs,
    ): Promise<{ id: string; storyId: string; publishedAt: EpochMs; language?: string; terms: string }[]> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'story_id', 'published_at', 'language', 'terms'])
        .where('story_id', 'is not', null)
        .where('published_at', '>=', since)
        .orderBy('published_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        storyId: row.story_id ?? '',
        publishedAt: row.published_at,
        language: row.language ?? undefined,
        terms: row.terms ?? '',
      }));
    },

    /** Every article placed in a story and published since: where it stands and which story holds it. */
    async storiesSince(since: EpochMs): Promise<{ url: string; story: string; outlet: string; at: EpochMs }[]> {
      const rows = await db
        .selectFrom('articles')
        .select(['url', 'story_id as story', 'outlet_name as outlet', 'published_at as at'])
        .where('story_id', 'is not', null)
        .where('published_at', '>=', since)
        .orderBy('published_at')
        .execute();
      return rows.map((row) => ({ ...row, story: row.story ?? '' }));
    },

    /** All articles of one story, the latest `max` of them, first to latest. */
    async ofStory(storyId: string, max: number): Promise<ArticleRecord[]> {
      const rows = await db
        .selectFrom('articles')
        .selectAll()
        .where('story_id', '=', storyId)
        .orderBy('published_at', 'desc')
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.reverse().map(articleOf);
    },

    /**
     * The articles of stories that this server may see: from the catalogue or the server's own feeds. Of each story the
     * latest `perStory`, first to latest.
     */
    async ofStories(
      storyIds: readonly string[],
      serverId: string | undefined,
      perStory = articlesPerStory,
    ): Promise<ArticleRecord[]> {
      const found: ArticleRecord[] = [];
      for (const chunk of chunksOf(storyIds)) {
        const rows = await db
          .with('listed', (query) =>
            query
              .selectFrom('articles')
              .select([
                'articles.id',
                sql<number>`row_number() over (partition by story_id order by published_at desc, id desc)`.as('place'),
              ])
              .where('story_id', 'in', chunk)
              .where((where) =>
                where.exists(
                  where
                    .selectFrom('article_feeds')
                    .innerJoin('feeds', 'feeds.id', 'article_feeds.feed_id')
                    .leftJoin('own_feeds', (join) =>
                      join.onRef('own_feeds.feed_id', '=', 'feeds.id').on('own_feeds.server_id', '=', serverId ?? ''),
                    )
                    .select('article_feeds.feed_id')
                    .whereRef('article_feeds.article_id', '=', 'articles.id')
                    .where((or) => or.or([or('feeds.catalogue', '=', 1), or('own_feeds.server_id', 'is not', null)])),
                ),
              ),
          )
          .selectFrom('articles')
          .innerJoin('listed', 'listed.id', 'articles.id')
          .selectAll('articles')
          .where('listed.place', '<=', perStory)
          .orderBy('articles.published_at')
          .orderBy('articles.id')
          .execute();
        found.push(...rows.map(articleOf));
      }
      return found;
    },

    /** Catalogue topics of the feeds that listed these articles. */
    async feedTopics(articleIds: readonly string[]): Promise<{ articleId: string; topicId: string }[]> {
      const pairs: { articleId: string; topicId: string }[] = [];
      for (const chunk of chunksOf(articleIds)) {
        const rows = await db
          .selectFrom('article_feeds')
          .innerJoin('feed_topics', 'feed_topics.feed_id', 'article_feeds.feed_id')
          .select(['article_feeds.article_id as articleId', 'feed_topics.topic_id as topicId'])
          .where('article_feeds.article_id', 'in', chunk)
          .execute();
        pairs.push(...rows);
      }
      return pairs;
    },

    /** Topics that the server gave those of its own feeds that listed these articles. */
    async ownFeedTopics(
      articleIds: readonly string[],
      serverId: string,
    ): Promise<{ articleId: string; topicId: string }[]> {
      const pairs: { articleId: string; topicId: string }[] = [];
      for (const chunk of chunksOf(articleIds)) {
        const rows = await db
          .selectFrom('article_feeds')
          .innerJoin('own_feeds', 'own_feeds.feed_id', 'article_feeds.feed_id')
          .select(['article_feeds.article_id as articleId', 'own_feeds.topic_id as topicId'])
          .where('own_feeds.server_id', '=', serverId)
          .where('article_feeds.article_id', 'in', chunk)
          .execute();
        pairs.push(...rows);
      }
      return pairs;
    },

    /** Which of these articles the catalogue lists. */
    async inCatalogue(articleIds: readonly string[]): Promise<Set<string>> {
      const found = new Set<string>();
      for (const chunk of chunksOf(articleIds)) {
        const rows = await db
          .selectFrom('article_feeds')
          .innerJoin('feeds', 'feeds.id', 'article_feeds.feed_id')
          .select('article_feeds.article_id')
          .distinct()
          .where('feeds.catalogue', '=', 1)
          .where('article_feeds.article_id', 'in', chunk)
          .execute();
        for (const row of rows) found.add(row.article_id);
      }
      return found;
    },

    async reasonsOf(storyId: string): Promise<Map<string, string>> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'reasons'])
        .where('story_id', '=', storyId)
        .where('reasons', 'is not', null)
        .execute();
      return new Map(rows.map((row) => [row.id, row.reasons ?? '']));
    },
  };
}
