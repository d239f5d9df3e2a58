import type { Kysely } from 'kysely';
import { dayMs, type EpochMs } from '../../../clock.ts';
import type { ArticleId, ChannelId, DeliveryId, ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import {
  column,
  countOf,
  earliestOf,
  filled,
  isFound,
  isFree,
  keepStored,
  latestOf,
  momentOf,
  unclaimed,
} from '../rows.ts';
import { removeRows } from '../upkeep/owned.ts';
import { type DeliveryRecord, deliveryOf, slotKind, withoutBodies } from './delivery.ts';
import { editRecords, type MessageAct } from './edits.ts';
import { deliveryById, kindsNeeding, outboxSteps, type QueriedRules } from './outbox.ts';
import { type ToldRecord, toldOfPresent } from './told.ts';

/** Each shown article once, with its headline if the message shows that, and the index of the message. */
function articlesIn(told: readonly ToldRecord[]) {
  const found = new Map<ArticleId, { articleId: ArticleId; title: string | null; part: number }>();
  for (const { articleIds, title: headline, part = 0 } of told) {
    for (const [at, articleId] of articleIds.entries()) {
      const title = (at === 0 && headline) || null;
      const known = found.get(articleId);
      if (known === undefined || (known.title === null && title !== null))
        found.set(articleId, { articleId, title, part });
    }
  }
  return [...found.values()];
}

/** A delivery to be stored, the stories it shows, and what to do once it is posted. */
export interface NewDelivery {
  delivery: Omit<DeliveryRecord, 'state' | 'attempts' | 'nextTryAt' | 'messageIds'>;
  told: readonly ToldRecord[];
  acts?: readonly MessageAct[];
}

export function deliveryRecords(db: Kysely<Tables>, kinds: readonly QueriedRules[]) {
  const ofChannel = (channelId: ChannelId, kind: string) =>
    db.selectFrom('deliveries').where('channelId', '=', channelId).where('kind', '=', kind);

  /**
   * Posted digests. Excludes those whose window ends a day after `now` or later, because they were made while the clock
   * ran ahead.
   */
  const standing = (now: EpochMs) =>
    db
      .selectFrom('deliveries')
      .where('kind', '=', slotKind)
      .where('state', '=', 'sent')
      .where('windowEnd', '<', now + dayMs);

  const inJson = ({ content, payloads }: Pick<DeliveryRecord, 'content' | 'payloads'>) => ({
    content: JSON.stringify(content),
    payloads: JSON.stringify(payloads),
  });

  /** Stores which stories, articles and sentences the delivery shows. */
  const insertShown = async (
    deliveryId: DeliveryId,
    channelId: ChannelId,
    told: readonly ToldRecord[],
  ): Promise<void> => {
    const articles = articlesIn(told).map((one) => ({ ...one, deliveryId }));
    if (articles.length > 0) await db.insertInto('toldArticles').values(articles).execute();
    const rows = (await toldOfPresent(db, told)).map(({ storyId, articleIds, sentences, part = 0 }) => ({
      channelId,
      storyId,
      deliveryId,
      articleIds: JSON.stringify(articleIds),
      sentences: JSON.stringify(sentences),
      part,
    }));
    if (rows.length > 0) await db.insertInto('told').values(rows).execute();
  };

  return {
    ...outboxSteps(db, kinds),

    /** Stores a delivery. False if a delivery with this id exists already. */
    async add({ delivery, told, acts = [] }: NewDelivery, nextTryAt: EpochMs): Promise<boolean> {
      const { id, channelId } = delivery;
      const added = await db
        .insertInto('deliveries')
        .values({ ...delivery, ...inJson(delivery), state: 'pending', nextTryAt })
        .onConflict(keepStored)
        .returning('id')
        .executeTakeFirst();
      if (added === undefined) return false;
      await insertShown(id, channelId, told);
      const edits = editRecords(db);
      const shown = told.flatMap(({ articleIds }) => articleIds);
      await edits.queueCorrected(id, shown, nextTryAt);
      for (const act of acts) await edits.queueAct(id, act, nextTryAt);
      return true;
    },

    async replaceShown(deliveryId: DeliveryId, channelId: ChannelId, told: readonly ToldRecord[]): Promise<void> {
      await db.deleteFrom('told').where('deliveryId', '=', deliveryId).execute();
      await db.deleteFrom('toldArticles').where('deliveryId', '=', deliveryId).execute();
      await insertShown(deliveryId, channelId, told);
    },

    /** Replaces a delivery's messages and told rows, to drop a story. Call it in a transaction. */
    async rewrite(
      delivery: Pick<DeliveryRecord, 'id' | 'channelId' | 'content' | 'payloads'>,
      told: readonly ToldRecord[],
      nextTryAt: EpochMs,
    ): Promise<void> {
      await deliveryById(db, delivery.id)
        .set({ ...inJson(delivery), nextTryAt, attemptAt: null, attemptOwner: null, ...unclaimed })
        .execute();
      await this.replaceShown(delivery.id, delivery.channelId, told);
    },

    async byId(id: DeliveryId): Promise<DeliveryRecord | undefined> {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** Whether a digest exists for this slot, even if it was never sent. */
    async isMade(id: DeliveryId): Promise<boolean> {
      return isFound(db.selectFrom('deliveries').select('id').where('id', '=', id));
    },

    /** The newest digest that was posted in the channel. */
    async lastSent(channelId: ChannelId, now: EpochMs): Promise<DeliveryRecord | undefined> {
      const row = await standing(now)
        .selectAll()
        .where('channelId', '=', channelId)
        .orderBy('windowEnd', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** The end of the window of the latest digest that was posted anywhere in the server. */
    async lastWindowEnd(serverId: ServerId, now: EpochMs): Promise<EpochMs | undefined> {
      return momentOf(
        standing(now).select('windowEnd as at').where('serverId', '=', serverId).orderBy('sentAt', 'desc').limit(1),
      );
    },

    /** The latest slot for which the channel had a digest, sent or not, even before it last subscribed. */
    async lastSlot(channelId: ChannelId, now: EpochMs): Promise<{ localDate: string; ordinal: number } | undefined> {
      return ofChannel(channelId, slotKind)
        .select(['localDate', 'ordinal'])
        .where('dueAt', '<=', now)
        .orderBy('localDate', 'desc')
        .orderBy('ordinal', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    /** When the window of the channel's first digest began. */
    async firstWindowStart(channelId: ChannelId): Promise<EpochMs | undefined> {
      return earliestOf(ofChannel(channelId, slotKind), 'windowStart');
    },

    /** Whether a digest of the channel is being made, is pending or was posted after `since`. */
    async underWay(channelId: ChannelId, since: EpochMs, now: EpochMs): Promise<boolean> {
      const made = db
        .selectFrom('deliveries')
        .select('channelId')
        .where('channelId', '=', channelId)
        .where('kind', 'in', kindsNeeding(kinds, 'digest', 'running-digest'))
        .where((where) =>
          where.or([
            where('state', '=', 'pending'),
            where.and([where('sentAt', '>', since), where('sentAt', '<=', now)]),
          ]),
        );
      const making = db
        .selectFrom('channels')
        .select('channelId')
        .where('channelId', '=', channelId)
        .where(({ not }) => not(isFree(now)));
      return isFound(made.unionAll(making).limit(1));
    },

    /** Stores the content and messages after an edit. If the content differs, notes `at` as the time of its change. */
    async edited(
      id: DeliveryId,
      content: DeliveryRecord['content'],
      payloads: DeliveryRecord['payloads'],
      at: EpochMs,
    ): Promise<void> {
      const { content: contentJson, payloads: bodies } = inJson({ content, payloads });
      await deliveryById(db, id)
        .set((set) => ({
          content: contentJson,
          correctedAt: set.case().when('content', '=', contentJson).then(set.ref('correctedAt')).else(at).end(),
          payloads: set.case().when('state', '=', 'sent').then(withoutBodies(payloads)).else(bodies).end(),
        }))
        .execute();
    },

    /** The number of deliveries of that kind in the channel on that local day that are pending, sent or maybe sent. */
    countOfDay: ({ channelId, kind, localDate }: Pick<DeliveryRecord, 'channelId' | 'kind' | 'localDate'>) =>
      countOf(
        ofChannel(channelId, kind)
          .where('localDate', '=', localDate)
          .where('state', 'in', ['pending', 'sent', 'unknown']),
      ),

    /** Sent deliveries of these kinds, due since `since`, for whose thread no follow is stored. */
    async unfollowed(kinds: readonly string[], since: EpochMs): Promise<DeliveryRecord[]> {
      const followed = db.selectFrom('follows').select('deliveryId').where('deliveryId', 'is not', null);
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('kind', 'in', kinds)
        .where('dueAt', '>', since)
        .where('state', '=', 'sent')
        .where('id', 'not in', followed.$narrowType<{ deliveryId: DeliveryId }>())
        .orderBy('dueAt')
        .execute();
      return rows.map(deliveryOf);
    },

    /** Sent and pending deliveries of these kinds, due since `since`, that show one of the stories. */
    async showing(
      storyIds: readonly StoryId[],
      kinds: readonly string[],
      since: EpochMs,
    ): Promise<{ id: DeliveryId; storyId: StoryId; channelId: ChannelId; sentAt?: EpochMs }[]> {
      const rows = await db
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.deliveryId')
        .select(['deliveries.id', 'told.storyId', 'deliveries.channelId', 'deliveries.sentAt'])
        .where('told.storyId', 'in', storyIds)
        .where('deliveries.kind', 'in', kinds)
        .where('deliveries.dueAt', '>', since)
        .where('deliveries.state', 'in', ['sent', 'pending'])
        .orderBy('deliveries.dueAt')
        .orderBy('deliveries.id')
        .execute();
      return rows.map(filled);
    },

    async counts(serverId?: ServerId): Promise<{ pending: number; lastSentAt?: EpochMs }> {
      const all = db
        .selectFrom('deliveries')
        .$if(serverId !== undefined, (query) => query.where('serverId', '=', serverId ?? ''));
      const lastSentAt = await latestOf(all, 'sentAt');
      return { pending: await countOf(all.where('state', '=', 'pending')), lastSentAt };
    },

    /** Deletes deliveries, as if they had never been made. */
    async forget(ids: readonly DeliveryId[]): Promise<void> {
      await removeRows(db, 'deliveries', 'id', ids);
    },

    async sweep(before: EpochMs, max: number): Promise<number> {
      const over = db.selectFrom('deliveries').select('id').where('dueAt', '<', before).where('state', '!=', 'pending');
      const ids = await column('id', over.limit(max));
      await this.forget(ids);
      return ids.length;
    },
  };
}
