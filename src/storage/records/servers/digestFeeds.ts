import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, DeliveryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type DeliveryRecord, deliveryOf } from '../outbox/delivery.ts';
import { type Filled, filled } from '../rows.ts';

/** A channel whose digests can be read outside Discord. */
export type DigestFeed = Filled<Selectable<Tables['digestFeeds']>>;
export type SignedEntry = Selectable<Tables['digestEntries']>;
export type DigestText = Selectable<Tables['digestTexts']>;

type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

/** Notes that a posted digest of these channels is new or has changed, so that it is signed. */
export async function noteDigests(db: Kysely<Tables>, channelIds: readonly ChannelId[]): Promise<void> {
  if (channelIds.length === 0) return;
  await db
    .updateTable('digestFeeds')
    .set((set) => ({ changes: set('changes', '+', 1) }))
    .where('channelId', 'in', channelIds)
    .execute();
}

export function digestFeedRecords(db: Kysely<Tables>) {
  return {
    async byChannel(channelId: ChannelId): Promise<DigestFeed | undefined> {
      const row = await db.selectFrom('digestFeeds').selectAll().where('channelId', '=', channelId).executeTakeFirst();
      return row && filled(row);
    },

    /** The channel with this hash of its address; none while Lede is not in its server. */
    async byAddress(address: string): Promise<DigestFeed | undefined> {
      const row = await db
        .selectFrom('digestFeeds')
        .selectAll()
        .where('address', '=', address)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('servers')
                .select('servers.id')
                .whereRef('servers.id', '=', 'digestFeeds.serverId')
                .where('present', '=', 0),
            ),
          ),
        )
        .executeTakeFirst();
      return row && filled(row);
    },

    /** Stores the channel's address in place of the one before. Its posted digests are then signed. */
    async save(feed: Pick<DigestFeed, 'channelId' | 'serverId' | 'seed' | 'address'>, now: EpochMs): Promise<void> {
      const { seed, address } = feed;
      await db
        .insertInto('digestFeeds')
        .values({ ...feed, createdAt: now, changes: 1 })
        .onConflict((conflict) =>
          conflict
            .column('channelId')
            .doUpdateSet(({ eb, ref }) => ({ seed, address, changes: eb(ref('digestFeeds.changes'), '+', 1) })),
        )
        .execute();
    },

    async remove(channelId: ChannelId): Promise<void> {
      await db.deleteFrom('digestFeeds').where('channelId', '=', channelId).execute();
    },

    /** Channels with digests to sign. */
    async changed(max: number): Promise<DigestFeed[]> {
      const rows = await db
        .selectFrom('digestFeeds')
        .selectAll()
        .where('changes', '>', 0)
        .orderBy('channelId')
        .limit(max)
        .execute();
      return rows.map(filled);
    },

    /** The newest posted digests of the channel, oldest first. */
    async posted({ channelId, serverId }: Channel, kinds: readonly string[], max: number): Promise<DeliveryRecord[]> {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('channelId', '=', channelId)
        .where('serverId', '=', serverId)
        .where('kind', 'in', kinds)
        .where('state', '=', 'sent')
        .where('sentAt', 'is not', null)
        .orderBy('windowEnd', 'desc')
        .limit(max)
        .execute();
      return rows.map(deliveryOf).reverse();
    },

    /** The texts of the channel's newest signed digests, newest first. */
    async texts({ channelId, serverId }: Channel, max: number): Promise<DigestText[]> {
      return db
        .selectFrom('digestTexts')
        .innerJoin('deliveries', 'deliveries.id', 'digestTexts.deliveryId')
        .selectAll('digestTexts')
        .where('deliveries.channelId', '=', channelId)
        .where('deliveries.serverId', '=', serverId)
        .orderBy('deliveries.windowEnd', 'desc')
        .limit(max)
        .execute();
    },

    /** The newest entries of the channel's chain, oldest first. */
    async entries({ channelId, serverId }: Channel, max: number): Promise<SignedEntry[]> {
      const rows = await db
        .selectFrom('digestEntries')
        .selectAll()
        .where('channelId', '=', channelId)
        .where('serverId', '=', serverId)
        .orderBy('number', 'desc')
        .limit(max)
        .execute();
      return rows.reverse();
    },

    /** Stores a digest's text in place of the one before, unless the digest was swept meanwhile. */
    async saveText({ deliveryId, source, content }: DigestText): Promise<boolean> {
      const present = await db.selectFrom('deliveries').select('id').where('id', '=', deliveryId).executeTakeFirst();
      if (present === undefined) return false;
      await db
        .insertInto('digestTexts')
        .values({ deliveryId, source, content })
        .onConflict((conflict) => conflict.column('deliveryId').doUpdateSet({ source, content }))
        .execute();
      return true;
    },

    async append(entry: SignedEntry): Promise<void> {
      await db.insertInto('digestEntries').values(entry).execute();
    },

    /** Notes the newest entry of the chain, and that all is signed unless something changed since the feed was read. */
    async signed({ channelId, changes }: DigestFeed, head: Pick<DigestFeed, 'number' | 'head'>): Promise<void> {
      await db
        .updateTable('digestFeeds')
        .set((set) => ({
          ...head,
          changes: set.case().when('changes', '=', changes).then(0).else(set.ref('changes')).end(),
        }))
        .where('channelId', '=', channelId)
        .execute();
    },

    /** Deletes the signed text of a digest; what is left of it in the chain says nothing. */
    async dropText(deliveryId: DeliveryId): Promise<void> {
      await db.deleteFrom('digestTexts').where('deliveryId', '=', deliveryId).execute();
    },
  };
}
