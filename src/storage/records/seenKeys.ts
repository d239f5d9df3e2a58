import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';

/** What feeds listed, by the feed's own keys: by these an item is known again. */
export function seenKeys(db: Kysely<Tables>) {
  return {
    /** The articles behind seen keys of a feed; a key that was never seen is not in the map. */
    async seen(feedId: string, keys: readonly string[]): Promise<Map<string, string>> {
      if (keys.length === 0) return new Map();
      const rows = await db
        .selectFrom('seen')
        .select(['key', 'article_id'])
        .where('feed_id', '=', feedId)
        .where('key', 'in', keys)
        .execute();
      return new Map(rows.map((row) => [row.key, row.article_id]));
    },

    /** Which of these articles the feed listed, under whatever key. */
    async seenArticles(feedId: string, articleIds: readonly string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom('seen')
        .select('article_id')
        .distinct()
        .where('feed_id', '=', feedId)
        .where('article_id', 'in', articleIds)
        .execute();
      return new Set(rows.map((row) => row.article_id));
    },

    /** A key stands for what was listed under it last: guids may count places in the list. */
    async markSeen(
      entries: readonly { feedId: string; key: string; articleId: string }[],
      now: EpochMs,
    ): Promise<void> {
      await eachRow(db, entries, (of) =>
        db
          .insertInto('seen')
          .values({
            feed_id: of((row) => row.feedId),
            key: of((row) => row.key),
            article_id: of((row) => row.articleId),
            last_listed_at: now,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['feed_id', 'key'])
              .doUpdateSet({ article_id: of((row) => row.articleId), last_listed_at: now }),
          ),
      );
    },

    /**
     * Looks at the next `feeds` feeds after `after`. Seen keys go a while after the feed stopped listing them, at most
     * `rows` at once: those of its last listing stay, however long ago that was. Answers where to go on, if there is
     * more.
     */
    async sweepSeen(
      after: string,
      before: EpochMs,
      max: { feeds: number; rows: number },
    ): Promise<{ next?: string; forgotten: number }> {
      const { rows: feeds } = await sql<{ id: string; latest: EpochMs | null; oldest: EpochMs | null }>`
        select id, (select max(last_listed_at) from seen where feed_id = feeds.id) as latest,
          (select min(last_listed_at) from seen where feed_id = feeds.id) as oldest
        from feeds where id > ${after} order by id limit ${max.feeds}`.execute(db);
      let forgotten = 0;
      let done = after;
      for (const { id, latest, oldest } of feeds) {
        if (forgotten >= max.rows) return { next: done, forgotten };
        done = id;
        if (latest === null || oldest === null || oldest >= Math.min(before, latest)) continue;
        const { numAffectedRows = 0n } = await sql`
          delete from seen where feed_id = ${id} and key in (select key from seen
            where feed_id = ${id} and last_listed_at < ${Math.min(before, latest)} limit ${max.rows - forgotten})`.execute(
          db,
        );
        forgotten += Number(numAffectedRows);
      }
      return { next: feeds.length < max.feeds ? undefined : done, forgotten };
    },
  };
}
