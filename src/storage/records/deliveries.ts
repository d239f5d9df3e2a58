import type { Kysely } from 'kysely';
import { dayMs, type EpochMs } from '../../clock.ts';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import { type DeliveryRecord, deliveryOf } from './delivery.ts';
import { editRecords } from './edits.ts';
import { outboxSteps } from './outbox.ts';
import { type ToldRecord, toldOfPresent } from './told.ts';

/** Texts that a digest tells were read at most so long before the end of its hours. */
const makingMs = 2 * 60_000;

export function deliveryRecords(db: Kysely<Tables>) {
  /** Digests that were posted; one that ends a day after `now` or later is of a clock that ran ahead. */
  const standing = (now: EpochMs) =>
    db
      .selectFrom('deliveries')
      .where('kind', '=', 'daily')
      .where('state', '=', 'sent')
      .where('window_end', '<', now + dayMs);

  return {
    ...outboxSteps(db),

    /** Stores a slot's messages with what they tell; false when the slot was claimed before. */
    async add(
      delivery: Omit<DeliveryRecord, 'state' | 'attempts' | 'nextTryAt' | 'messageIds'>,
      told: readonly ToldRecord[],
      nextTryAt: EpochMs,
    ): Promise<boolean> {
      const added = await db
        .insertInto('deliveries')
        .values({
          id: delivery.id,
          channel_id: delivery.channelId,
          server_id: delivery.serverId,
          kind: delivery.kind,
          local_date: delivery.localDate,
          ordinal: delivery.ordinal,
          window_start: delivery.windowStart,
          window_end: delivery.windowEnd,
          due_at: delivery.dueAt,
          digest: JSON.stringify(delivery.digest),
          payloads: JSON.stringify(delivery.payloads),
          state: 'pending',
          next_try_at: nextTryAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      if (added.length === 0) return false;
      await this.tell(delivery.id, delivery.channelId, told);
      const articleIds = told.flatMap((entry) => entry.articleIds);
      if (articleIds.length > 0) {
        await editRecords(db).queueUnshown(delivery, articleIds, delivery.windowEnd - makingMs, nextTryAt);
      }
      return true;
    },

    async tell(deliveryId: string, channelId: string, told: readonly ToldRecord[]): Promise<void> {
      await db.deleteFrom('told').where('delivery_id', '=', deliveryId).execute();
      await db.deleteFrom('told_articles').where('delivery_id', '=', deliveryId).execute();
      if (told.length === 0) return;
      const articleIds = [...new Set(told.flatMap((entry) => entry.articleIds))];
      if (articleIds.length > 0) {
        await db
          .insertInto('told_articles')
          .values(articleIds.map((article_id) => ({ article_id, delivery_id: deliveryId })))
          .execute();
      }
      await db
        .insertInto('told')
        .values(
          (await toldOfPresent(db, told)).map((entry) => ({
            channel_id: channelId,
            story_id: entry.storyId,
            delivery_id: deliveryId,
            article_ids: JSON.stringify(entry.articleIds),
            sentences: JSON.stringify(entry.sentences),
            part: entry.part ?? 0,
          })),
        )
        .execute();
    },

    /** A story at fault is out: messages and told rows change together (call it within a transaction). */
    async rewrite(
      delivery: Pick<DeliveryRecord, 'id' | 'channelId' | 'digest' | 'payloads'>,
      told: readonly ToldRecord[],
      nextTryAt: EpochMs,
    ): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({
          digest: JSON.stringify(delivery.digest),
          payloads: JSON.stringify(delivery.payloads),
          next_try_at: nextTryAt,
          attempt_at: null,
          attempt_owner: null,
          owner: null,
          lease_until: null,
        })
        .where('id', '=', delivery.id)
        .execute();
      await this.tell(delivery.id, delivery.channelId, told);
    },

    async byId(id: string): Promise<DeliveryRecord | undefined> {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** The newest digest that stands in the channel. */
    async lastSent(channelId: string, now: EpochMs): Promise<DeliveryRecord | undefined> {
      const row = await standing(now)
        .selectAll()
        .where('channel_id', '=', channelId)
        .orderBy('window_end', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** Where the hours end of the digest that was last posted anywhere on the server. */
    async lastWindowEnd(serverId: string, now: EpochMs): Promise<EpochMs | undefined> {
      const row = await standing(now)
        .select('window_end as at')
        .where('server_id', '=', serverId)
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.at;
    },

    /**
     * The newest slot of the channel that has a digest, whatever became of that; also after the channel had none any
     * more.
     */
    async lastSlot(channelId: string, now: EpochMs): Promise<{ localDate: string; ordinal: number } | undefined> {
      return db
        .selectFrom('deliveries')
        .select(['local_date as localDate', 'ordinal'])
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'daily')
        .where('due_at', '<=', now)
        .orderBy('local_date', 'desc')
        .orderBy('ordinal', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    /** Where the first of the channel's digests began; undefined before the first. */
    async firstWindowStart(channelId: string): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.min('window_start').as('at'))
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'daily')
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** When a digest was last asked for there. */
    async lastAsked(channelId: string): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.max('due_at').as('at'))
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'asked')
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** After an edit: the messages now show this. */
    async edited(id: string, digest: Digest, payloads: DeliveryRecord['payloads']): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ digest: JSON.stringify(digest), payloads: JSON.stringify(payloads) })
        .where('id', '=', id)
        .execute();
    },

    async counts(serverId?: string): Promise<{ pending: number; lastSentAt?: EpochMs }> {
      const { pending } = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.countAll<number>().as('pending'))
        .where('state', '=', 'pending')
        .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''))
        .executeTakeFirstOrThrow();
      const { at } = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.max('sent_at').as('at'))
        .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''))
        .executeTakeFirstOrThrow();
      return { pending: Number(pending), lastSentAt: at ?? undefined };
    },

    async sweep(before: EpochMs, max: number): Promise<number> {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('due_at', '<', before)
        .where('state', '!=', 'pending')
        .limit(max)
        .execute();
      const ids = rows.map((row) => row.id);
      if (ids.length === 0) return 0;
      await db.deleteFrom('told').where('delivery_id', 'in', ids).execute();
      await db.deleteFrom('told_articles').where('delivery_id', 'in', ids).execute();
      await db.deleteFrom('edits').where('delivery_id', 'in', ids).execute();
      await db.deleteFrom('deliveries').where('id', 'in', ids).execute();
      return ids.length;
    },
  };
}
