import { type EpochMs, hourMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { dayExists, dueAt, localDateAt } from './localTime.ts';
import type { Schedule } from './schedule.ts';

/** Identifies one digest. Contains neither time nor zone, so that a change of these can't send a day's digest twice. */
export type Slot =
  | { channelId: ChannelId; kind: 'daily'; localDate: string; ordinal: number }
  | { channelId: ChannelId; kind: 'asked'; interactionId: string };

export type DueSlot = { localDate: string; ordinal: number; dueAt: EpochMs };

/** The stored state of a channel from which its next slot is computed. */
export type SlotHistory = {
  /** The latest claimed slot. All earlier slots are over, claimed or not. */
  lastClaimed?: { localDate: string; ordinal: number };
  /** Today in the zone before this change. Earlier days are over, even if the new zone is still a day behind. */
  lastLocalDate?: string;
  /**
   * Set if an admin just changed a setting. The change itself posts nothing, so only future slots count. But if a
   * digest was due and not made yet (`wasDue`), the latest slot of the last two hours replaces it.
   */
  change?: { wasDue: boolean };
  now: EpochMs;
};

/** A slot that is overdue by more than this is skipped, and the next digest covers its hours. */
export const lateMaxMs = 2 * hourMs;

/** Days that are searched for a slot: enough for a week, a change of zone across the date line and a missing day. */
const daysMax = 16;

/** The stored key of a slot. Its form must never change. */
export function slotKey(slot: Slot): string {
  if (slot.kind === 'asked') return `${slot.channelId}/asked/${slot.interactionId}`;
  return `${slot.channelId}/daily/${slot.localDate}#${slot.ordinal}`;
}

/** The first slot after the last claimed one that is at most two hours overdue. `change` says what else is left out. */
export function nextSlot(schedule: Schedule, history: SlotHistory): DueSlot {
  const { lastClaimed, lastLocalDate, change, now } = history;
  // One day earlier: where clocks skip midnight, a slot in the gap is due on the next day.
  const earliest = addDays(localDateAt(now - lateMaxMs, schedule.zone), -1);
  let due: DueSlot | undefined;
  let localDate = latest(earliest, lastClaimed?.localDate, lastLocalDate);
  for (let days = 0; days < daysMax; days += 1, localDate = addDays(localDate, 1)) {
    for (const slot of slotsOf(localDate, schedule)) {
      if (slot.dueAt < now - lateMaxMs || (lastClaimed !== undefined && !isAfter(slot, lastClaimed))) continue;
      if (change === undefined || slot.dueAt > now) return due ?? slot;
      if (change.wasDue) due = slot;
    }
  }
  throw new RangeError(`No slot within ${daysMax} days: ${JSON.stringify(schedule)}`);
}

/** Counting stops after this many days: nobody needs an exact number beyond a year. */
const missedDaysMax = 400;

/** Counts the slots from `first` up to, but not including, `next`. `lastDate` is the last counted slot's day. */
export function missedSlots(schedule: Schedule, first: DueSlot, next: DueSlot): { count: number; lastDate: string } {
  const missed = { count: 1, lastDate: first.localDate };
  let { localDate } = first;
  for (
    let days = 0;
    days < missedDaysMax && localDate <= next.localDate;
    days += 1, localDate = addDays(localDate, 1)
  ) {
    const between = slotsOf(localDate, schedule).filter((slot) => isAfter(slot, first) && isAfter(next, slot));
    if (between.length === 0) continue;
    missed.count += between.length;
    missed.lastDate = localDate;
  }
  return missed;
}

function slotsOf(localDate: string, { zone, times, days }: Schedule): DueSlot[] {
  if (!days.includes(Temporal.PlainDate.from(localDate).dayOfWeek) || !dayExists(localDate, zone)) return [];
  return times.map((time, ordinal) => ({ localDate, ordinal, dueAt: dueAt(localDate, time, zone) }));
}

/** Whether `slot` is later than `other`. ISO dates compare as text. */
export function isAfter(
  slot: { localDate: string; ordinal: number },
  other: { localDate: string; ordinal: number },
): boolean {
  return slot.localDate === other.localDate ? slot.ordinal > other.ordinal : slot.localDate > other.localDate;
}

function latest(first: string, ...others: readonly (string | undefined)[]): string {
  return others.reduce<string>((max, other) => (other !== undefined && other > max ? other : max), first);
}

function addDays(localDate: string, days: number): string {
  return Temporal.PlainDate.from(localDate).add({ days }).toString();
}
