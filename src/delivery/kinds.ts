import { minuteMs } from '../clock.ts';
import type { DeliveryKind } from '../digests/contents.ts';
import { lateMaxMs } from '../schedule/slots.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { Destination } from './ports.ts';

interface KindOfDelivery {
  /** The first message may go for so long after it was due, the others for so long after the first. */
  lateMaxMs: number;
  /** An admin is told if it could not be posted. */
  isMissed: boolean;
  /** It is a post of its own in a forum: a thread whose first message has its id. */
  isForumPost: boolean;
}

/** An alert is no news for long. */
const alertLateMaxMs = 30 * minuteMs;

export const kinds: Readonly<Record<DeliveryKind, KindOfDelivery>> = {
  daily: { lateMaxMs, isMissed: true, isForumPost: false },
  asked: { lateMaxMs, isMissed: true, isForumPost: false },
  alert: { lateMaxMs: alertLateMaxMs, isMissed: false, isForumPost: false },
  post: { lateMaxMs: alertLateMaxMs, isMissed: false, isForumPost: true },
  follow: { lateMaxMs: alertLateMaxMs, isMissed: false, isForumPost: false },
  update: { lateMaxMs, isMissed: false, isForumPost: false },
};

/** Where a delivery is posted. */
export const placeOf = ({ serverId, channelId, kind }: DeliveryRecord): Destination => ({
  serverId,
  channelId,
  isForum: kinds[kind].isForumPost,
});

/** Where a message of it stands. */
export const standsAt = (delivery: DeliveryRecord, messageId: string): Destination =>
  kinds[delivery.kind].isForumPost ? { serverId: delivery.serverId, channelId: messageId } : placeOf(delivery);
