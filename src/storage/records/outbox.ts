import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { type DeliveryRecord, type DeliveryState, deliveryOf } from './delivery.ts';

/** A condition on `deliveries`: no earlier digest of the same channel is still to be sent, since they go in their order. */
export const inTurn = sql<boolean>`(deliveries.kind <> 'daily' or not exists (
  select 1 from deliveries as earlier
  where earlier.state = 'pending' and earlier.kind = 'daily' and earlier.channel_id = deliveries.channel_id
    and (earlier.local_date, earlier.ordinal) < (deliveries.local_date, deliveries.ordinal)))`;
/**
 * A condition on `deliveries`: its channel still gets such messages, under the subscription of the last attempt; one that was
 * asked for comes also while the daily ones are paused.
 */
const isWanted = sql<boolean>`exists (
  select 1 from channels where channels.channel_id = deliveries.channel_id
    and (channels.paused is null or deliveries.kind = 'asked')
    and channels.created_at <= coalesce(deliveries.attempt_at, channels.created_at))`;
/** Written out, since SQLite uses an index of pending rows only where it can read that the row must be pending. */
const isPending = sql<boolean>`deliveries.state = 'pending'`;

/** What the send loop does with a delivery, from the claim to its end. */
export function outboxSteps(db: Kysely<Tables>) {
  return {
    async claimPending(now: EpochMs, owner: string, leaseUntil: EpochMs, max: number): Promise<DeliveryRecord[]> {
      const rows = await db
        .updateTable('deliveries')
        .set({ owner, lease_until: leaseUntil })
        .where('id', 'in', (query) =>
          query
            .selectFrom('deliveries')
            .select('id')
            .where(isPending)
            .where('next_try_at', '<=', now)
            .where((or) => or.or([or('lease_until', 'is', null), or('lease_until', '<=', now)]))
            .where(inTurn)
            // Somebody waits for one that was asked for.
            .orderBy((order) => order.case().when('kind', '=', 'asked').then(0).else(1).end())
            .orderBy('due_at')
            .orderBy('id')
            .limit(max),
        )
        .returningAll()
        .execute();
      return rows.map(deliveryOf).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
    },

    /**
     * Gives up those whose channel was paused, or removed, since they were made, and answers with the others. Only of those
     * of which nothing can have arrived.
     */
    async stillWanted(ids: readonly string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('id', 'in', ids)
        .where(isPending)
        .where(isWanted)
        .execute();
      await db
        .updateTable('deliveries')
        .set({ state: 'lost', problem: 'its channel gets no such message now', owner: null, lease_until: null })
        .where('id', 'in', ids)
        .where(isPending)
        .where((where) => where.not(isWanted))
        .execute();
      return new Set(rows.map(({ id }) => id));
    },

    /** Before a request leaves: from here on the outcome is unknown until `ended`. */
    async attempting(ids: readonly string[], at: EpochMs, owner: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set((set) => ({ attempt_at: at, attempt_owner: owner, attempts: set('attempts', '+', 1) }))
        .where('id', 'in', ids)
        .execute();
    },

    async sent(id: string, messageId: string, at: EpochMs): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({
          state: 'sent',
          message_id: messageId,
          sent_at: at,
          attempt_at: null,
          attempt_owner: null,
          owner: null,
          lease_until: null,
          problem: null,
        })
        .where('id', '=', id)
        .execute();
    },

    /** Not sent this time. `outcomeKnown`: nothing was posted, so the next try need not look first. */
    async again(id: string, nextTryAt: EpochMs, problem: string, outcomeKnown: boolean): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({
          next_try_at: nextTryAt,
          problem,
          owner: null,
          lease_until: null,
          ...(outcomeKnown ? { attempt_at: null, attempt_owner: null } : {}),
        })
        .where('id', '=', id)
        .execute();
    },

    async end(id: string, state: Exclude<DeliveryState, 'pending' | 'sent'>, problem: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state, problem, owner: null, lease_until: null })
        .where('id', '=', id)
        .execute();
    },

    /** Whether a digest that was due after that moment was given up. */
    async heldUp(channelId: string, after: EpochMs): Promise<boolean> {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'daily')
        .where('due_at', '>', after)
        .where('state', 'in', ['expired', 'unknown'])
        .executeTakeFirst();
      return row !== undefined;
    },

    /** What may have arrived is still found out. */
    async dropUnattempted(channelId: string, kinds: readonly DeliveryRecord['kind'][], problem: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'lost', problem, owner: null, lease_until: null })
        .where('channel_id', '=', channelId)
        .where('state', '=', 'pending')
        .where('kind', 'in', kinds)
        .where('attempt_at', 'is', null)
        .execute();
    },

    async dropOfChannel(channelId: string, problem: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'lost', problem, owner: null, lease_until: null })
        .where('channel_id', '=', channelId)
        .where('state', '=', 'pending')
        .execute();
    },
  };
}
