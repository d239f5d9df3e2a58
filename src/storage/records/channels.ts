import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Tables } from '../schema.ts';

/** A channel that gets digests. */
export interface ChannelRecord {
  channelId: string;
  serverId: string;
  schedule: Schedule;
  paused?: string;
  nextDueAt?: EpochMs;
  /** The slot that is due then. */
  nextDate?: string;
  nextOrdinal?: number;
  /** The newest slot that was claimed. */
  lastDate?: string;
  lastOrdinal?: number;
  createdAt: EpochMs;
}

type Row = Tables['channels'];

function channelOf(row: Row): ChannelRecord {
  return {
    channelId: row.channel_id,
    serverId: row.server_id,
    schedule: JSON.parse(row.settings) as Schedule,
    paused: row.paused ?? undefined,
    nextDueAt: row.next_due_at ?? undefined,
    nextDate: row.next_date ?? undefined,
    nextOrdinal: row.next_ordinal ?? undefined,
    lastDate: row.last_date ?? undefined,
    lastOrdinal: row.last_ordinal ?? undefined,
    createdAt: row.created_at,
  };
}

export interface NextSlot {
  dueAt: EpochMs;
  localDate: string;
  ordinal: number;
}

const slotRow = (next: NextSlot | undefined) => ({
  next_due_at: next?.dueAt ?? null,
  next_date: next?.localDate ?? null,
  next_ordinal: next?.ordinal ?? null,
});

/**
 * A condition on `channels`: no digest of the channel is on its way. What it tells would count as told, and be lost
 * with it if it does not arrive; so the next one is composed when its fate is known.
 */
export const nothingPending = sql<boolean>`not exists (
  select 1 from deliveries where deliveries.channel_id = channels.channel_id
    and deliveries.kind = 'daily' and deliveries.state = 'pending')`;

export function channelRecords(db: Kysely<Tables>) {
  return {
    async byId(channelId: string): Promise<ChannelRecord | undefined> {
      const row = await db.selectFrom('channels').selectAll().where('channel_id', '=', channelId).executeTakeFirst();
      return row && channelOf(row);
    },

    async ofServer(serverId: string): Promise<ChannelRecord[]> {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where('server_id', '=', serverId)
        .orderBy('created_at')
        .execute();
      return rows.map(channelOf);
    },

    /**
     * `next` undefined while paused. A channel that is new may have had digests before: `lastClaimed` is the newest
     * slot of those.
     */
    async save(
      channel: { channelId: string; serverId: string; schedule: Schedule; paused?: string },
      next: NextSlot | undefined,
      now: EpochMs,
      lastClaimed?: { localDate: string; ordinal: number },
    ): Promise<void> {
      const values = {
        server_id: channel.serverId,
        settings: JSON.stringify(channel.schedule),
        paused: channel.paused ?? null,
        ...slotRow(next),
      };
      await db
        .insertInto('channels')
        .values({
          channel_id: channel.channelId,
          created_at: now,
          last_date: lastClaimed?.localDate ?? null,
          last_ordinal: lastClaimed?.ordinal ?? null,
          ...values,
        })
        .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(values))
        .execute();
    },

    async claimDue(now: EpochMs, owner: string, leaseUntil: EpochMs, max: number): Promise<ChannelRecord[]> {
      const rows = await db
        .updateTable('channels')
        .set({ owner, lease_until: leaseUntil })
        .where('channel_id', 'in', (query) =>
          query
            .selectFrom('channels')
            .select('channel_id')
            .where('next_due_at', '<=', now)
            .where('paused', 'is', null)
            .where(nothingPending)
            .where((or) => or.or([or('lease_until', 'is', null), or('lease_until', '<=', now)]))
            .orderBy('next_due_at')
            .limit(max),
        )
        .returningAll()
        .execute();
      return rows.map(channelOf).sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0));
    },

    /** The slot is stored as a delivery: the channel waits for the next one. */
    async slotClaimed(
      channelId: string,
      claimed: { localDate: string; ordinal: number },
      next: NextSlot,
    ): Promise<void> {
      await db
        .updateTable('channels')
        .set({
          last_date: claimed.localDate,
          last_ordinal: claimed.ordinal,
          ...slotRow(next),
          owner: null,
          lease_until: null,
        })
        .where('channel_id', '=', channelId)
        .execute();
    },

    /** Those that had a digest of a day after `date`, or wait for one after `dueAt`. */
    async ahead(date: string, dueAt: EpochMs): Promise<ChannelRecord[]> {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where((or) => or.or([or('last_date', '>', date), or('next_due_at', '>', dueAt)]))
        .execute();
      return rows.map(channelOf);
    },

    /** As if no slot had been claimed yet; `next` undefined while paused. */
    async startOver(channelId: string, next: NextSlot | undefined): Promise<void> {
      const nothingClaimed = { last_date: null, last_ordinal: null };
      await db
        .updateTable('channels')
        .set({ ...nothingClaimed, ...slotRow(next) })
        .where('channel_id', '=', channelId)
        .execute();
    },

    /** A claim that came to nothing. */
    async release(channelId: string): Promise<void> {
      await db
        .updateTable('channels')
        .set({ owner: null, lease_until: null })
        .where('channel_id', '=', channelId)
        .execute();
    },

    async pause(channelId: string, reason: string): Promise<void> {
      await db
        .updateTable('channels')
        .set({ paused: reason, next_due_at: null, owner: null, lease_until: null })
        .where('channel_id', '=', channelId)
        .execute();
    },

    async topicsOf(channelId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('subscriptions')
        .select('topic_id')
        .where('channel_id', '=', channelId)
        .orderBy('created_at')
        .orderBy('topic_id')
        .execute();
      return rows.map((row) => row.topic_id);
    },

    async subscribe(channelId: string, serverId: string, topicIds: readonly string[], now: EpochMs): Promise<void> {
      await db
        .insertInto('subscriptions')
        // A digest's header names them in the order in which they were asked for.
        .values(
          topicIds.map((topic_id, at) => ({
            channel_id: channelId,
            topic_id,
            server_id: serverId,
            created_at: now + at,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async unsubscribe(channelId: string, topicId: string): Promise<void> {
      await db
        .deleteFrom('subscriptions')
        .where('channel_id', '=', channelId)
        .where('topic_id', '=', topicId)
        .execute();
    },

    /** Nothing of the channel is left but what was sent. */
    async remove(channelId: string): Promise<void> {
      await db.deleteFrom('subscriptions').where('channel_id', '=', channelId).execute();
      await db.deleteFrom('channels').where('channel_id', '=', channelId).execute();
    },

    async nextDueAt(serverId?: string): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('channels')
        .select((select) => select.fn.min('next_due_at').as('at'))
        .where('paused', 'is', null)
        .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''))
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    async pausedFor(reason: string): Promise<ChannelRecord[]> {
      const rows = await db.selectFrom('channels').selectAll().where('paused', '=', reason).execute();
      return rows.map(channelOf);
    },

    /** Topics that any channel of the server gets. */
    async topicsOfServer(serverId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('subscriptions')
        .select('topic_id')
        .distinct()
        .where('server_id', '=', serverId)
        .execute();
      return rows.map((row) => row.topic_id);
    },
  };
}
