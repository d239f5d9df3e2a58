import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { type DeliveryRecord, type DeliveryState, deliveryOf, messageIdsOf } from './delivery.ts';

/**
 * A condition on `deliveries`: no earlier digest of the same channel is still to be sent, since they go in their
 * order.
 */
export const inTurn = sql<boolean>`(deliveries.kind <> 'daily' or not exists (
  select 1 from deliveries as earlier
  where earlier.state = 'pending' and earlier.kind = 'daily' and earlier.channel_id = deliveries.channel_id
    and (earlier.local_date, earlier.ordinal) < (deliveries.local_date, deliveries.ordinal)))`;
/**
 * A condition on `deliveries`: its channel still gets such messages, under the subscription of the last attempt; one
 * that was asked for comes also while the daily ones are paused.
 */
const isWanted = sql<boolean>`exists (
  select 1 from channels where channels.channel_id = deliveries.channel_id
    and (channels.paused is null or deliveries.kind = 'asked')
    and channels.created_at <= coalesce(deliveries.attempt_at, channels.created_at))`;
/** Written out, since SQLite uses an index of pending rows only where it can read that the row must be pending. */
const isPending = sql<boolean>`deliveries.state = 'pending'`;

/** What the send loop does with a delivery, from the claim to its end. */
export function outboxSteps(db: Kysely<Tables>) {
  const pending = () => db.updateTable('deliveries').where(isPending);

  /**
   * Gives up what was not posted yet. A digest whose first message stands counts as sent. The stories of the rest count
   * as not told, unless it is unknown whether the next message stands.
   */
  const giveUp = async (
    given: ReturnType<typeof pending>,
    state: Exclude<DeliveryState, 'pending' | 'sent'>,
    problem: string,
  ): Promise<void> => {
    const rows = await given
      .set({
        state: sql<string>`case when message_id is null then ${state} else 'sent' end`,
        problem,
        owner: null,
        lease_until: null,
      })
      .returning(['id', 'message_id', 'later_message_ids'])
      .execute();
    if (state !== 'unknown') for (const row of rows) await untell(row);
  };

  /** The stories of messages that will not be posted are not told. */
  const untell = async (row: Parameters<typeof messageIdsOf>[0] & { id: string }): Promise<void> => {
    const posted = messageIdsOf(row).length;
    if (posted === 0) return;
    await db.deleteFrom('told').where('delivery_id', '=', row.id).where('part', '>=', posted).execute();
  };

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
     * Gives up those whose channel was paused or removed since they were made, and answers with the others. Only for
     * deliveries without an attempt of unknown outcome.
     */
    async stillWanted(ids: readonly string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('id', 'in', ids)
        .where(isPending)
        .where(isWanted)
        .execute();
      const unwanted = pending()
        .where('id', 'in', ids)
        .where((where) => where.not(isWanted));
      await giveUp(unwanted, 'lost', 'its channel gets no such message now');
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

    /**
     * These messages of the digest stand in the channel. With the last one it is sent, or if it was given up meanwhile;
     * else its lease stays for the next message.
     */
    async posted(id: string, messageIds: readonly string[], at: EpochMs, isWhole: boolean): Promise<void> {
      const [first, ...later] = messageIds;
      const row = await db
        .updateTable('deliveries')
        .set((set) => ({
          message_id: first,
          later_message_ids: later.join(' '),
          sent_at: set.fn.coalesce('sent_at', set.val(at)),
          attempt_at: null,
          attempt_owner: null,
          problem: null,
          ...(isWhole ? { owner: null, lease_until: null } : {}),
          state: isWhole ? 'sent' : sql<string>`case state when 'pending' then state else 'sent' end`,
        }))
        .where('id', '=', id)
        .returning(['id', 'state', 'message_id', 'later_message_ids'])
        .executeTakeFirst();
      if (row?.state === 'sent') await untell(row);
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
      await giveUp(pending().where('id', '=', id), state, problem);
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
      const unattempted = pending()
        .where('channel_id', '=', channelId)
        .where('kind', 'in', kinds)
        .where('attempt_at', 'is', null);
      await giveUp(unattempted, 'lost', problem);
    },

    async dropOfChannel(channelId: string, problem: string): Promise<void> {
      await giveUp(pending().where('channel_id', '=', channelId), 'lost', problem);
    },
  };
}
