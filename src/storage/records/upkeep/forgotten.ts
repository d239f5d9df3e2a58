import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, ChannelId, DeliveryId, FeedId, ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type DeliveryRecord, deliveryOf } from '../outbox/delivery.ts';
import { entryOf, type ToldRecord } from '../outbox/told.ts';
import type { FeedRecord } from '../reading/feeds.ts';
import { column, keepStored } from '../rows.ts';
import { removeArticles } from '../stories/stories.ts';
import { removeRows } from './owned.ts';

/** The columns of a feed that identify its outlet. */
export type FeedOwner = Pick<FeedRecord, 'id' | 'url' | 'siteUrl' | 'outletId' | 'outletName' | 'catalogue'>;

type ToldRow = ToldRecord & { channelId: ChannelId; deliveryId: DeliveryId };

/** Paged reads and deletes for `lede forget`. */
export function forgottenRecords(db: Kysely<Tables>) {
  return {
    async domains(): Promise<string[]> {
      return column('domain', db.selectFrom('forgotten').select('domain'));
    },

    async add(domain: string, at: EpochMs): Promise<void> {
      await db.insertInto('forgotten').values({ domain, at }).onConflict(keepStored).execute();
    },

    /** Takes the domain off the list. Its feeds are read again from the next start on. */
    async remove(domain: string): Promise<void> {
      await db.deleteFrom('forgotten').where('domain', '=', domain).execute();
    },

    async feedOwners(): Promise<FeedOwner[]> {
      const rows = await db
        .selectFrom('feeds')
        .select(['id', 'url', 'siteUrl', 'outletId', 'outletName', 'catalogue'])
        .execute();
      return rows.map((row) => ({ ...row, siteUrl: row.siteUrl ?? undefined, catalogue: row.catalogue === 1 }));
    },

    /** The next page of articles; `listedBy` are the feeds that list each. */
    async articles(after: string, max: number): Promise<{ id: ArticleId; url: string; listedBy: readonly FeedId[] }[]> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'url'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(max)
        .execute();
      const ids = rows.map(({ id }) => id);
      const pairs = await db.selectFrom('articleFeeds').selectAll().where('articleId', 'in', ids).execute();
      const feedsOf = Map.groupBy(pairs, ({ articleId }) => articleId);
      return rows.map((row) => ({ ...row, listedBy: (feedsOf.get(row.id) ?? []).map(({ feedId }) => feedId) }));
    },

    async deliveries(after: string, max: number): Promise<DeliveryRecord[]> {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.map(deliveryOf);
    },

    async told(after: Pick<ToldRow, 'channelId' | 'storyId' | 'deliveryId'>, max: number): Promise<ToldRow[]> {
      const rows = await db
        .selectFrom('told')
        .selectAll()
        .where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('channelId', 'storyId', 'deliveryId'),
            '>',
            tuple(after.channelId, after.storyId, after.deliveryId),
          ),
        )
        .orderBy('channelId')
        .orderBy('storyId')
        .orderBy('deliveryId')
        .limit(max)
        .execute();
      return rows.map((row) => ({ ...row, ...entryOf(row) }));
    },

    async writeTold({ channelId, storyId, deliveryId, articleIds, sentences }: ToldRow): Promise<void> {
      await db
        .updateTable('told')
        .set({ articleIds: JSON.stringify(articleIds), sentences: JSON.stringify(sentences) })
        .where(({ and }) => and({ channelId, storyId, deliveryId }))
        .execute();
    },

    /** Deletes articles with the rows that belong to them. Returns their stories, which have to be refreshed. */
    async removeArticles(ids: readonly ArticleId[]): Promise<Set<StoryId>> {
      // A story that was merged into another keeps its old title, which may be the title of a deleted article.
      await db
        .updateTable('stories')
        .set({ title: '' })
        .where('aliasOf', 'is not', null)
        .where('leadArticleId', 'in', ids)
        .execute();
      return removeArticles(db, ids);
    },

    /** Deletes feeds. Returns the servers that had added them. */
    async removeFeeds(ids: readonly FeedId[]): Promise<{ serverId: ServerId; feedId: FeedId }[]> {
      const readers = await db
        .deleteFrom('ownFeeds')
        .where('feedId', 'in', ids)
        .returning(['serverId', 'feedId'])
        .execute();
      await removeRows(db, 'feeds', 'id', ids);
      return readers;
    },

    /** Deletes cached values that mention the domain, such as copies of robots.txt and results of feed searches. */
    async removeKept(domain: string): Promise<void> {
      await db
        .deleteFrom('keyv')
        .where('namespace', 'not in', ['servers', 'operating'])
        .where(({ eb, fn, or }) =>
          or((['key', 'value'] as const).map((column) => eb(fn('lower', [column]), 'like', `%${domain}%`))),
        )
        .execute();
    },
  };
}
