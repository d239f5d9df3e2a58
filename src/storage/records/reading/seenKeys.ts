import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, FeedId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { Tables } from '../../schema.ts';
import { column, replacing } from '../rows.ts';

/** The keys under which feeds listed their items. An item is new if its key is not stored. */
export function seenKeys(db: Kysely<Tables>) {
  return {
    /** The article of each key that the feed listed before. */
    async seen(feedId: FeedId, keys: readonly string[]): Promise<Map<string, ArticleId>> {
      const rows = await db
        .selectFrom('seen')
        .select(['key', 'articleId'])
        .where('feedId', '=', feedId)
        .where('key', 'in', keys)
        .execute();
      return new Map(rows.map((row) => [row.key, row.articleId]));
    },

    /** Which of these articles the feed listed before, under any key. */
    async seenArticles(feedId: FeedId, articleIds: readonly ArticleId[]): Promise<Set<ArticleId>> {
      const listed = db.selectFrom('seen').select('articleId').distinct().where('feedId', '=', feedId);
      return new Set(await column('articleId', listed.where('articleId', 'in', articleIds)));
    },

    /** The stored articles of the feed's last listing. */
    async lastListed(feedId: FeedId): Promise<{ id: ArticleId; title: string }[]> {
      return db
        .selectFrom('seen')
        .innerJoin('articles', 'articles.id', 'seen.articleId')
        .select(['articles.id', 'articles.title'])
        .distinct()
        .where('seen.feedId', '=', feedId)
        .where('seen.lastListedAt', '=', ({ selectFrom }) =>
          selectFrom('seen')
            .select(({ fn }) => fn.max('lastListedAt').as('at'))
            .where('feedId', '=', feedId),
        )
        .execute();
    },

    /**
     * Stores listed keys. A key stands for the latest article listed under it, because some guids are mere positions.
     */
    async markSeen(
      entries: readonly { feedId: FeedId; key: string; articleId: ArticleId }[],
      lastListedAt: EpochMs,
    ): Promise<void> {
      const last = new Map(entries.map((entry) => [JSON.stringify([entry.feedId, entry.key]), entry]));
      await eachRow(db, [...last.values()], (of) =>
        db
          .insertInto('seen')
          .values({ ...of.columns('feedId', 'key', 'articleId'), lastListedAt })
          .onConflict(replacing('seen', 'articleId', 'lastListedAt')),
      );
    },

    /** Deletes the keys of these articles, except those in `keys`. */
    async forgetKeys(feedId: FeedId, articleIds: readonly ArticleId[], keys: readonly string[]): Promise<void> {
      await db
        .deleteFrom('seen')
        .where('feedId', '=', feedId)
        .where('articleId', 'in', articleIds)
        .where('key', 'not in', keys)
        .execute();
    },

    /**
     * Checks the next `feeds` feeds after `after`. Deletes at most `rows` keys that a feed stopped listing before
     * `before`. Keys of its last listing stay, however old that is. Continue after `next`, which is set if there are
     * more.
     */
    async sweepSeen(
      after: string,
      before: EpochMs,
      max: { feeds: number; rows: number },
    ): Promise<{ next?: string; forgotten: number }> {
      const feeds = await db
        .selectFrom('feeds')
        .select(({ selectFrom }) => {
          const listed = selectFrom('seen').whereRef('feedId', '=', 'feeds.id');
          return [
            'id',
            listed.select(({ fn }) => fn.max('lastListedAt').as('at')).as('latest'),
            listed.select(({ fn }) => fn.min('lastListedAt').as('at')).as('oldest'),
          ];
        })
        .where('id', '>', after)
        .orderBy('id')
        .limit(max.feeds)
        .execute();
      let forgotten = 0;
      let done = after;
      for (const { id, latest, oldest } of feeds) {
        if (forgotten >= max.rows) return { next: done, forgotten };
        done = id;
        if (latest === null || oldest === null || oldest >= Math.min(before, latest)) continue;
        const { numDeletedRows } = await db
          .deleteFrom('seen')
          .where('feedId', '=', id)
          .where('key', 'in', (query) =>
            query
              .selectFrom('seen')
              .select('key')
              .where('feedId', '=', id)
              .where('lastListedAt', '<', Math.min(before, latest))
              .limit(max.rows - forgotten),
          )
          .executeTakeFirst();
        forgotten += Number(numDeletedRows);
      }
      return { next: feeds.length < max.feeds ? undefined : done, forgotten };
    },
  };
}
