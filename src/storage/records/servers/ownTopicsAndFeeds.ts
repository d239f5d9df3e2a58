import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { FeedId, ServerId, TopicId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import type { FeedRecord } from '../reading/feeds.ts';
import { column, type Filled, filled, keepStored, replacing } from '../rows.ts';

/** A topic that a server defined by words. */
export interface OwnTopicRecord {
  id: TopicId;
  serverId: ServerId;
  name: string;
  words: { all: string[]; any: string[]; not: string[] };
}

/** A server's own additions: topics defined by words, feeds, muted words. */
export function ownTopicAndFeedRecords(db: Kysely<Tables>) {
  return {
    async topics(serverId: ServerId): Promise<OwnTopicRecord[]> {
      const rows = await db
        .selectFrom('ownTopics')
        .select(['id', 'serverId', 'name', 'words'])
        .where('serverId', '=', serverId)
        .orderBy('createdAt')
        .execute();
      return rows.map((row) => ({ ...row, words: JSON.parse(row.words) as OwnTopicRecord['words'] }));
    },

    async saveTopic({ id, serverId, name, words }: OwnTopicRecord, createdAt: EpochMs): Promise<void> {
      const row = { id, serverId, createdAt, name, words: JSON.stringify(words) };
      await db
        .insertInto('ownTopics')
        .values(row)
        .onConflict(replacing('ownTopics', 'name', 'words'))
        .execute();
    },

    async deleteTopic(serverId: ServerId, topicId: TopicId): Promise<void> {
      await db.deleteFrom('ownTopics').where('serverId', '=', serverId).where('id', '=', topicId).execute();
      for (const table of ['ownFeeds', 'subscriptions'] as const)
        await db.deleteFrom(table).where('serverId', '=', serverId).where('topicId', '=', topicId).execute();
    },

    async feeds(serverId: ServerId): Promise<{ feedId: FeedId; topicId: TopicId }[]> {
      return (
        db
          .selectFrom('ownFeeds')
          .select(['feedId', 'topicId'])
          .where('serverId', '=', serverId)
          .orderBy('createdAt')
          // Feeds of an imported list have the same `createdAt`.
          .orderBy('feedId')
          .execute()
      );
    },

    async addFeed(serverId: ServerId, feedId: FeedId, topicId: TopicId, createdAt: EpochMs): Promise<void> {
      await db.insertInto('ownFeeds').values({ serverId, feedId, topicId, createdAt }).onConflict(keepStored).execute();
    },

    async removeFeed(serverId: ServerId, feedId: FeedId): Promise<void> {
      await db.deleteFrom('ownFeeds').where('serverId', '=', serverId).where('feedId', '=', feedId).execute();
    },

    async serversWithFeed(feedId: FeedId): Promise<ServerId[]> {
      return column('serverId', db.selectFrom('ownFeeds').select('serverId').where('feedId', '=', feedId));
    },

    /** The servers that added each of these feeds. */
    async serversOf(feedIds: readonly FeedId[]): Promise<Map<FeedId, ServerId[]>> {
      const rows = await db
        .selectFrom('ownFeeds')
        .select(['feedId', 'serverId'])
        .where('feedId', 'in', feedIds)
        .orderBy('serverId')
        .execute();
      const byFeed = Map.groupBy(rows, ({ feedId }) => feedId);
      return new Map([...byFeed].map(([id, its]) => [id, its.map(({ serverId }) => serverId)]));
    },

    async mutes(serverId: ServerId, now: EpochMs): Promise<Filled<Pick<Tables['mutes'], 'word' | 'expiresAt'>>[]> {
      const rows = await db
        .selectFrom('mutes')
        .select(['word', 'expiresAt'])
        .where('serverId', '=', serverId)
        .where(({ eb, or }) => or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
        .orderBy('word')
        .execute();
      return rows.map(filled);
    },

    /** Renames the outlet of a feed outside the catalogue. Stored articles keep the earlier name. */
    async nameOutlet({ id, outletId }: Pick<FeedRecord, 'id' | 'outletId'>, outletName: string): Promise<void> {
      const named = { outletId, outletName };
      await db.updateTable('feeds').set(named).where('id', '=', id).where('catalogue', '=', 0).execute();
    },

    async mute(serverId: ServerId, word: string, expiresAt: EpochMs | undefined): Promise<void> {
      const row = { serverId, word, expiresAt };
      await db.insertInto('mutes').values(row).onConflict(replacing('mutes', 'expiresAt')).execute();
    },

    async unmute(serverId: ServerId, word: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('mutes')
        .where('serverId', '=', serverId)
        .where('word', '=', word)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
