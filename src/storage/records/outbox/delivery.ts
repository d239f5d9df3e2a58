import type { Selectable } from 'kysely';
import type { PostContent } from '../../postContent.ts';
import type { Tables } from '../../schema.ts';
import { type Filled, filled } from '../rows.ts';

type Row = Selectable<Tables['deliveries']>;

/** An entry of the outbox, pending or done: one message, or several that are posted in order. */
export interface DeliveryRecord<Content extends PostContent = PostContent>
  extends Omit<Filled<Row>, 'content' | 'payloads' | 'messageId' | 'laterMessageIds' | 'owner' | 'leaseUntil'> {
  content: Content;
  /** The messages' bodies; empty objects once all are posted. */
  payloads: readonly Record<string, unknown>[];
  /** Ids of the messages that were posted so far, in order. */
  messageIds: readonly string[];
}

/** The delivery kind of digests, which fill the slots of `channels`. The digests of one channel are posted in order. */
export const slotKind = 'daily';

/** The ids of the posted messages, in order. */
export const messageIdsOf = (row: Pick<Row, 'messageId' | 'laterMessageIds'>) =>
  row.messageId === null ? [] : [row.messageId, ...row.laterMessageIds.split(' ').filter(Boolean)];

/** JSON with an empty object for each message, because only their number is needed once all are posted. */
export const withoutBodies = (messages: readonly unknown[]): string => JSON.stringify(messages.map(() => ({})));

export const deliveryOf = (row: Row): DeliveryRecord => ({
  ...filled(row),
  content: JSON.parse(row.content) as PostContent,
  payloads: JSON.parse(row.payloads) as Record<string, unknown>[],
  messageIds: messageIdsOf(row),
});
