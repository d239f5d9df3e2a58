import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import type { Correction } from './articles.ts';

/** The message is to be shown as it is stored: what an outlet wanted out is no longer in it. */
export interface Removal {
  kind: 'removed';
  at: EpochMs;
}

/** What is to be shown of an article in a message that told it. */
export interface EditRecord {
  deliveryId: string;
  /** Of a removal the domain instead. */
  articleId: string;
  correction: Correction | Removal;
  attempts: number;
}

/** Messages that are to be edited because an article they told was corrected. */
export function editRecords(db: Kysely<Tables>) {
  /** The newest word on an article takes the place of what was queued of it. */
  const put = async (edit: Omit<EditRecord, 'attempts'>, dueAt: EpochMs): Promise<void> => {
    const { deliveryId, articleId, correction } = edit;
    const values = { correction: JSON.stringify(correction), state: 'pending', next_try_at: dueAt, attempts: 0 };
    await db
      .insertInto('edits')
      .values({ delivery_id: deliveryId, article_id: articleId, ...values })
      .onConflict((conflict) => conflict.columns(['delivery_id', 'article_id']).doUpdateSet(values))
      .execute();
  };

  return {
    /** Queues an edit of every message that told this article since `since`, in whatever story it stood then. */
    async queue(article: { id: string; correction: Correction }, since: EpochMs, now: EpochMs): Promise<number> {
      const rows = await db
        .selectFrom('told_articles')
        .innerJoin('deliveries', 'deliveries.id', 'told_articles.delivery_id')
        .select('told_articles.delivery_id')
        .where('told_articles.article_id', '=', article.id)
        .where('deliveries.due_at', '>=', since)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown'])
        .execute();
      for (const { delivery_id } of rows) {
        await put({ deliveryId: delivery_id, articleId: article.id, correction: article.correction }, now);
      }
      return rows.length;
    },

    /**
     * What an outlet corrected while the digest was made: it told the older words, and the correction found no message
     * yet. Queues an edit of each of its articles that says so since `since` and of which the digest says nothing.
     */
    async queueUnshown(
      delivery: { id: string; digest: Digest },
      articleIds: readonly string[],
      since: EpochMs,
      now: EpochMs,
    ): Promise<void> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'correction'])
        .where('id', 'in', articleIds)
        .where('correction', 'is not', null)
        .execute();
      for (const { id, correction } of rows) {
        const { kind, text, at } = JSON.parse(correction ?? '{}') as Correction;
        const { places, also } = delivery.digest;
        const shown = [...places, ...also].some(({ corrections }) =>
          corrections?.some((one) => one.articleId === id && one.text === text),
        );
        if (at < since || shown) continue;
        await put({ deliveryId: delivery.id, articleId: id, correction: { kind, text, at } }, now);
      }
    },

    /** Due at once. */
    async queueRemoval(deliveryId: string, domain: string, now: EpochMs): Promise<void> {
      await put({ deliveryId, articleId: domain, correction: { kind: 'removed', at: now } }, 0);
    },

    /** Of articles that nothing is to be said of any more. */
    async dropOf(articleIds: readonly string[]): Promise<void> {
      await db.deleteFrom('edits').where('article_id', 'in', articleIds).execute();
    },

    /** Edits that are due, of messages that stand in their channels. */
    async due(now: EpochMs, max: number): Promise<EditRecord[]> {
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
        correction: JSON.parse(row.correction) as EditRecord['correction'],
        attempts: row.attempts,
      }));
    },

    /** A newer correction that was queued while this one was on its way stays as it is. */
    async again(edit: EditRecord, nextTryAt: EpochMs): Promise<void> {
      await db
        .updateTable('edits')
        .set((set) => ({ next_try_at: nextTryAt, attempts: set('attempts', '+', 1) }))
        .where((where) => where.and(keyOf(edit)))
        .execute();
    },

    /** A newer correction that was queued while this one was on its way is still to come. */
    async end(edit: EditRecord, state: 'done' | 'failed'): Promise<void> {
      await db
        .updateTable('edits')
        .set({ state })
        .where((where) => where.and(keyOf(edit)))
        .execute();
    },
  };
}

const keyOf = ({ deliveryId, articleId, correction }: EditRecord) => ({
  delivery_id: deliveryId,
  article_id: articleId,
  correction: JSON.stringify(correction),
});
