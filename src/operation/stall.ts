import type { EpochMs } from '../clock.ts';
import type { Storage } from '../storage/storage.ts';

const pollingMs = 60 * 60_000;
const sendingMs = 30 * 60_000;

/**
 * When polling and sending stalled although something was due; undefined while all is well. A stall begins when
 * nothing was read for an hour, or nothing was sent for half an hour, not counting the time before the start.
 */
export async function stallOf({ records }: Storage, startedAt: EpochMs, now: EpochMs) {
  const lastReadAt = Math.max(startedAt, (await records.feedFigures.lastReadAt(now)) ?? 0);
  const lastSentAt = Math.max(startedAt, (await records.vitals.lastSentAt(now)) ?? 0);
  const pollDueAt = await records.feedFigures.nextDueAt();
  const sendDueAt = await records.vitals.waitingSince();
  return {
    polling: isOver(pollDueAt, lastReadAt, now - pollingMs) ? lastReadAt : undefined,
    sending: isOver(sendDueAt, lastSentAt, now - sendingMs) ? Math.max(startedAt, sendDueAt ?? 0) : undefined,
  };
}

const isOver = (dueAt: EpochMs | undefined, lastAt: EpochMs, before: EpochMs) =>
  dueAt !== undefined && dueAt < before && lastAt < before;
