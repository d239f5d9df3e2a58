import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { isWanted } from './feeds.ts';

/** What is known of many feeds together. */
export function feedFigures(db: Kysely<Tables>) {
  return {
    /**
     * Outlets of these topics, or all that the server reads, that answered at least once on this installation, and how
     * many of them did since `since` or at their last poll: who writes little is asked once a day or less.
     */
    async answered(
      topicIds: readonly string[] | 'all',
      serverId: string,
      since: EpochMs,
    ): Promise<{ all: number; answered: number }> {
      if (topicIds.length === 0) return { all: 0, answered: 0 };
      const row = await db
        .selectFrom('feeds')
        .select((select) => [
          select.fn.count<number>('outlet_id').distinct().as('all'),
          select.fn
            .count<number>(
              select
                .case()
                .when(select.or([select('failures', '=', 0), select('last_success_at', '>=', since)]))
                .then(select.ref('outlet_id'))
                .end(),
            )
            .distinct()
            .as('answered'),
        ])
        .where('first_polled_at', 'is not', null)
        .where((where) => {
          const listed = where
            .selectFrom('feed_topics')
            .select('topic_id')
            .whereRef('feed_topics.feed_id', '=', 'feeds.id');
          const own = where
            .selectFrom('own_feeds')
            .select('topic_id')
            .whereRef('own_feeds.feed_id', '=', 'feeds.id')
            .where('server_id', '=', serverId);
          return topicIds === 'all'
            ? where.or([where('catalogue', '=', 1), where.exists(own)])
            : where.or([
                where.exists(listed.where('topic_id', 'in', topicIds)),
                where.exists(own.where('topic_id', 'in', topicIds)),
              ]);
        })
        .executeTakeFirstOrThrow();
      return { all: Number(row.all), answered: Number(row.answered) };
    },

    /** Channels that get a topic of these feeds, whichever server they are in; a feed without any is not in the map. */
    async subscribers(feedIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom((from) =>
          from
            .selectFrom('feed_topics')
            .innerJoin('subscriptions', 'subscriptions.topic_id', 'feed_topics.topic_id')
            .select(['feed_topics.feed_id', 'subscriptions.channel_id'])
            .where('feed_topics.feed_id', 'in', feedIds)
            .union(
              from
                .selectFrom('own_feeds')
                .innerJoin('subscriptions', (join) =>
                  join
                    .onRef('subscriptions.server_id', '=', 'own_feeds.server_id')
                    .onRef('subscriptions.topic_id', '=', 'own_feeds.topic_id'),
                )
                .select(['own_feeds.feed_id', 'subscriptions.channel_id'])
                .where('own_feeds.feed_id', 'in', feedIds),
            )
            .as('readers'),
        )
        .select((select) => ['feed_id', select.fn.countAll<number>().as('n')])
        .groupBy('feed_id')
        .execute();
      return new Map(rows.map((row) => [row.feed_id, Number(row.n)]));
    },

    async nextDueAt(): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('feeds')
        .select((select) => select.fn.min('next_due_at').as('at'))
        .where('state', '=', 'active')
        .where(isWanted)
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    async lastPolledAt(): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('feeds')
        .select((select) => select.fn.max('last_polled_at').as('at'))
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** As of `now`: a clock may have run ahead. */
    async lastReadAt(now: EpochMs): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('feeds')
        .where('last_success_at', '<=', now)
        .select((select) => select.fn.max('last_success_at').as('at'))
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** Addresses of the catalogue's feeds that list an article. */
    async catalogueOf(articleId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('article_feeds')
        .innerJoin('feeds', 'feeds.id', 'article_feeds.feed_id')
        .select('feeds.url')
        .where('article_id', '=', articleId)
        .where('feeds.catalogue', '=', 1)
        .execute();
      return rows.map(({ url }) => url);
    },

    /** Feeds that were polled after `seen` are due now, and no host rests beyond `restMax`; how many feeds. */
    async dueByClockAhead(now: EpochMs, seen: EpochMs, restMax: EpochMs): Promise<number> {
      await db.deleteFrom('hosts').where('rest_until', '>', restMax).execute();
      const { numUpdatedRows } = await db
        .updateTable('feeds')
        .set({ next_due_at: now, last_polled_at: now })
        .where((or) => or.or([or('last_polled_at', '>', seen), or('next_due_at', '>', restMax)]))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
