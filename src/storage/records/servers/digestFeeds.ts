import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type DeliveryRecord, deliveryOf } from '../outbox/delivery.ts';
import { type Filled, filled } from '../rows.ts';

/** A channel whose digests can be read outside Discord. */
export type DigestFeed = Filled<Selectable<Tables['digestFeeds']>>;

type PostedDigest = DeliveryRecord & { sentAt: EpochMs };
type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

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

    /** Stores the channel's address in place of the one before; the seed stays. */
    async save(feed: Pick<DigestFeed, 'channelId' | 'serverId' | 'seed' | 'address'>, now: EpochMs): Promise<void> {
      const { address } = feed;
      await db
        .insertInto('digestFeeds')
        .values({ ...feed, createdAt: now })
        .onConflict((conflict) => conflict.column('channelId').doUpdateSet({ address }))
        .execute();
    },

    async remove(channelId: ChannelId): Promise<void> {
      await db.deleteFrom('digestFeeds').where('channelId', '=', channelId).execute();
    },

    /** The newest posted digests of the channel, newest first. */
    async digests({ channelId, serverId }: Channel, kinds: readonly string[], max: number): Promise<PostedDigest[]> {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('channelId', '=', channelId)
        .where('serverId', '=', serverId)
        .where('kind', 'in', kinds)
        .where('state', '=', 'sent')
        .where('sentAt', 'is not', null)
        .$narrowType<{ sentAt: EpochMs }>()
        .orderBy('windowEnd', 'desc')
        .limit(max)
        .execute();
      return rows.map((row) => ({ ...deliveryOf(row), sentAt: row.sentAt }));
    },
  };
}
