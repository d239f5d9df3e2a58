import { kindOf } from '../outbox/kinds.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { Desk } from './desk.ts';

/** The address of a posted message. A forum post is a thread with the id of its first message. */
export const messageLink = (
  { kinds, messageUrl }: Pick<Desk, 'kinds' | 'messageUrl'>,
  { kind, serverId, channelId }: Pick<DeliveryRecord, 'kind' | 'serverId' | 'channelId'>,
  messageId: string,
): string => messageUrl(serverId, kindOf(kinds, { kind }).isForumPost ? messageId : channelId, messageId);
