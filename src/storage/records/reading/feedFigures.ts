import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, FeedId, ServerId, TopicId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type Counting, column, earliestOf, isCounted, latestOf } from '../rows.ts';
import { isWanted } from './feeds.ts';

export function feedFigures(db: Kysely<Tables>) {
  return {
    /**
     * Counts the outlets of these topics, or of all feeds that the server reads. `outletsAll` answered at least once;
     * `outletsAnswered` answered since `since` or at their last poll, because an outlet that publishes little is polled
     * rarely.
     */
    async answered(
      topicIds: readonly TopicId[] | 'all',
      serverId: ServerId,
      since: EpochMs,
      counting?: Counting,
    ): Promise<{ outletsAll: number; outletsAnswered: number }> {
      const row = await db
        .selectFrom('feeds')
        .select(({ fn, case: when, eb, or, ref }) => [
          fn.count<number>('outletId').distinct().as('all'),
          fn
            .count<number>(
              when()
                .when(or([eb('failures', '=', 0), eb('lastSuccessAt', '>=', since)]))
                .then(ref('outletId'))
                .end(),
            )
            .distinct()
            .as('answered'),
        ])
        .where('firstPolledAt', 'is not', null)
        .where(isCounted(counting))
        .where(({ selectFrom, exists, or, eb }) => {
          const listed = selectFrom('feedTopics').select('topicId').whereRef('feedTopics.feedId', '=', 'feeds.id');
          const own = selectFrom('ownFeeds')
            .select('topicId')
            .whereRef('ownFeeds.feedId', '=', 'feeds.id')
            .where('serverId', '=', serverId);
          return topicIds === 'all'
            ? or([eb('catalogue', '=', 1), exists(own)])
            : or([exists(listed.where('topicId', 'in', topicIds)), exists(own.where('topicId', 'in', topicIds))]);
        })
        .executeTakeFirstOrThrow();
      return { outletsAll: Number(row.all), outletsAnswered: Number(row.answered) };
    },

    /**
     * The number of channels, in all servers, that subscribe to a topic of the feed. Feeds without subscribers are not
     * in the map.
     */
    async subscribers(feedIds: readonly FeedId[]): Promise<Map<FeedId, number>> {
      const rows = await db
        .selectFrom((from) =>
          from
            .selectFrom('feedTopics')
            .innerJoin('subscriptions', 'subscriptions.topicId', 'feedTopics.topicId')
            .select(['feedTopics.feedId', 'subscriptions.channelId'])
            .where('feedTopics.feedId', 'in', feedIds)
            .union(
              from
                .selectFrom('ownFeeds')
                .innerJoin('subscriptions', (join) =>
                  join
                    .onRef('subscriptions.serverId', '=', 'ownFeeds.serverId')
                    .onRef('subscriptions.topicId', '=', 'ownFeeds.topicId'),
                )
                .select(['ownFeeds.feedId', 'subscriptions.channelId'])
                .where('ownFeeds.feedId', 'in', feedIds),
            )
            .as('readers'),
        )
        .select(({ fn }) => ['feedId', fn.countAll<number>().as('n')])
        .groupBy('feedId')
        .execute();
      return new Map(rows.map((row) => [row.feedId, Number(row.n)]));
    },

    async nextDueAt(): Promise<EpochMs | undefined> {
      return earliestOf(db.selectFrom('feeds').where('state', '=', 'active').where(isWanted()), 'nextDueAt');
    },

    async lastPolledAt(): Promise<EpochMs | undefined> {
      return latestOf(db.selectFrom('feeds'), 'lastPolledAt');
    },

    /** When a feed was last read. Ignores times after `now`, which were stored while the clock ran ahead. */
    async lastReadAt(now: EpochMs): Promise<EpochMs | undefined> {
      return latestOf(db.selectFrom('feeds').where('lastSuccessAt', '<=', now), 'lastSuccessAt');
    },

    /** Addresses of the catalogue's feeds that list an article. */
    async catalogueOf(articleId: ArticleId): Promise<string[]> {
      return column(
        'url',
        db
          .selectFrom('articleFeeds')
          .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
          .select('feeds.url')
          .where('articleId', '=', articleId)
          .where('feeds.catalogue', '=', 1),
      );
    },
  };
}
