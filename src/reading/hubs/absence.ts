import type { EpochMs } from '../../clock.ts';
import type { Records } from '../../storage/storage.ts';

const spreadMs = 15 * 60_000;
/** Of a hundred thousand feeds no more at once than of new ones. */
const eachMs = 60;

/**
 * At the start: what hubs told meanwhile nobody heard, and not every hub tells it again. Their feeds are due as if
 * there were no hubs; those that would have been polled by now not all at one moment, the longest due first.
 */
export async function afterAbsence(records: Records, now: EpochMs): Promise<void> {
  const relied = await records.hubs.reliedOn();
  const late = relied.filter(({ unaidedDueAt }) => unaidedDueAt <= now);
  const gap = Math.max(eachMs, spreadMs / Math.max(late.length, 1));
  await records.hubs.unaided([
    ...relied.filter(({ unaidedDueAt }) => unaidedDueAt > now),
    ...late.map(({ feedId }, place) => ({ feedId, unaidedDueAt: Math.floor(now + place * gap) })),
  ]);
}
