import { type Kysely, type Selectable, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import type { ToldRecord } from './told.ts';

/** pending: to be sent, or its outcome to be found out; unknown: given up looking, not sent again. */
export type DeliveryState = 'pending' | 'sent' | 'expired' | 'refused' | 'unknown' | 'lost';

/** One message in the outbox. */
export interface DeliveryRecord {
  id: string;
  channelId: string;
  serverId: string;
  kind: 'daily' | 'asked';
  localDate: string;
  ordinal: number;
  windowStart: EpochMs;
  windowEnd: EpochMs;
  dueAt: EpochMs;
  digest: Digest;
  payload: Record<string, unknown>;
  nonce: string;
  state: DeliveryState;
  nextTryAt: EpochMs;
  attempts: number;
  /** Set while the outcome of an attempt is not known. */
  attemptAt?: EpochMs;
  attemptOwner?: string;
  messageId?: string;
  sentAt?: EpochMs;
  problem?: string;
}

type Row = Selectable<Tables['deliveries']>;

/** A condition on `deliveries`: no earlier digest of the same channel is still to be sent, since they go in their order. */
export const inTurn = sql<boolean>`(deliveries.kind <> 'daily' or not exists (
  select 1 from deliveries as earlier
  where earlier.state = 'pending' and earlier.kind = 'daily' and earlier.channel_id = deliveries.channel_id
    and (earlier.local_date, earlier.ordinal) < (deliveries.local_date, deliveries.ordinal)))`;
/** Written out, since SQLite uses an index of pending rows only where it can read that the row must be pending. */
const isPending = sql<boolean>`deliveries.state = 'pending'`;

function deliveryOf(row: Row): DeliveryRecord {
  return {
    id: row.id,
    channelId: row.channel_id,
    serverId: row.server_id,
    kind: row.kind as DeliveryRecord['kind'],
    localDate: row.local_date,
    ordinal: row.ordinal,
    windowStart: row.window_start,
    windowEnd: row.window_end,
    dueAt: row.due_at,
    digest: JSON.parse(row.digest) as Digest,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    nonce: row.nonce,
    state: row.state as DeliveryState,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    attemptAt: row.attempt_at ?? undefined,
    attemptOwner: row.attempt_owner ?? undefined,
    messageId: row.message_id ?? undefined,
    sentAt: row.sent_at ?? undefined,
    problem: row.problem ?? undefined,
  };
}

export function deliveryRecords(db: Kysely<Tables>) {
  return {
    /** Stores a slot's message with what it tells; false when the slot was claimed before. */
    async add(
      delivery: Omit<DeliveryRecord, 'state' | 'attempts' | 'nextTryAt'>,
      told: readonly ToldRecord[],
      nextTryAt: EpochMs,
    ): Promise<boolean> {
      const added = await db
        .insertInto('deliveries')
        .values({
          id: delivery.id,
          channel_id: delivery.channelId,
          server_id: delivery.serverId,
          kind: delivery.kind,
          local_date: delivery.localDate,
          ordinal: delivery.ordinal,
          window_start: delivery.windowStart,
          window_end: delivery.windowEnd,
          due_at: delivery.dueAt,
          digest: JSON.stringify(delivery.digest),
          payload: JSON.stringify(delivery.payload),
          nonce: delivery.nonce,
          state: 'pending',
          next_try_at: nextTryAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      if (added.length === 0) return false;
      await this.tell(delivery.id, delivery.channelId, told);
      return true;
    },

    async tell(deliveryId: string, channelId: string, told: readonly ToldRecord[]): Promise<void> {
      await db.deleteFrom('told').where('delivery_id', '=', deliveryId).execute();
      if (told.length === 0) return;
      await db
        .insertInto('told')
        .values(
          told.map((entry) => ({
            channel_id: channelId,
            story_id: entry.storyId,
            delivery_id: deliveryId,
            article_ids: JSON.stringify(entry.articleIds),
            sentences: JSON.stringify(entry.sentences),
          })),
        )
        .execute();
    },

    /** A story at fault is out: message and told rows change together (call it within a transaction). */
    async rewrite(
      delivery: { id: string; channelId: string; digest: Digest; payload: Record<string, unknown> },
      told: readonly ToldRecord[],
      nextTryAt: EpochMs,
    ): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({
          digest: JSON.stringify(delivery.digest),
          payload: JSON.stringify(delivery.payload),
          next_try_at: nextTryAt,
          attempt_at: null,
          attempt_owner: null,
          owner: null,
          lease_until: null,
        })
        .where('id', '=', delivery.id)
        .execute();
      await this.tell(delivery.id, delivery.channelId, told);
    },

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

    async byId(id: string): Promise<DeliveryRecord | undefined> {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** The newest digest that stands in the channel, of one ordinal if given. */
    async lastSent(channelId: string, ordinal?: number): Promise<DeliveryRecord | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'daily')
        .where('state', '=', 'sent')
        .$if(ordinal !== undefined, (query) => query.where('ordinal', '=', ordinal ?? 0))
        .orderBy('window_end', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && deliveryOf(row);
    },

    /** Where the first of the channel's digests began; undefined before the first. */
    async firstWindowStart(channelId: string): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.min('window_start').as('at'))
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'daily')
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** When a digest was last asked for there. */
    async lastAsked(channelId: string): Promise<EpochMs | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select((select) => select.fn.max('due_at').as('at'))
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'asked')
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    /** After an edit: the message now shows this. */
    async edited(id: string, digest: Digest, payload: Record<string, unknown>): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ digest: JSON.stringify(digest), payload: JSON.stringify(payload) })
        .where('id', '=', id)
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

    async counts(serverId?: string): Promise<{ pending: number; lastSentAt?: EpochMs }> {
      const row = await db
        .selectFrom('deliveries')
        .select((select) => [
          select.fn.sum<number>(select.case().when('state', '=', 'pending').then(1).else(0).end()).as('pending'),
          select.fn.max('sent_at').as('lastSentAt'),
        ])
        .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''))
        .executeTakeFirstOrThrow();
      return { pending: Number(row.pending ?? 0), lastSentAt: row.lastSentAt ?? undefined };
    },

    async sweep(before: EpochMs, max: number): Promise<number> {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('due_at', '<', before)
        .where('state', '!=', 'pending')
        .limit(max)
        .execute();
      const ids = rows.map((row) => row.id);
      if (ids.length === 0) return 0;
      await db.deleteFrom('told').where('delivery_id', 'in', ids).execute();
      await db.deleteFrom('edits').where('delivery_id', 'in', ids).execute();
      await db.deleteFrom('deliveries').where('id', 'in', ids).execute();
      return ids.length;
    },
  };
}
