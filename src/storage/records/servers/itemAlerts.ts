import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, ChannelId, FeedId, ServerId, TopicId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { Tables } from '../../schema.ts';
import { earliestOf, keepStored } from '../rows.ts';
import { type AlertRecord, ruleOf } from './alerts.ts';
import type { OwnTopicRecord } from './ownTopicsAndFeeds.ts';

/** A server's own feed, with the topic that the server chose for it. */
export interface OwnFeed {
  feedId: FeedId;
  topicId: TopicId;
}

/** A rule that wants each new item of a feed that its server added. */
export interface AtOnceWish extends OwnFeed {
  rule: AlertRecord;
  addedAt: EpochMs;
}

/** A new item of an own feed. */
export interface Arrival {
  id: string;
  feedId: FeedId;
  articleId: ArticleId;
  /** The only channel concerned; '' for all whose rules want the feed. */
  channelId: ChannelId;
  /** When the feed was last read before it listed the item. */
  readBefore: EpochMs;
}

/** Whether the topic is defined by words. Items of any feed may contain them. */
const isOfWords = ({ words }: Pick<OwnTopicRecord, 'words'>): boolean => words.all.length + words.any.length > 0;

/** Whether the rule may want items of this feed. `ofWords` are the server's topics that are defined by words. */
const covers = (
  { feedIds, topicId }: Pick<AlertRecord, 'feedIds' | 'topicId'>,
  feed: OwnFeed,
  ofWords: ReadonlySet<TopicId>,
): boolean =>
  (feedIds === undefined || feedIds.includes(feed.feedId)) &&
  (topicId === undefined || topicId === feed.topicId || ofWords.has(topicId));

/** Rules that want each new item of own feeds, and the queue of new items. */
export function itemAlertRecords(db: Kysely<Tables>) {
  const ofWordsAmong = async (ids: readonly TopicId[]): Promise<Set<TopicId>> => {
    if (ids.length === 0) return new Set();
    const rows = await db.selectFrom('ownTopics').select(['id', 'words']).where('id', 'in', ids).execute();
    return new Set(
      rows
        .filter(({ words }) => isOfWords({ words: JSON.parse(words) as OwnTopicRecord['words'] }))
        .map(({ id }) => id),
    );
  };

  /** Arrivals whose article is in a story. */
  const placed = () =>
    db
      .selectFrom('arrivals')
      .innerJoin('articles', 'articles.id', 'arrivals.articleId')
      .where('articles.storyId', 'is not', null);

  return {
    /** Which rules want the new items of these feeds at once. Rules of servers that Lede has left don't count. */
    async wishes(feedIds: readonly FeedId[]): Promise<AtOnceWish[]> {
      if (feedIds.length === 0) return [];
      const rows = await db
        .selectFrom('ownFeeds')
        .innerJoin('alerts', 'alerts.serverId', 'ownFeeds.serverId')
        .innerJoin('servers', 'servers.id', 'ownFeeds.serverId')
        .selectAll('alerts')
        .select(['ownFeeds.feedId', 'ownFeeds.topicId', 'ownFeeds.createdAt as addedAt'])
        .where('ownFeeds.feedId', 'in', feedIds)
        .where('alerts.atOnce', '=', 1)
        .where('servers.present', '=', 1)
        .orderBy('alerts.createdAt')
        .orderBy('alerts.channelId')
        .execute();
      const wishes = rows.map(({ feedId, topicId, addedAt, ...row }) => ({
        rule: ruleOf(row),
        feedId,
        topicId,
        addedAt,
      }));
      const named = wishes.flatMap(({ rule }) => rule.topicId ?? []);
      const ofWords = await ofWordsAmong([...new Set(named)]);
      return wishes.filter(({ rule, ...feed }) => covers(rule, feed, ofWords));
    },

    /** The server's own feeds whose items the rule may want. */
    async coveredBy(rule: Pick<AlertRecord, 'feedIds' | 'topicId'> & { serverId: ServerId }): Promise<FeedId[]> {
      const { serverId, topicId } = rule;
      const own = await db
        .selectFrom('ownFeeds')
        .select(['feedId', 'topicId'])
        .where('serverId', '=', serverId)
        .execute();
      const ofWords = await ofWordsAmong(topicId === undefined ? [] : [topicId]);
      return own.filter((feed) => covers(rule, feed, ofWords)).map(({ feedId }) => feedId);
    },

    /** Queues new items, due now. Call it in the transaction that stores them. */
    async note(arrived: readonly Pick<Arrival, 'feedId' | 'articleId' | 'readBefore'>[], now: EpochMs): Promise<void> {
      await eachRow(db, arrived, (of) =>
        db
          .insertInto('arrivals')
          .values({
            id: of(({ feedId, articleId }) => `${feedId}/${articleId}`),
            ...of.columns('feedId', 'articleId', 'readBefore'),
            channelId: '',
            dueAt: now,
          })
          .onConflict(keepStored),
      );
    },

    /**
     * Due items that are in a story. Items of one feed go into one message, so an item waits while a later one of its
     * feed has no story. If `max` would cut off items of the last item's feed or, if it is for one channel, items for
     * that channel, these are added.
     */
    async due(now: EpochMs, max: number): Promise<Arrival[]> {
      const waiting = db
        .selectFrom('arrivals')
        .innerJoin('articles', 'articles.id', 'arrivals.articleId')
        .select('arrivals.feedId')
        .where('articles.storyId', 'is', null);
      const due = placed()
        .select(['arrivals.id', 'arrivals.feedId', 'arrivals.articleId', 'arrivals.channelId', 'arrivals.readBefore'])
        .where('arrivals.dueAt', '<=', now)
        .where('arrivals.feedId', 'not in', waiting)
        .orderBy('arrivals.dueAt')
        .orderBy('arrivals.id');
      const rows = await due.limit(max).execute();
      const last = rows[max - 1];
      if (last === undefined) return rows;
      const { channelId, feedId } = last;
      const alike = due.where('arrivals.channelId', '=', channelId);
      const others = await alike
        .$if(channelId === '', (query) => query.where('arrivals.feedId', '=', feedId))
        .execute();
      return [...new Map([...rows, ...others].map((row) => [row.id, row])).values()];
    },

    /** The feeds' newest items since then that are in a story, newest first. */
    async newest(feedIds: readonly FeedId[], since: EpochMs, max: number) {
      return db
        .selectFrom('articleFeeds')
        .innerJoin('articles', 'articles.id', 'articleFeeds.articleId')
        .select(['articleFeeds.feedId', 'articleFeeds.articleId'])
        .where('articleFeeds.feedId', 'in', feedIds)
        .where('articles.storyId', 'is not', null)
        .where('articles.firstSeenAt', '>', since)
        .orderBy('articles.publishedAt', 'desc')
        .limit(max)
        .execute();
    },

    /** For each of the server's channels: how many items wait for its quiet hours or day's limit, and until when. */
    async held(serverId: ServerId, now: EpochMs) {
      return db
        .selectFrom('arrivals')
        .innerJoin('alerts', 'alerts.channelId', 'arrivals.channelId')
        .select(({ fn }) => ['alerts.channelId', fn.min('dueAt').as('dueAt'), fn.countAll<number>().as('count')])
        .where('alerts.serverId', '=', serverId)
        .where('dueAt', '>', now)
        .groupBy('alerts.channelId')
        .execute();
    },

    nextDueAt: (): Promise<EpochMs | undefined> => earliestOf(placed(), 'arrivals.dueAt'),

    /** Deletes items whose messages are stored. */
    async processed(ids: readonly string[]): Promise<void> {
      await db.deleteFrom('arrivals').where('id', 'in', ids).execute();
    },

    /** Queues items again, for one channel. */
    async requeue(again: readonly (Omit<Arrival, 'id'> & { dueAt: EpochMs })[]): Promise<void> {
      await eachRow(db, again, (of) =>
        db
          .insertInto('arrivals')
          .values({
            id: of(({ channelId, feedId, articleId, dueAt }) => `${channelId}/${feedId}/${articleId}/${dueAt}`),
            ...of.columns('feedId', 'articleId', 'channelId', 'readBefore', 'dueAt'),
          })
          .onConflict(keepStored),
      );
    },
  };
}
