import { dayMs, type EpochMs, hourMs } from '../clock.ts';
import type { Log } from '../log.ts';
import { subjectOf } from '../outbox/notices.ts';
import { dueAt, localDateAt } from '../schedule/localTime.ts';
import { lateMaxMs, nextSlot, slotKey } from '../schedule/slots.ts';
import type { ChannelRecord } from '../storage/records/servers/channels.ts';
import type { Records, Storage } from '../storage/storage.ts';

/** A clock that was ahead by less needs no repair, because real time soon catches up. */
const aheadMin = hourMs;
/** No rule sets a due time further ahead: Retry-After counts up to 7 days, and a digest comes at least once a week. */
const waitMax = 9 * dayMs;
/** The zone where a day begins last. */
const westernmost = 'Pacific/Pago_Pago';

/**
 * Whether the channel's slots were claimed while the clock ran ahead: the last claimed slot is in the future, or at
 * most two hours late but without a digest, or the channel waits for a later slot than the next one.
 */
async function isAhead(records: Records, channel: ChannelRecord, now: EpochMs): Promise<boolean> {
  const { channelId, lastDate: localDate, lastOrdinal: ordinal = 0, nextDueAt = 0, schedule } = channel;
  if (nextDueAt > now + waitMax) return true;
  if (localDate === undefined) return false;
  const lastClaimed = { localDate, ordinal };
  const claimedDueAt = dueAt(localDate, schedule.times[ordinal] ?? '00:00', schedule.zone);
  if (claimedDueAt > now) return true;
  const isMade = () => records.deliveries.isMade(slotKey({ channelId, kind: 'daily', ...lastClaimed }));
  if (claimedDueAt >= now - lateMaxMs && !(await isMade())) return true;
  return nextDueAt > nextSlot(schedule, { lastClaimed, change: { wasDue: false }, now }).dueAt;
}

/**
 * Sets the channel's next slot to the first one without a digest, as if the clock had been right. It comes after any
 * digest posted up to a day early, so that the channel's digests stay in order.
 */
async function startOver(
  records: Records,
  { channelId, schedule, paused }: ChannelRecord,
  now: EpochMs,
): Promise<void> {
  if (paused !== undefined) return records.channels.startOver(channelId, undefined);
  const lastClaimed = await records.deliveries.lastSlot(channelId, now + dayMs);
  let slot = nextSlot(schedule, { lastClaimed, now });
  while (await records.deliveries.isMade(slotKey({ channelId, kind: 'daily', ...slot })))
    slot = nextSlot(schedule, { lastClaimed: slot, now });
  await records.channels.startOver(channelId, slot);
  await records.servers.notLate(subjectOf('expired', channelId, `${slot.localDate}#${slot.ordinal}`), now);
}

/**
 * Repairs due times after the clock was set back. A clock that ran ahead leaves feeds, hosts, channels and digests due
 * days or years from now. Digests posted for future days are not posted again on those days. Without `knownMs`, stored
 * times show roughly how far the clock was ahead.
 */
export async function afterClockSetBack(storage: Storage, log: Log, now: EpochMs, knownMs = 0): Promise<void> {
  const aheadMs = Math.max(knownMs, (await storage.records.clockAhead.latest()) - now);
  if (aheadMs <= aheadMin) return;
  const changed = await storage.transaction(async (records) => {
    const early = await records.clockAhead.early(now);
    await records.deliveries.forget(early);
    let channels = 0;
    for (const channel of await records.channels.claimedSince(localDateAt(now - lateMaxMs, westernmost), now + dayMs)) {
      if (!(await isAhead(records, channel, now))) continue;
      await startOver(records, channel, now);
      channels += 1;
    }
    const back = await records.clockAhead.bringBack(now, now + waitMax);
    return { ...back, digests: early.length, channels };
  });
  log.warn({ aheadMs, ...changed }, 'the clock ran ahead before; due times now follow the present clock');
}
