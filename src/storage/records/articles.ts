import { type Kysely, sql } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { fromLines, inLines, type PackedArticle } from '../../articles/packed.ts';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';
import { seenKeys } from './seenKeys.ts';
import { parseShares } from './shares.ts';

/** An article as stored. */
export interface ArticleRecord extends Article {
  newsAt: EpochMs;
  storyId?: string;
  pageState: PageState;
  pageAttempts: number;
  correction?: Correction;
  /** 0 to 1: how likely it is no news report; said once it is in a story. */
  notNews?: number;
  /** What the topic model says, 0 to 1 for each topic that it knows. */
  topicShares?: ReadonlyMap<string, number>;
}

/** none: the feed's text is enough; given-up: the page gave nothing better. */
export type PageState = 'none' | 'wanted' | 'done' | 'given-up';

export interface Correction {
  kind: 'corrected' | 'retracted';
  text: string;
  at: EpochMs;
}

type Row = Tables['articles'];

export function articleOf(row: Row): ArticleRecord {
  return {
    id: row.id,
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    url: row.url,
    title: row.title,
    paragraphs: fromLines(row.paragraphs),
    textFrom: row.text_from as Article['textFrom'],
    author: row.author ?? undefined,
    imageUrl: row.image_url ?? undefined,
    imageAlt: row.image_alt ?? undefined,
    categories: fromLines(row.categories),
    language: row.language ?? undefined,
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    newsAt: row.news_at,
    sentencesMax: row.sentences_max,
    storyId: row.story_id ?? undefined,
    pageState: row.page_state as PageState,
    pageAttempts: row.page_attempts,
    notNews: row.not_news ?? undefined,
    topicShares: parseShares(row.topic_shares ?? ''),
    correction: row.correction ? (JSON.parse(row.correction) as Correction) : undefined,
  };
}

const readBy = (serverId: string) => sql`
  select id from feeds where catalogue = 1 union select feed_id from own_feeds where server_id = ${serverId}`;

const ofTopics = (topicIds: readonly string[], serverId: string) => sql`
  select feed_id from feed_topics where topic_id in (${sql.join([...topicIds])})
  union select feed_id from own_feeds where server_id = ${serverId} and topic_id in (${sql.join([...topicIds])})`;

export function articleRecords(db: Kysely<Tables>) {
  return {
    ...seenKeys(db),

    /** Stores new articles; one that is there already is left as it is. */
    async insert(
      articles: readonly (PackedArticle & { newsAt: EpochMs; pageState: PageState })[],
      now: EpochMs,
    ): Promise<void> {
      await eachRow(db, articles, (of) =>
        db
          .insertInto('articles')
          .values({
            id: of((article) => article.id),
            outlet_id: of((article) => article.outletId),
            outlet_name: of((article) => article.outletName),
            url: of((article) => article.url),
            title: of((article) => article.title),
            paragraphs: of((article) => article.paragraphs),
            text_from: of((article) => article.textFrom),
            author: of((article) => article.author ?? null),
            image_url: of((article) => article.imageUrl ?? null),
            image_alt: of((article) => article.imageAlt ?? null),
            categories: of((article) => article.categories),
            language: of((article) => article.language ?? null),
            published_at: of((article) => article.publishedAt),
            first_seen_at: of((article) => article.firstSeenAt),
            news_at: of((article) => article.newsAt),
            sentences_max: of((article) => article.sentencesMax),
            page_state: of((article) => article.pageState),
            page_due_at: of((article) => (article.pageState === 'wanted' ? now : null)),
            page_attempts: 0,
          })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      );
    },

    async listedBy(entries: readonly { feedId: string; articleId: string }[]): Promise<void> {
      await eachRow(db, entries, (of) =>
        db
          .insertInto('article_feeds')
          .values({ article_id: of((row) => row.articleId), feed_id: of((row) => row.feedId) })
          .onConflict((conflict) => conflict.doNothing()),
      );
    },

    /** Those of these outlets of which no article is stored. */
    async unstoredOutlets(outletIds: readonly string[]): Promise<Set<string>> {
      if (outletIds.length === 0) return new Set();
      const { rows } = await sql<{ id: string }>`
        select value as id from json_each(${JSON.stringify(outletIds)})
        where not exists (select 1 from articles where outlet_id = value)`.execute(db);
      return new Set(rows.map(({ id }) => id));
    },

    async byIds(ids: readonly string[]): Promise<ArticleRecord[]> {
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('articles').selectAll().where('id', 'in', ids).execute();
      return rows.map(articleOf);
    },

    /** The outlet changed what it says: the new text counts from now on. A whole text needs no page any more. */
    async change(
      id: string,
      change: {
        title: string;
        url: string;
        text?: Pick<Article, 'paragraphs' | 'textFrom'>;
        correction?: Correction;
        /** When its page is read again. */
        rereadAt?: EpochMs;
      },
    ): Promise<void> {
      const { text } = change;
      await db
        .updateTable('articles')
        .set({
          title: change.title,
          url: change.url,
          ...(text ? { paragraphs: inLines(text.paragraphs), text_from: text.textFrom } : {}),
          ...(text?.textFrom === 'feed' ? { page_state: 'none', page_due_at: null } : {}),
          ...(change.rereadAt === undefined
            ? {}
            : { page_state: 'wanted', page_due_at: change.rereadAt, page_attempts: 0 }),
          ...(change.correction ? { correction: JSON.stringify(change.correction) } : {}),
        })
        .where('id', '=', id)
        .execute();
    },

    async claimPages(now: EpochMs, owner: string, leaseUntil: EpochMs, max: number): Promise<ArticleRecord[]> {
      const rows = await db
        .updateTable('articles')
        .set({ owner, lease_until: leaseUntil })
        .where('id', 'in', (query) =>
          query
            .selectFrom('articles')
            .select('id')
            .where('page_state', '=', 'wanted')
            .where('page_due_at', '<=', now)
            .where((or) => or.or([or('lease_until', 'is', null), or('lease_until', '<=', now)]))
            .orderBy('published_at', 'desc')
            .limit(max),
        )
        .returningAll()
        .execute();
      return rows.map(articleOf);
    },

    /** No page waits for longer than until then; how many would have. */
    async pagesDueBy(latest: EpochMs): Promise<number> {
      const late = db.updateTable('articles').where('page_state', '=', 'wanted').where('page_due_at', '>', latest);
      return Number((await late.set({ page_due_at: latest }).executeTakeFirst()).numUpdatedRows);
    },

    /** Gives a claimed page back without an attempt. */
    async postponePage(id: string, dueAt: EpochMs): Promise<void> {
      const set = { page_due_at: dueAt, owner: null, lease_until: null };
      await db.updateTable('articles').set(set).where('id', '=', id).execute();
    },

    /** Ends one page attempt. `text` replaces the feed's; `againAt` asks for another attempt. */
    async pageRead(
      id: string,
      result: {
        state: PageState;
        againAt?: EpochMs;
        text?: {
          paragraphs: readonly string[];
          imageUrl?: string;
          imageAlt?: string;
          author?: string;
          language?: string;
        };
        sentencesMax?: number;
      },
    ): Promise<void> {
      await db
        .updateTable('articles')
        .set((set) => ({
          page_state: result.state,
          page_due_at: result.againAt ?? null,
          page_attempts: set('page_attempts', '+', 1),
          owner: null,
          lease_until: null,
          ...(result.sentencesMax === undefined ? {} : { sentences_max: result.sentencesMax }),
          ...(result.text
            ? {
                paragraphs: inLines(result.text.paragraphs),
                text_from: 'page',
                image_url: set.fn.coalesce('image_url', set.val(result.text.imageUrl ?? null)),
                image_alt: set.fn.coalesce('image_alt', set.val(result.text.imageAlt ?? null)),
                author: set.fn.coalesce('author', set.val(result.text.author ?? null)),
                language: set.fn.coalesce('language', set.val(result.text.language ?? null)),
              }
            : {}),
        }))
        .where('id', '=', id)
        .execute();
    },

    /** Of the feeds of these topics, or of all feeds that the server reads; without both of all that are stored. */
    async countSince(since: EpochMs, topicIds?: readonly string[] | 'all', serverId = ''): Promise<number> {
      const row = await db
        .selectFrom('articles')
        .select((select) => select.fn.countAll<number>().as('n'))
        .where('news_at', '>=', since)
        // The feeds are listed once instead of asked about for each article: less than half the time for a week's
        // articles. With coalesce SQLite does not go through all articles of all feeds for each of them.
        .$if(topicIds !== undefined, (query) =>
          query.where(sql<boolean>`exists (select 1 from article_feeds where article_feeds.article_id = articles.id
            and coalesce(article_feeds.feed_id, '') in (${topicIds === 'all' ? readBy(serverId) : ofTopics(topicIds ?? [], serverId)}))`),
        )
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },

    async countOfFeedSince(feedId: string, since: EpochMs): Promise<number> {
      const row = await db
        .selectFrom('article_feeds')
        .innerJoin('articles', 'articles.id', 'article_feeds.article_id')
        .select((select) => select.fn.countAll<number>().as('n'))
        .where('article_feeds.feed_id', '=', feedId)
        .where('articles.published_at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
  };
}
