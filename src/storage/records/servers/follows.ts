import { expressionBuilder, type Kysely, type Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { DeliveryId, ServerId, StoryId, UserId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column, countOf, type Filled, filled } from '../rows.ts';

/** A story that is followed in one place: a thread, or a channel of direct messages. */
export type FollowRecord = Filled<Selectable<Tables['follows']>>;

export function followRecords(db: Kysely<Tables>) {
  const of = (placeId: string, storyId: StoryId) => ({ placeId, storyId });
  const { eb, fn, val } = expressionBuilder<Tables, 'follows'>();
  const isUnplaced = eb('placeId', '=', fn.coalesce('deliveryId', val('')));
  /** Open follows: they haven't ended, their place exists, and Lede is in their server if they have one. */
  const open = () =>
    db
      .selectFrom('follows')
      .selectAll('follows')
      .where('follows.endedAt', 'is', null)
      .where(({ not }) => not(isUnplaced))
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('follows.serverId', '=', ''),
          eb('follows.serverId', 'in', selectFrom('servers').select('id').where('present', '=', 1)),
        ]),
      )
      .orderBy('follows.createdAt')
      .orderBy('follows.placeId');
  return {
    /** Begins a follow. False if the story is already followed at this place. */
    async add(follow: Omit<FollowRecord, 'endedAt' | 'closedAt' | 'day' | 'today'>): Promise<boolean> {
      const fresh = { ...follow, day: '', today: 0, endedAt: null, closedAt: null };
      const rows = await db
        .insertInto('follows')
        .values({ userId: null, ...fresh })
        .onConflict((conflict) =>
          conflict
            .columns(['placeId', 'storyId'])
            .doUpdateSet({ endedAt: null, closedAt: null, createdAt: follow.createdAt, seenAt: follow.seenAt })
            .where('follows.endedAt', 'is not', null),
        )
        .returning('placeId')
        .execute();
      return rows.length > 0;
    },

    /** Open follows of these stories, also under the ids of stories that were merged into them. */
    async ofStories(storyIds: readonly StoryId[]): Promise<(FollowRecord & { presentId: string })[]> {
      const rows = await open()
        .innerJoin('stories', 'stories.id', 'follows.storyId')
        .select(({ fn }) => fn.coalesce('stories.aliasOf', 'stories.id').as('presentId'))
        .where('follows.storyId', 'in', (query) =>
          query
            .selectFrom('stories')
            .select('id')
            .where(({ or, eb }) => or([eb('id', 'in', storyIds), eb('aliasOf', 'in', storyIds)])),
        )
        .execute();
      return rows.map(filled);
    },

    async storiesIn(serverId: ServerId): Promise<StoryId[]> {
      const rows = db.selectFrom('follows').select('storyId').distinct().where('serverId', '=', serverId);
      return column('storyId', rows.where('endedAt', 'is', null));
    },

    /** Open follows of stories that no longer exist, and those begun before `before` whose story had no news since. */
    async dormantSince(before: EpochMs): Promise<FollowRecord[]> {
      const rows = await open()
        .leftJoin('stories', 'stories.id', 'follows.storyId')
        .leftJoin('stories as winner', 'winner.id', 'stories.aliasOf')
        .where(({ or, and, eb, fn }) => {
          const newsAt = fn.coalesce('winner.newsAt', 'stories.newsAt');
          return or([
            eb('stories.id', 'is', null),
            and([eb('stories.aliasOf', 'is not', null), eb('winner.id', 'is', null)]),
            and([eb('follows.createdAt', '<', before), eb(newsAt, '<', before)]),
          ]);
        })
        .execute();
      return rows.map(filled);
    },

    /** Follows whose thread isn't known yet, because the message that opens it may not be posted yet. */
    async unplaced(): Promise<FollowRecord[]> {
      const rows = await db
        .selectFrom('follows')
        .selectAll()
        .where(isUnplaced)
        .where('endedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map(filled);
    },

    /** Sets the thread as the place, after the message that opens it was posted. */
    async place(deliveryId: DeliveryId, placeId: string): Promise<void> {
      await db.updateTable('follows').set({ placeId }).where('placeId', '=', deliveryId).execute();
    },

    /** The member's follows, newest first; with `ended`, also those that have ended. */
    async ofUser(userId: UserId, { ended = false } = {}): Promise<FollowRecord[]> {
      const rows = await db
        .selectFrom('follows')
        .selectAll()
        .where('userId', '=', userId)
        .$if(!ended, (query) => query.where('endedAt', 'is', null))
        .orderBy('createdAt', 'desc')
        .execute();
      return rows.map(filled);
    },

    /** How many follows the member began since `since`, including those that have ended. */
    async begunSince(userId: UserId, since: EpochMs): Promise<number> {
      return countOf(db.selectFrom('follows').where('userId', '=', userId).where('createdAt', '>', since));
    },

    async byPlace(placeId: string, storyId: StoryId): Promise<FollowRecord | undefined> {
      const row = await db
        .selectFrom('follows')
        .selectAll()
        .where(({ and }) => and(of(placeId, storyId)))
        .executeTakeFirst();
      return row && filled(row);
    },

    /** Records that news until `seenAt` was posted, and counts the update for that day. */
    async told(follow: FollowRecord, seenAt: EpochMs, day: string): Promise<void> {
      const today = follow.day === day ? follow.today + 1 : 1;
      await db
        .updateTable('follows')
        .set({ seenAt, day, today })
        .where(({ and }) => and(of(follow.placeId, follow.storyId)))
        .execute();
    },

    async end(placeId: string, storyId: StoryId, endedAt: EpochMs): Promise<boolean> {
      const rows = await db
        .updateTable('follows')
        .set({ endedAt })
        .where(({ and }) => and(of(placeId, storyId)))
        .where('endedAt', 'is', null)
        .returning('placeId')
        .execute();
      return rows.length > 0;
    },

    /**
     * Ends all follows in a place because it is gone or, with `isClosed`, because the member accepts no DMs.
     * The rows stay, so that a forum post isn't followed again and the member can see why the follow ended.
     */
    async endPlace(placeId: string, endedAt: EpochMs, { isClosed = false } = {}): Promise<void> {
      await db
        .updateTable('follows')
        .set({ endedAt, closedAt: isClosed ? endedAt : null })
        .where('placeId', '=', placeId)
        .where('endedAt', 'is', null)
        .execute();
    },

    /** Drops the reason why earlier follows ended, once the member takes direct messages again. */
    async reopened(userId: UserId): Promise<void> {
      await db.updateTable('follows').set({ closedAt: null }).where('userId', '=', userId).execute();
    },
  };
}
