import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { Article } from '../../../engine/articles/article.ts';
import { fromLines, inLines, type PackedArticle } from '../../../engine/articles/packed.ts';
import { lowered, type QuotingSettings } from '../../../engine/articles/quotingLimits.ts';
import {
  allowsPicture,
  allowsSentences,
  type PageLimits,
  type Signal,
  signalsIn,
} from '../../../engine/permissions/signals.ts';
import type { Citation } from '../../../engine/stories/citations.ts';
import type { ArticleId, FeedId, OutletId, ServerId, TopicId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { PageState, Tables } from '../../schema.ts';
import { feedsReadBy, isOpen } from '../reading/audiences.ts';
import { seenKeys } from '../reading/seenKeys.ts';
import { countOf, type Filled, filled, isFree, keepStored, parseShares, unclaimed } from '../rows.ts';

type Row = Selectable<Tables['articles']>;

/** New values of an article that its outlet changed. */
export interface ArticleUpdate {
  title: string;
  url: string;
  text?: Pick<Article, 'paragraphs' | 'textFrom'>;
  correction?: Correction;
  /** Set if the text no longer has the sentence that names its source. */
  dropsCitation?: boolean;
  rereadAt?: EpochMs;
}

export type ArticleRecord = Article &
  Pick<Filled<Row>, 'scope' | 'newsAt' | 'storyId' | 'pageState' | 'pageAttempts' | 'notNews' | 'reasons'> & {
    correction?: Correction;
    citation?: Citation;
    /** The topic model's score of each topic that it knows, 0 to 1. */
    topicShares?: ReadonlyMap<TopicId, number>;
  };

export interface Correction {
  kind: 'corrected' | 'retracted';
  text: string;
  at: EpochMs;
}

export const citationFrom = (stored: string | null): Citation | undefined =>
  stored === null ? undefined : (JSON.parse(stored) as Citation);

export const citationColumn = (citation: Citation | undefined): string | null =>
  citation === undefined ? null : JSON.stringify(citation);

export const articleOf = (row: Row): ArticleRecord => ({
  ...filled(row),
  paragraphs: fromLines(row.paragraphs),
  categories: fromLines(row.categories),
  topicShares: parseShares(row.topicShares),
  correction: row.correction ? (JSON.parse(row.correction) as Correction) : undefined,
  citation: citationFrom(row.citation),
});

const besideText = [
  ...([
    'id',
    'scope',
    'outletId',
    'outletName',
    'url',
    'title',
    'textFrom',
    'imageUrl',
    'imageAlt',
    'categories',
  ] as const),
  ...(['language', 'publishedAt', 'firstSeenAt', 'newsAt', 'sentencesMax', 'charactersMax', 'declined'] as const),
  ...([
    'pageState',
    'pageDueAt',
    'pageAttempts',
    'storyId',
    'terms',
    'reasons',
    'correction',
    'citation',
    'notNews',
    'topicShares',
  ] as const),
  ...(['owner', 'leaseUntil'] as const),
] as const;

const wholeText = 0x7fff_ffff;

/** All columns, with the text cut to `characters`. The full texts of a long story would be megabytes. */
export const openingColumns = (characters: number) => (eb: ExpressionBuilder<Tables, 'articles'>) =>
  [...besideText, eb.fn<string>('substr', ['paragraphs', eb.val(1), eb.val(characters)]).as('paragraphs')] as const;

/** Drops a sentence that the limit cut in two, because half a sentence must never be quoted. */
const uncut = (text: string, characters: number): string =>
  text.length < characters
    ? text
    : text.slice(0, Math.max(0, ...['\n', '. ', '! ', '? ', '。'].map((end) => text.lastIndexOf(end) + 1))).trimEnd();

/** How many sentences may be quoted if the publisher sets no limit. */
const sentencesMax = 3;

const limitColumns = ({ declined, charactersMax }: PageLimits) => ({
  sentencesMax: allowsSentences(declined) ? sentencesMax : 0,
  charactersMax: charactersMax ?? null,
  declined: declined.length === 0 ? null : declined.join(' '),
});

export const articleById = (db: Kysely<Tables>, id: ArticleId) => db.updateTable('articles').where('id', '=', id);

export function articleRecords(db: Kysely<Tables>, quoting: QuotingSettings = {}) {
  return {
    ...seenKeys(db),

    /** Stores new articles. Articles that are stored already don't change. */
    async insert(
      articles: readonly (PackedArticle & { scope: string; newsAt: EpochMs; pageState: PageState })[],
      now: EpochMs,
    ): Promise<void> {
      await eachRow(db, articles, (of) =>
        db
          .insertInto('articles')
          .values({
            ...of.columns('id', 'scope', 'outletId', 'outletName', 'url', 'title', 'paragraphs', 'textFrom'),
            ...of.columns('imageUrl', 'imageAlt', 'categories', 'language', 'publishedAt', 'firstSeenAt', 'newsAt'),
            ...of.columns('sentencesMax', 'declined', 'pageState'),
            pageDueAt: of(({ pageState }) => (pageState === 'wanted' ? now : null)),
          })
          .onConflict(keepStored),
      );
    },

    async listedBy(entries: readonly { feedId: FeedId; articleId: ArticleId }[]): Promise<void> {
      await eachRow(db, entries, (of) =>
        db.insertInto('articleFeeds').values(of.columns('articleId', 'feedId')).onConflict(keepStored),
      );
    },

    async feedsOf(articleIds: readonly ArticleId[]): Promise<{ articleId: ArticleId; feedId: FeedId }[]> {
      return db
        .selectFrom('articleFeeds')
        .select(['articleId', 'feedId'])
        .where('articleId', 'in', articleIds)
        .orderBy('feedId')
        .execute();
    },

    /**
     * The articles in the order of `ids`. Each text is whole, or ends with the last sentence that fits into
     * `characters`. The operator's limits may reduce how much of an article is quoted.
     */
    async byIds(ids: readonly ArticleId[], characters = wholeText): Promise<ArticleRecord[]> {
      const rows = await db.selectFrom('articles').select(openingColumns(characters)).where('id', 'in', ids).execute();
      const found = new Map(rows.map((row) => [row.id, { ...row, paragraphs: uncut(row.paragraphs, characters) }]));
      return [...new Set(ids)].flatMap((id) => found.get(id) ?? []).map((row) => lowered(articleOf(row), quoting));
    },

    /**
     * Stores the outlet's changes to an article. `rereadAt` is when to read the page again. If the feed now has the
     * full text, the page isn't needed any more.
     */
    async change(
      id: ArticleId,
      { title, url, text, correction, dropsCitation = false, rereadAt }: ArticleUpdate,
    ): Promise<void> {
      await articleById(db, id)
        .set({
          title,
          url,
          ...(text ? { paragraphs: inLines(text.paragraphs), textFrom: text.textFrom } : {}),
          ...(text?.textFrom === 'feed' ? { pageState: 'none', pageDueAt: null } : {}),
          ...(rereadAt === undefined ? {} : { pageState: 'wanted', pageDueAt: rereadAt, pageAttempts: 0 }),
          ...(correction ? { correction: JSON.stringify(correction) } : {}),
          ...(dropsCitation ? { citation: null } : {}),
        })
        .execute();
    },

    /**
     * Claims articles whose page is due: articles that everybody may see or, if `open` is false, the others. The order
     * is round robin: first the newest article of each outlet or own feed, then the second newest of each, and so on.
     * Among own feeds, each server gets its first page before any server gets its second.
     */
    async claimPages(
      now: EpochMs,
      owner: string,
      leaseUntil: EpochMs,
      max: number,
      open: boolean,
    ): Promise<ArticleRecord[]> {
      const { agg, min } = db.fn;
      const wanted = db
        .selectFrom('articles')
        .leftJoin('ownFeeds', 'ownFeeds.feedId', 'articles.scope')
        .select(['articles.id', 'articles.publishedAt', 'ownFeeds.serverId'])
        .select(
          agg<number>('dense_rank')
            .over((over) => over.partitionBy('articles.scope').orderBy('articles.publishedAt', 'desc'))
            .as('turn'),
        )
        .where('pageState', '=', 'wanted')
        .where('pageDueAt', '<=', now)
        .where(isFree(now))
        .where(({ not }) => (open ? isOpen() : not(isOpen())));
      const byServer = db
        .selectFrom(wanted.as('wanted'))
        .select(['id', 'publishedAt'])
        .select(
          agg<number>('row_number')
            .over((over) => over.partitionBy('serverId').orderBy('turn').orderBy('publishedAt', 'desc'))
            .as('turn'),
        );
      const ids = db
        .selectFrom(byServer.as('wanted'))
        .select('id')
        .groupBy(['id', 'publishedAt'])
        .orderBy(min('turn'))
        .orderBy('publishedAt', 'desc')
        // PostgreSQL can't lock rows in a query with a window function. Of two concurrent claims one is retried.
        .limit(max);
      const rows = await db
        .updateTable('articles')
        .set({ owner, leaseUntil })
        .where('id', 'in', ids)
        .returningAll()
        .execute();
      return rows.map(articleOf);
    },

    /** Has the pages of these articles read a second time. Pages that were read a second time before are left out. */
    async readAgain(ids: readonly ArticleId[], pageDueAt: EpochMs): Promise<void> {
      await db
        .updateTable('articles')
        .set({ pageState: 'wanted', pageDueAt, pageAttempts: 0 })
        .where('id', 'in', ids)
        .where('textFrom', '=', 'page')
        .where('pageState', '=', 'done')
        .execute();
    },

    /** Releases a claimed page without counting an attempt. */
    async postponePage(id: ArticleId, pageDueAt: EpochMs): Promise<void> {
      await articleById(db, id)
        .set({ pageDueAt, ...unclaimed })
        .execute();
    },

    /**
     * Ends an attempt to read a page. `text` replaces the feed's text, `limits` replaces the earlier limits, and
     * `againAt` schedules another attempt.
     */
    async pageRead(
      id: ArticleId,
      result: {
        state: PageState;
        againAt?: EpochMs;
        text?: Pick<Article, 'paragraphs' | 'imageUrl' | 'imageAlt' | 'language'> & { citation?: Citation };
        limits?: PageLimits;
      },
    ): Promise<void> {
      const { state, againAt, text, limits } = result;
      await articleById(db, id)
        .set((set) => ({
          pageState: state,
          pageDueAt: againAt ?? null,
          pageAttempts: set('pageAttempts', '+', 1),
          ...unclaimed,
          ...(limits && limitColumns(limits)),
          ...(text && {
            paragraphs: inLines(text.paragraphs),
            textFrom: 'page',
            citation: citationColumn(text.citation),
            imageUrl: set.fn.coalesce('imageUrl', set.val(text.imageUrl ?? null)),
            imageAlt: set.fn.coalesce('imageAlt', set.val(text.imageAlt ?? null)),
            language: set.fn.coalesce('language', set.val(text.language ?? null)),
          }),
          ...(limits && !allowsPicture(limits.declined) && { imageUrl: null, imageAlt: null }),
        }))
        .execute();
    },

    count: (): Promise<number> => countOf(db.selectFrom('articles')),

    /** For each outlet, the signals by which it declines something, in stored articles that the server may see. */
    async declined(serverId?: ServerId): Promise<{ outletId: OutletId; outletName: string; signals: Signal[] }[]> {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('articleFeeds', 'articleFeeds.articleId', 'articles.id')
        .select(['outletId', 'outletName', 'declined'])
        .distinct()
        .where('declined', 'is not', null)
        // Without coalesce, SQLite would read all articles of these feeds.
        .where(({ eb, fn, val }) => eb(fn.coalesce('articleFeeds.feedId', val('')), 'in', feedsReadBy(db, serverId)))
        .orderBy('outletName')
        .execute();
      return [...Map.groupBy(rows, ({ outletId }) => outletId)].map(([outletId, own]) => ({
        outletId,
        outletName: own[0]?.outletName ?? outletId,
        signals: signalsIn(own.map(({ declined }) => declined).join(' ')),
      }));
    },

    async countOfFeedSince(feedId: FeedId, since: EpochMs): Promise<number> {
      return countOf(
        db
          .selectFrom('articleFeeds')
          .innerJoin('articles', 'articles.id', 'articleFeeds.articleId')
          .where('articleFeeds.feedId', '=', feedId)
          .where('articles.publishedAt', '>=', since),
      );
    },
  };
}
