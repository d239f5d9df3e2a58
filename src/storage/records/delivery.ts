import type { Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';

/** pending: to be sent, or its outcome to be found out; unknown: given up looking, not sent again. */
export type DeliveryState = 'pending' | 'sent' | 'expired' | 'refused' | 'unknown' | 'lost';

/** One digest in the outbox: one message, or a few that are posted in their order. */
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
  payloads: readonly Record<string, unknown>[];
  state: DeliveryState;
  nextTryAt: EpochMs;
  attempts: number;
  /** Set while the outcome of an attempt to post the next message is not known. */
  attemptAt?: EpochMs;
  attemptOwner?: string;
  /** Of the payloads that were posted so far. */
  messageIds: readonly string[];
  /** When the first message was posted. */
  sentAt?: EpochMs;
  problem?: string;
}

type Row = Selectable<Tables['deliveries']>;

/** Of the messages that stand in the channel, in their order. */
export const messageIdsOf = (row: Pick<Row, 'message_id' | 'later_message_ids'>) =>
  row.message_id === null ? [] : [row.message_id, ...row.later_message_ids.split(' ').filter(Boolean)];

export function deliveryOf(row: Row): DeliveryRecord {
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
    payloads: JSON.parse(row.payloads) as Record<string, unknown>[],
    state: row.state as DeliveryState,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    attemptAt: row.attempt_at ?? undefined,
    attemptOwner: row.attempt_owner ?? undefined,
    messageIds: messageIdsOf(row),
    sentAt: row.sent_at ?? undefined,
    problem: row.problem ?? undefined,
  };
}
