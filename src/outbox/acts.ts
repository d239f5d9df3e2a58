import { dayMs, type EpochMs } from '../clock.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { Records } from '../storage/storage.ts';
import { openNotice, subjectOf } from './notices.ts';
import type { MessageAct, PostOutcome } from './ports.ts';

/**
 * Whether it is too late for the act. Opening a thread and publishing are given up after a day, for instance if Lede
 * was down; archiving never is.
 */
export const isActLate = ({ kind }: MessageAct, at: EpochMs, now: EpochMs) => kind !== 'archive' && now - at > dayMs;

/**
 * The acts that follow a posted digest. `title` names its thread; give `time` (HH:MM) if the day has several digests. A
 * digest that tells nothing gets no thread.
 */
export const digestActs = (
  { crosspost, thread }: Schedule,
  { isAnnouncement, title, time, isEmpty }: { isAnnouncement: boolean; title: string; time?: string; isEmpty: boolean },
): MessageAct[] => [
  ...(isAnnouncement && crosspost !== 'off' ? [{ kind: 'crosspost' } as const] : []),
  ...(thread === 'on' && !isEmpty
    ? [{ kind: 'thread', name: time === undefined ? title : `${title}, ${time}` } as const]
    : []),
];

/** Ids of the messages that the act applies to: publishing takes all of them, a thread opens below the last one. */
export const messagesFor = ({ kind }: MessageAct, { messageIds }: DeliveryRecord): readonly string[] =>
  kind === 'crosspost' ? messageIds : messageIds.slice(-1);

/**
 * Opens a notice when Lede lacks the permission to open threads, and closes it once a thread opens. Call it in a
 * transaction.
 */
export async function noticeOfAct(
  records: Records,
  { serverId, channelId }: DeliveryRecord,
  { kind }: MessageAct,
  outcome: PostOutcome | undefined,
  now: EpochMs,
): Promise<void> {
  if (kind !== 'thread') return;
  const subject = subjectOf('thread', channelId);
  if (outcome?.kind === 'posted') await records.servers.noticeOver(serverId, subject, now);
  if (outcome?.kind === 'lost' && outcome.reason === 'missing-permission')
    await openNotice(records, serverId, subject, now, { kind: 'no-thread', channelId });
}
