import type { Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import { storedDigest } from './storedDigest.ts';

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
    digest: storedDigest(row.digest),
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
