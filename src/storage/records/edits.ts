import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import type { Correction } from './articles.ts';

/** Messages that are to be edited because an article they told was corrected. */
export function editRecords(db: Kysely<Tables>) {
  return {
    /** Queues an edit of every message that told this article since `since`, in whatever story it stood then. */
    async queue(article: { id: string; correction: Correction }, since: EpochMs, now: EpochMs): Promise<number> {
      const rows = await db
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.delivery_id')
        .select(['told.delivery_id', 'told.article_ids'])
        .where('told.article_ids', 'like', `%"${article.id}"%`)
        .where('deliveries.due_at', '>=', since)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown'])
        .execute();
      const telling = rows.filter((row) => (JSON.parse(row.article_ids) as string[]).includes(article.id));
      for (const row of telling) {
        const values = {
          correction: JSON.stringify(article.correction),
          state: 'pending',
          next_try_at: now,
          attempts: 0,
        };
        await db
          .insertInto('edits')
          .values({ delivery_id: row.delivery_id, article_id: article.id, ...values })
          .onConflict((conflict) => conflict.columns(['delivery_id', 'article_id']).doUpdateSet(values))
          .execute();
      }
      return telling.length;
    },

    /** Edits that are due, of messages that stand in their channels. */
    async due(
      now: EpochMs,
      max: number,
    ): Promise<{ deliveryId: string; articleId: string; correction: Correction; attempts: number }[]> {
      const rows = await db
        .selectFrom('edits')
        .innerJoin('deliveries', 'deliveries.id', 'edits.delivery_id')
        .select(['edits.delivery_id', 'edits.article_id', 'edits.correction', 'edits.attempts'])
        .where('edits.state', '=', 'pending')
        .where('edits.next_try_at', '<=', now)
        .where('deliveries.state', '=', 'sent')
        .orderBy('edits.next_try_at')
        .limit(max)
        .execute();
      return rows.map((row) => ({
        deliveryId: row.delivery_id,
        articleId: row.article_id,
        correction: JSON.parse(row.correction) as Correction,
        attempts: row.attempts,
      }));
    },

    async again(deliveryId: string, articleId: string, nextTryAt: EpochMs): Promise<void> {
      await db
        .updateTable('edits')
        .set((set) => ({ next_try_at: nextTryAt, attempts: set('attempts', '+', 1) }))
        .where('delivery_id', '=', deliveryId)
        .where('article_id', '=', articleId)
        .execute();
    },

    async end(deliveryId: string, articleId: string, state: 'done' | 'failed'): Promise<void> {
      await db
        .updateTable('edits')
        .set({ state })
        .where('delivery_id', '=', deliveryId)
        .where('article_id', '=', articleId)
        .execute();
    },
  };
}
