import type { EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { messageLink } from '../../src/desk/messageLink.ts';
import type { ServerId } from '../../src/ids.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';
import type { SkippedSlot } from '../../src/storage/records/outbox/log.ts';
import type { DeliveryState } from '../../src/storage/schema.ts';

/** A message that was due, or a slot without one. `problem` is the last one, as the outbox stores it. */
export interface LoggedDelivery extends Pick<DeliveryRecord, 'dueAt' | 'channelId' | 'kind' | 'sentAt' | 'problem'> {
  /** 'part': only a part was sent. 'quiet' and 'late': a skipped slot. */
  state: DeliveryState | 'part' | SkippedSlot['reason'];
  /** Number of consecutive skipped slots. */
  count: number;
  /** The address of its first message. */
  url?: string;
  /** Failed attempts, and when the next one is. */
  retries: number;
  nextTryAt?: EpochMs;
}

const loggedMax = 20;

export const deliveryQuestions = (desk: Desk) => ({
  /** The last 20 messages and skipped slots of the server, newest first. */
  async deliveries(serverId: ServerId): Promise<LoggedDelivery[]> {
    // '' means the direct messages of all members.
    if (serverId === '') return [];
    const { outboxLog } = desk.storage.records;
    const sent = (await outboxLog.deliveries(serverId, loggedMax)).map((delivery) => logged(desk, delivery));
    const skipped = (await outboxLog.skippedSlots(serverId, loggedMax)).map(
      ({ dueAt, channelId, reason: state, count }) => ({ dueAt, channelId, kind: 'daily', state, count, retries: 0 }),
    );
    return [...sent, ...skipped].sort((a, b) => b.dueAt - a.dueAt).slice(0, loggedMax);
  },
});

function logged(desk: Desk, delivery: DeliveryRecord): LoggedDelivery {
  const { dueAt, channelId, kind, state, sentAt, attempts, messageIds, payloads, nextTryAt, problem } = delivery;
  const [first] = messageIds;
  return {
    dueAt,
    channelId,
    kind,
    sentAt,
    problem,
    count: 1,
    state: state === 'sent' && messageIds.length < payloads.length ? 'part' : state,
    url: first === undefined ? undefined : messageLink(desk, delivery, first),
    retries: Math.max(0, attempts - Math.max(1, messageIds.length)),
    nextTryAt: state === 'pending' && nextTryAt > desk.wall() ? nextTryAt : undefined,
  };
}
