import type { Selectable } from 'kysely';
import type { Outgoing } from '../../digests/deliveryKinds.ts';
import type { Tables } from '../schema.ts';
import { type Filled, filled } from './rows.ts';

type Row = Selectable<Tables['deliveries']>;

/** An entry of the outbox, pending or done: one message, or several that are posted in order. */
export type DeliveryRecord = Outgoing &
  Omit<Filled<Row>, 'kind' | 'content' | 'payloads' | 'messageId' | 'laterMessageIds' | 'owner' | 'leaseUntil'> & {
    /** Empty objects once all are posted. */
    payloads: readonly Record<string, unknown>[];
    /** Ids of the messages that were posted so far, in order. */
    messageIds: readonly string[];
  };

/** A digest that was made for a slot. */
export type DailyRecord = Extract<DeliveryRecord, { kind: 'daily' }>;

/** The ids of the posted messages, in order. */
export const messageIdsOf = (row: Pick<Row, 'messageId' | 'laterMessageIds'>) =>
  row.messageId === null ? [] : [row.messageId, ...row.laterMessageIds.split(' ').filter(Boolean)];

/** Replaces each posted message by an empty object, which keeps their number. */
export const withoutBodies = (messages: readonly unknown[]): string => JSON.stringify(messages.map(() => ({})));

export const deliveryOf = (row: Row): DeliveryRecord => ({
  ...filled(row),
  content: JSON.parse(row.content) as never,
  payloads: JSON.parse(row.payloads) as Record<string, unknown>[],
  messageIds: messageIdsOf(row),
});
