import type { Selectable } from 'kysely';
import type { Digest } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import { type Filled, filled } from './rows.ts';

type Row = Selectable<Tables['deliveries']>;

/** One digest in the outbox: one message, or a few that are posted in their order. */
export type DeliveryRecord = Omit<
  Filled<Row>,
  'digest' | 'payloads' | 'messageId' | 'laterMessageIds' | 'owner' | 'leaseUntil'
> & {
  digest: Digest;
  payloads: readonly Record<string, unknown>[];
  /** Of the payloads that were posted so far. */
  messageIds: readonly string[];
};

/** Of the messages that stand in the channel, in their order. */
export const messageIdsOf = (row: Pick<Row, 'messageId' | 'laterMessageIds'>) =>
  row.messageId === null ? [] : [row.messageId, ...row.laterMessageIds.split(' ').filter(Boolean)];

export const deliveryOf = (row: Row): DeliveryRecord => ({
  ...filled(row),
  digest: JSON.parse(row.digest) as Digest,
  payloads: JSON.parse(row.payloads) as Record<string, unknown>[],
  messageIds: messageIdsOf(row),
});
