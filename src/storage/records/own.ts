import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import type { FeedRecord } from './feeds.ts';

/** A topic that a server made of words. */
export interface OwnTopicRecord {
  id: string;
  serverId: string;
  name: string;
  words: { all: string[]; any: string[]; not: string[] };
}

/** What a server added for itself: topics by words, feeds, muted words. */
export function ownRecords(db: Kysely<Tables>) {
  return {
    async topics(serverId: string): Promise<OwnTopicRecord[]> {
      const rows = await db
        .selectFrom('own_topics')
        .selectAll()
        .where('server_id', '=', serverId)
        .orderBy('created_at')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        serverId: row.server_id,
        name: row.name,
        words: JSON.parse(row.words) as OwnTopicRecord['words'],
      }));
    },

    async saveTopic(topic: OwnTopicRecord, now: EpochMs): Promise<void> {
      const values = { name: topic.name, words: JSON.stringify(topic.words) };
      await db
        .insertInto('own_topics')
        .values({ id: topic.id, server_id: topic.serverId, created_at: now, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },

    async deleteTopic(serverId: string, topicId: string): Promise<void> {
      await db.deleteFrom('own_topics').where('server_id', '=', serverId).where('id', '=', topicId).execute();
      await db.deleteFrom('own_feeds').where('server_id', '=', serverId).where('topic_id', '=', topicId).execute();
      await db.deleteFrom('subscriptions').where('server_id', '=', serverId).where('topic_id', '=', topicId).execute();
    },

    async feeds(serverId: string): Promise<{ feedId: string; topicId: string }[]> {
      const rows = await db
        .selectFrom('own_feeds')
        .select(['feed_id', 'topic_id'])
        .where('server_id', '=', serverId)
        .orderBy('created_at')
        .execute();
      return rows.map((row) => ({ feedId: row.feed_id, topicId: row.topic_id }));
    },

    async addFeed(serverId: string, feedId: string, topicId: string, now: EpochMs): Promise<void> {
      await db
        .insertInto('own_feeds')
        .values({ server_id: serverId, feed_id: feedId, topic_id: topicId, created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async removeFeed(serverId: string, feedId: string): Promise<void> {
      await db.deleteFrom('own_feeds').where('server_id', '=', serverId).where('feed_id', '=', feedId).execute();
    },

    /** Servers that added the feed, for notices. */
    async serversWithFeed(feedId: string): Promise<string[]> {
      const rows = await db.selectFrom('own_feeds').select('server_id').where('feed_id', '=', feedId).execute();
      return rows.map((row) => row.server_id);
    },

    async mutes(serverId: string, now: EpochMs): Promise<{ word: string; expiresAt?: EpochMs }[]> {
      const rows = await db
        .selectFrom('mutes')
        .selectAll()
        .where('server_id', '=', serverId)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
        .orderBy('word')
        .execute();
      return rows.map((row) => ({ word: row.word, expiresAt: row.expires_at ?? undefined }));
    },

    /**
     * Names the outlet of a feed that the catalogue does not list, also in its articles that are not another
     * source's.
     */
    async nameOutlet(feed: Pick<FeedRecord, 'id' | 'outletId' | 'outletName'>, outletName: string): Promise<void> {
      const { id, outletId, outletName: before } = feed;
      await db
        .updateTable('feeds')
        .set({ outlet_name: outletName })
        .where('id', '=', id)
        .where('catalogue', '=', 0)
        .execute();
      await db
        .updateTable('articles')
        .set({ outlet_name: outletName })
        .where('id', 'in', (query) => query.selectFrom('article_feeds').select('article_id').where('feed_id', '=', id))
        .where('outlet_id', '=', outletId)
        .where('outlet_name', '=', before)
        .execute();
    },

    /** Mutes that are over. */
    async sweepMutes(now: EpochMs): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('mutes').where('expires_at', '<=', now).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async mute(serverId: string, word: string, expiresAt: EpochMs | undefined): Promise<void> {
      await db
        .insertInto('mutes')
        .values({ server_id: serverId, word, expires_at: expiresAt ?? null })
        .onConflict((conflict) =>
          conflict.columns(['server_id', 'word']).doUpdateSet({ expires_at: expiresAt ?? null }),
        )
        .execute();
    },

    async unmute(serverId: string, word: string): Promise<boolean> {
      const rows = await db
        .deleteFrom('mutes')
        .where('server_id', '=', serverId)
        .where('word', '=', word)
        .returning('word')
        .execute();
      return rows.length > 0;
    },
  };
}
