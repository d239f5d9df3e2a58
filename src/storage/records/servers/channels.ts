import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, ServerId, TopicId, UserId } from '../../../ids.ts';
import type { Schedule } from '../../../schedule/schedule.ts';
import type { Tables } from '../../schema.ts';
import { slotKind } from '../outbox/delivery.ts';
import {
  column,
  earliestOf,
  type Filled,
  filled,
  isFree,
  keepStored,
  latestOf,
  replacing,
  unclaimed,
} from '../rows.ts';
import { removeOf } from '../upkeep/owned.ts';

type Row = Selectable<Tables['channels']>;

/** A channel that gets digests. */
export type ChannelRecord = Omit<Filled<Row>, 'settings' | 'owner' | 'leaseUntil'> & { schedule: Schedule };

const channelOf = ({ settings, ...row }: Row): ChannelRecord => ({
  ...filled(row),
  schedule: JSON.parse(settings) as Schedule,
});

/** The channel's latest claimed slot, from which its next one is computed. */
export const lastClaimedOf = ({ lastDate, lastOrdinal }: ChannelRecord) =>
  lastDate === undefined || lastOrdinal === undefined ? undefined : { localDate: lastDate, ordinal: lastOrdinal };

interface NextSlot {
  dueAt: EpochMs;
  localDate: string;
  ordinal: number;
}

const slotRow = (next: NextSlot | undefined) => ({
  nextDueAt: next?.dueAt ?? null,
  nextDate: next?.localDate ?? null,
  nextOrdinal: next?.ordinal ?? null,
});

/**
 * A condition on `channels`: no daily digest of the channel is pending. The next digest waits for the outcome, because
 * a pending digest's stories count as posted and would be lost if it failed. The subquery is not correlated, so pending
 * digests are read only once.
 */
function nothingPending(): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'channels'>();
  return where(
    'channels.channelId',
    'not in',
    where.selectFrom('deliveries').select('channelId').where('kind', '=', slotKind).where('state', '=', 'pending'),
  );
}

export function channelRecords(db: Kysely<Tables>) {
  const change = (channelId: ChannelId, set: Partial<Row>) =>
    db.updateTable('channels').set(set).where('channelId', '=', channelId).execute();

  const running = () => db.selectFrom('channels').where('paused', 'is', null);

  return {
    async byId(channelId: ChannelId): Promise<ChannelRecord | undefined> {
      const row = await db.selectFrom('channels').selectAll().where('channelId', '=', channelId).executeTakeFirst();
      return row && channelOf(row);
    },

    async ofServer(serverId: ServerId): Promise<ChannelRecord[]> {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where('serverId', '=', serverId)
        .orderBy('createdAt')
        .execute();
      return rows.map(channelOf);
    },

    /** `next` is undefined while the channel is paused. `lastClaimed` is stored only if the channel is new. */
    async save(
      channel: { channelId: ChannelId; serverId: ServerId; schedule: Schedule; paused?: string },
      next: NextSlot | undefined,
      now: EpochMs,
      lastClaimed?: { localDate: string; ordinal: number },
    ): Promise<void> {
      const { channelId, serverId, schedule, paused = null } = channel;
      const last = { lastDate: lastClaimed?.localDate, lastOrdinal: lastClaimed?.ordinal };
      const settings = JSON.stringify(schedule);
      await db
        .insertInto('channels')
        .values({ channelId, serverId, settings, paused, createdAt: now, ...last, ...slotRow(next) })
        .onConflict(replacing('channels', 'serverId', 'settings', 'paused', 'nextDueAt', 'nextDate', 'nextOrdinal'))
        .execute();
    },

    /** The servers and members that these channels or threads belong to. In direct messages the server is ''. */
    async ownersOf(channelIds: readonly ChannelId[]): Promise<{ serverId: ServerId; userId: UserId | null }[]> {
      const none = expressionBuilder<Tables, 'channels'>().cast<string | null>(expressionBuilder().val(null), 'text');
      const rows = (table: 'channels' | 'deliveries') =>
        db
          .selectFrom(table)
          .select(['serverId', none.as('userId')])
          .where('channelId', 'in', channelIds);
      const alerts = db.selectFrom('alerts').select(['serverId', 'userId']).where('channelId', 'in', channelIds);
      const follows = db.selectFrom('follows').select(['serverId', 'userId']).where('placeId', 'in', channelIds);
      return rows('channels').union(rows('deliveries')).union(alerts).union(follows).execute();
    },

    async claimDue(now: EpochMs, owner: string, leaseUntil: EpochMs, max: number): Promise<ChannelRecord[]> {
      const rows = await db
        .updateTable('channels')
        .set({ owner, leaseUntil })
        .where('channelId', 'in', (query) =>
          query
            .selectFrom('channels')
            .select('channelId')
            .where('nextDueAt', '<=', now)
            .where('paused', 'is', null)
            .where(nothingPending())
            .where(isFree(now))
            .orderBy('nextDueAt')
            .limit(max)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .execute();
      return rows.map(channelOf).sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0));
    },

    /** Notes the claimed slot as done, and sets the next one. Call it after the slot's delivery was stored. */
    async slotClaimed(
      channelId: ChannelId,
      claimed: { localDate: string; ordinal: number },
      next: NextSlot,
    ): Promise<void> {
      const last = { lastDate: claimed.localDate, lastOrdinal: claimed.ordinal };
      await change(channelId, { ...last, ...slotRow(next), ...unclaimed });
    },

    /** Channels whose last claimed slot is on that day or later, or whose next slot is due after `dueAt`. */
    async claimedSince(date: string, dueAt: EpochMs): Promise<ChannelRecord[]> {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where((where) => where.or([where('lastDate', '>=', date), where('nextDueAt', '>', dueAt)]))
        .execute();
      return rows.map(channelOf);
    },

    /** Forgets which slots were claimed. `next` is undefined while the channel is paused. */
    async startOver(channelId: ChannelId, next: NextSlot | undefined): Promise<void> {
      await change(channelId, { lastDate: null, lastOrdinal: null, ...slotRow(next) });
    },

    /** Releases a claim for which no digest was made. */
    async release(channelId: ChannelId): Promise<void> {
      await change(channelId, unclaimed);
    },

    async pause(channelId: ChannelId, reason: string): Promise<void> {
      await change(channelId, { paused: reason, nextDueAt: null, ...unclaimed });
    },

    async topicsOf(channelId: ChannelId): Promise<TopicId[]> {
      return column(
        'topicId',
        db
          .selectFrom('subscriptions')
          .select('topicId')
          .where('channelId', '=', channelId)
          .orderBy('createdAt')
          .orderBy('topicId'),
      );
    },

    async subscribe(
      channelId: ChannelId,
      serverId: ServerId,
      topicIds: readonly TopicId[],
      now: EpochMs,
    ): Promise<void> {
      const last = await latestOf(db.selectFrom('subscriptions').where('channelId', '=', channelId), 'createdAt');
      // Topics are listed in the order in which they were added, even if the clock was set back in between.
      const createdAt = Math.max(now, (last ?? 0) + 1);
      await db
        .insertInto('subscriptions')
        .values(topicIds.map((topicId, at) => ({ channelId, topicId, serverId, createdAt: createdAt + at })))
        .onConflict(keepStored)
        .execute();
    },

    async unsubscribe(channelId: ChannelId, topicId: TopicId): Promise<void> {
      await db.deleteFrom('subscriptions').where('channelId', '=', channelId).where('topicId', '=', topicId).execute();
    },

    /** Deletes the channel's digest settings. Sent messages and alerts stay. */
    async remove(channelId: ChannelId): Promise<void> {
      await removeOf(db, 'channel', [channelId]);
    },

    async nextDueAt(serverId?: ServerId): Promise<EpochMs | undefined> {
      return earliestOf(serverId === undefined ? running() : running().where('serverId', '=', serverId), 'nextDueAt');
    },

    /** When the next slot that can be claimed is due. */
    async slotDueAt(): Promise<EpochMs | undefined> {
      return earliestOf(running().where(nothingPending()), 'nextDueAt');
    },

    async pausedFor(reason: string): Promise<ChannelRecord[]> {
      const rows = await db.selectFrom('channels').selectAll().where('paused', '=', reason).execute();
      return rows.map(channelOf);
    },

    /** The topics that any channel of the server is subscribed to. */
    async topicsOfServer(serverId: ServerId): Promise<TopicId[]> {
      return column(
        'topicId',
        db.selectFrom('subscriptions').select('topicId').distinct().where('serverId', '=', serverId),
      );
    },
  };
}
