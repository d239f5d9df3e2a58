import { dayMs, type EpochMs, hourMs } from '../clock.ts';
import type { Log } from '../log.ts';
import { dueAt, localDateAt } from '../schedule/localTime.ts';
import { lateMaxMs, nextSlot, slotKey } from '../schedule/slots.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { leaseMsMax } from './hubs/rules.ts';

/** A clock that ran ahead by less is waited for. */
const aheadMin = hourMs;
/** No rule makes anything wait longer: a Retry-After counts up to 7 days, and a digest comes at least once a week. */
const waitMax = 9 * dayMs;
/** Where a day begins last. */
const westernmost = 'Pacific/Pago_Pago';

/**
 * The slot that was claimed last is yet to come, or it was taken for missed though it is not over two hours late now, or
 * the channel waits for a later slot than the next one to come.
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
 * As if the clock had not run ahead: the next slot without a digest. After one that was posted up to a day early, so
 * that the channel's digests stay in order.
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
  await records.servers.notLate(channelId, `expired ${channelId} ${slot.localDate}#${slot.ordinal}`, now);
}

/**
 * A clock that ran ahead leaves feeds, hosts, hubs, channels and digests due days or years from now. Makes them due by
 * today's clock; digests that were posted for days to come are not posted again on those days. If
 * the caller doesn't know by how much it ran ahead, what is stored shows it.
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
    const hubs = await records.hubs.startOver(now, now + aheadMin, now + aheadMin + leaseMsMax);
    return { ...back, digests: early.length, channels, hubs };
  });
  log.warn(
    { aheadMs, ...changed },
    'the clock ran ahead before: what waited for days to come is due by the clock of now',
  );
}
