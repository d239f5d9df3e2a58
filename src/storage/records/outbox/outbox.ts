import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, DeliveryId } from '../../../ids.ts';
import type { DeliveryState, Tables } from '../../schema.ts';
import { isFound, isFree, unclaimed } from '../rows.ts';
import { type DeliveryRecord, deliveryOf, messageIdsOf, slotKind, withoutBodies } from './delivery.ts';

/** What the channel must still have when a delivery is sent. A paused digest counts for 'digest' only. */
export type Need = 'alerts' | 'digest' | 'running-digest' | 'nothing';

/** Why a delivery is dropped before it is sent, as stored in `problem`. */
export type DropReason =
  | 'channel-gone'
  | 'messages-closed'
  | 'not-wanted'
  | 'alerts-off'
  | 'no-topics'
  | 'digest-paused'
  | 'server-left';

/** The rules of a delivery kind that queries need; `src/outbox` has the others. */
export interface QueriedRules {
  name: string;
  needs: Need;
  /** Set if somebody is waiting for such a delivery, so that it goes first. */
  isAwaited?: true;
}

/** A condition on `deliveries`: no earlier daily digest of the channel is pending. */
export function inTurn(): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'deliveries'>();
  const earlier = where
    .selectFrom('deliveries as earlier')
    .select('earlier.id')
    .whereRef('earlier.channelId', '=', 'deliveries.channelId')
    .where('earlier.state', '=', 'pending')
    .where('earlier.kind', '=', slotKind)
    .where(({ eb, refTuple }) =>
      eb(refTuple('earlier.localDate', 'earlier.ordinal'), '<', refTuple('deliveries.localDate', 'deliveries.ordinal')),
    );
  return where.or([where('deliveries.kind', '!=', slotKind), where.not(where.exists(earlier))]);
}

export const kindsNeeding = (kinds: readonly QueriedRules[], ...needs: Need[]): string[] =>
  kinds.filter((kind) => needs.includes(kind.needs)).map(({ name }) => name);

/** A condition on `deliveries`: the channel has what the kind needs. A subscription made after an attempt doesn't count. */
function isWanted(kinds: readonly QueriedRules[]): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'deliveries'>();
  const { exists, or, selectFrom } = where;
  const needs = (need: Need) => where('deliveries.kind', 'in', kindsNeeding(kinds, need));
  const digests = selectFrom('channels')
    .select('channels.channelId')
    .whereRef('channels.channelId', '=', 'deliveries.channelId')
    .where((where) => where('createdAt', '<=', where.fn.coalesce('deliveries.attemptAt', 'channels.createdAt')));
  const alerts = selectFrom('alerts')
    .select('alerts.channelId')
    .whereRef('alerts.channelId', '=', 'deliveries.channelId');
  return or([
    needs('nothing'),
    exists(digests.where(needs('digest'))),
    exists(digests.where(needs('running-digest')).where('paused', 'is', null)),
    exists(alerts.where(needs('alerts'))),
  ]);
}

export const deliveryById = (db: Kysely<Tables>, id: DeliveryId) =>
  db.updateTable('deliveries').where('deliveries.id', '=', id);

/** The steps of the send loop, from claiming a delivery to its end. */
export function outboxSteps(db: Kysely<Tables>, kinds: readonly QueriedRules[]) {
  const pending = () => db.updateTable('deliveries').where('deliveries.state', '=', 'pending');

  /**
   * Gives up the messages that are not posted yet. A digest whose first message is posted counts as sent. The stories
   * of the other messages count as not posted, unless the next message's outcome is unknown.
   */
  const giveUp = async (
    given: ReturnType<typeof pending>,
    state: Exclude<DeliveryState, 'pending' | 'sent'>,
    problem: string,
  ): Promise<void> => {
    const rows = await given
      .set((set) => ({
        state: set
          .case()
          .when('messageId', 'is', null)
          .then(state)
          .else('sent' as const)
          .end(),
        problem,
        ...unclaimed,
      }))
      .returning(['id', 'messageId', 'laterMessageIds'])
      .execute();
    if (state !== 'unknown') for (const row of rows) await untell(row);
  };

  /** Deletes the told rows of the messages that a partly posted delivery will never post. */
  const untell = async (row: Parameters<typeof messageIdsOf>[0] & { id: DeliveryId }): Promise<void> => {
    const posted = messageIdsOf(row).length;
    if (posted === 0) return;
    for (const table of ['told', 'toldArticles'] as const)
      await db.deleteFrom(table).where('deliveryId', '=', row.id).where('part', '>=', posted).execute();
  };

  return {
    /** Claims due deliveries, beginning with the kinds that somebody is waiting for. */
    async claimPending(now: EpochMs, owner: string, leaseUntil: EpochMs, max: number): Promise<DeliveryRecord[]> {
      const awaited = kinds.filter(({ isAwaited }) => isAwaited).map(({ name }) => name);
      const rows = await db
        .updateTable('deliveries')
        .set({ owner, leaseUntil })
        .where('id', 'in', (query) =>
          query
            .selectFrom('deliveries')
            .select('id')
            .where('deliveries.state', '=', 'pending')
            .where('nextTryAt', '<=', now)
            .where(isFree(now))
            .where(inTurn())
            .orderBy((order) => order.case().when('kind', 'in', awaited).then(0).else(1).end())
            .orderBy('dueAt')
            .orderBy('id')
            .limit(max)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .execute();
      return rows.map(deliveryOf).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
    },

    /**
     * Gives up deliveries whose channel was paused or removed after they were made, and returns the ids of the others.
     * Don't pass deliveries with an attempt of unknown outcome.
     */
    async stillWanted(ids: readonly DeliveryId[]): Promise<Set<DeliveryId>> {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('id', 'in', ids)
        .where('state', '=', 'pending')
        .where(isWanted(kinds))
        .execute();
      const unwanted = pending()
        .where('id', 'in', ids)
        .where(({ not }) => not(isWanted(kinds)));
      await giveUp(unwanted, 'lost', 'not-wanted' satisfies DropReason);
      return new Set(rows.map(({ id }) => id));
    },

    /** Records an attempt before its request is sent. The outcome is unknown until `posted`, `reschedule` or `end`. */
    async attempting(ids: readonly DeliveryId[], attemptAt: EpochMs, attemptOwner: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set((set) => ({ attemptAt, attemptOwner, attempts: set('attempts', '+', 1) }))
        .where('id', 'in', ids)
        .execute();
    },

    /**
     * Records which messages are posted. The delivery counts as sent after its last message, or if it was given up
     * meanwhile; otherwise it stays claimed for the next message. Data that only sending needs is dropped.
     */
    async posted(id: DeliveryId, messageIds: readonly string[], at: EpochMs, isWhole: boolean): Promise<void> {
      const [first, ...later] = messageIds;
      const row = await deliveryById(db, id)
        .set((set) => ({
          messageId: first,
          laterMessageIds: later.join(' '),
          sentAt: set.fn.coalesce('sentAt', set.val(at)),
          attemptAt: null,
          attemptOwner: null,
          problem: null,
          // Edits draw the messages from the content and need only their number.
          ...(isWhole ? { ...unclaimed, payloads: withoutBodies(messageIds) } : {}),
          state: isWhole
            ? 'sent'
            : set
                .case('state')
                .when('pending')
                .then('pending' as const)
                .else('sent' as const)
                .end(),
        }))
        .returning(['id', 'state', 'messageId', 'laterMessageIds'])
        .executeTakeFirst();
      if (row?.state === 'sent') await untell(row);
    },

    /**
     * Schedules another try. `outcomeKnown` means that nothing was posted, so the next try needn't look for the message
     * first.
     */
    async reschedule(id: DeliveryId, nextTryAt: EpochMs, problem: string, outcomeKnown: boolean): Promise<void> {
      await deliveryById(db, id)
        .set({ nextTryAt, problem, ...unclaimed, ...(outcomeKnown ? { attemptAt: null, attemptOwner: null } : {}) })
        .execute();
    },

    /** Lets digests of the channel that failed, and surely were not posted, be tried now. False if there are none. */
    async hasten(channelId: ChannelId, now: EpochMs): Promise<boolean> {
      const waiting = pending()
        .where('channelId', '=', channelId)
        .where('kind', 'in', kindsNeeding(kinds, 'digest', 'running-digest'))
        .where('problem', 'is not', null)
        .where('attemptAt', 'is', null);
      return (await waiting.set({ nextTryAt: now }).executeTakeFirst()).numUpdatedRows > 0n;
    },

    async end(id: DeliveryId, state: Exclude<DeliveryState, 'pending' | 'sent'>, problem: string): Promise<void> {
      await giveUp(pending().where('id', '=', id), state, problem);
    },

    /** Ids of all messages that are known to have been posted in the channel since `since`. */
    async postedSince(channelId: ChannelId, since: EpochMs): Promise<string[]> {
      const rows = await db
        .selectFrom('deliveries')
        .select(['messageId', 'laterMessageIds'])
        .where('channelId', '=', channelId)
        .where('sentAt', '>=', since)
        .execute();
      return rows.flatMap(messageIdsOf);
    },

    /** Whether a digest that was due after this moment failed. */
    async heldUp(channelId: ChannelId, after: EpochMs): Promise<boolean> {
      const digests = db.selectFrom('deliveries').select('id').where('channelId', '=', channelId);
      const due = digests.where('kind', '=', slotKind).where('dueAt', '>', after);
      return isFound(due.where('state', 'in', ['expired', 'unknown']));
    },

    /**
     * Drops deliveries that were not attempted yet and whose kind has one of these needs, which the channel no longer
     * meets. The outbox still looks in Discord for those whose attempt had an unknown outcome.
     */
    async dropUnattempted(channelId: ChannelId, needs: readonly Need[], problem: DropReason): Promise<void> {
      const unattempted = pending()
        .where('channelId', '=', channelId)
        .where('kind', 'in', kindsNeeding(kinds, ...needs))
        .where('attemptAt', 'is', null);
      await giveUp(unattempted, 'lost', problem);
    },

    async dropOfChannel(channelId: ChannelId, problem: DropReason): Promise<void> {
      await giveUp(pending().where('channelId', '=', channelId), 'lost', problem);
    },
  };
}
