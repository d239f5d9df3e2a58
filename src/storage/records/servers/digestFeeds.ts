import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type DeliveryRecord, deliveryOf } from '../outbox/delivery.ts';
import { type Filled, filled, replacing } from '../rows.ts';

/** A channel whose digests can be read outside Discord. */
export type DigestFeed = Filled<Selectable<Tables['digestFeeds']>>;

type PostedDigest = DeliveryRecord & { sentAt: EpochMs };
type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

export function digestFeedRecords(db: Kysely<Tables>) {
  /** The channel's newest posted digests, newest first. */
  const newest = ({ channelId, serverId }: Channel, kinds: readonly string[], max: number) =>
    db
      .selectFrom('deliveries')
      .where('channelId', '=', channelId)
      .where('serverId', '=', serverId)
      .where('kind', 'in', kinds)
      .where('state', '=', 'sent')
      .where('sentAt', 'is not', null)
      .orderBy('windowEnd', 'desc')
      .limit(max);

  return {
    async byChannel(channelId: ChannelId): Promise<DigestFeed | undefined> {
      const row = await db.selectFrom('digestFeeds').selectAll().where('channelId', '=', channelId).executeTakeFirst();
      return row && filled(row);
    },

    /** The channel whose address has this hash, unless Lede has left its server. */
    async byAddress(address: string): Promise<DigestFeed | undefined> {
      const row = await db
        .selectFrom('digestFeeds')
        .selectAll()
        .where('address', '=', address)
        .where('serverId', 'not in', db.selectFrom('servers').select('id').where('present', '=', 0))
        .executeTakeFirst();
      return row && filled(row);
    },

    /** Stores the channel's address. Replaces an earlier address, but keeps the seed. */
    async save(feed: Pick<DigestFeed, 'channelId' | 'serverId' | 'seed' | 'address'>, now: EpochMs): Promise<void> {
      const row = { ...feed, createdAt: now };
      await db.insertInto('digestFeeds').values(row).onConflict(replacing('digestFeeds', 'address')).execute();
    },

    async remove(channelId: ChannelId): Promise<void> {
      await db.deleteFrom('digestFeeds').where('channelId', '=', channelId).execute();
    },

    async digests(feed: Channel, kinds: readonly string[], max: number): Promise<PostedDigest[]> {
      const rows = await newest(feed, kinds, max).selectAll().$narrowType<{ sentAt: EpochMs }>().execute();
      return rows.map((row) => ({ ...deliveryOf(row), sentAt: row.sentAt }));
    },

    /**
     * Ids of everything that the channel's page shows: its newest digests, and articles of digests since `since` that
     * their outlets changed. Each has a mark that differs after every change.
     */
    async basis(feed: Channel, kinds: readonly string[], since: EpochMs, max: number) {
      const digests = await newest(feed, kinds, max).select(['id', 'correctedAt as mark']).execute();
      const changed = await db
        .selectFrom('deliveries')
        .innerJoin('toldArticles', 'toldArticles.deliveryId', 'deliveries.id')
        .innerJoin('articles', 'articles.id', 'toldArticles.articleId')
        .innerJoin('articleChanges', 'articleChanges.articleId', 'articles.id')
        .select(['articles.id', 'articles.title', 'articles.url'])
        .select(({ fn }) => fn.max('articleChanges.number').as('mark'))
        .where('deliveries.channelId', '=', feed.channelId)
        .where('deliveries.kind', 'in', kinds)
        .where('deliveries.sentAt', '>=', since)
        .groupBy(['articles.id', 'articles.title', 'articles.url'])
        .orderBy('articles.id')
        .execute();
      return { digests, changed };
    },
  };
}
