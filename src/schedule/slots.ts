import { type EpochMs, hourMs } from '../clock.ts';
import { dayExists, dueAt, localDateAt } from './localTime.ts';
import type { Schedule } from './schedule.ts';

/**
 * One digest that is due once. Neither its time nor its zone is part of it, so changing them cannot double a day; one that
 * somebody asked for is told apart by the interaction's id.
 */
export type Slot =
  | { channelId: string; kind: 'daily'; localDate: string; ordinal: number }
  | { channelId: string; kind: 'asked'; interactionId: string };

/** A slot of the channel in question, and when it comes. */
export type DueSlot = { localDate: string; ordinal: number; dueAt: EpochMs };

/** What stands about a channel when its next slot is looked for. */
export type SlotHistory = {
  /** The newest slot that was claimed; everything up to it is over, claimed or not. */
  lastClaimed?: { localDate: string; ordinal: number };
  /** The newest day the channel has lived, for a change of zone that would go back to the day before. */
  lastLocalDate?: string;
  /**
   * Where the times may have changed: when the last claimed one was due. What they now put before that moment is no new
   * digest, since the one that was claimed came after it.
   */
  lastDueAt?: EpochMs;
  /** The slot that was due before the change and has no digest yet: it keeps its right to one. */
  waiting?: { localDate: string; ordinal: number };
  now: EpochMs;
};

/** A slot that is this late is left out, and the next digest covers its hours. */
export const lateMaxMs = 2 * hourMs;

/** Days looked through: a week, a zone change over the date line, a day that is missing, and the days around. */
const daysMax = 16;

/** The same for the same slot, for ever; it is stored. */
export function slotKey(slot: Slot): string {
  if (slot.kind === 'asked') return `${slot.channelId}/asked/${slot.interactionId}`;
  return `${slot.channelId}/daily/${slot.localDate}#${slot.ordinal}`;
}

/**
 * The first slot after the last claimed one that is not over two hours late. `dueAt` lies before `now` when a change of
 * times moved an unclaimed slot into the last two hours: it is due at once.
 */
export function nextSlot(schedule: Schedule, history: SlotHistory): DueSlot {
  const { lastClaimed, lastLocalDate, now } = history;
  // A gap over midnight gives a slot of the day before its time on the day after.
  const earliest = addDays(localDateAt(now - lateMaxMs, schedule.zone), -1);
  let localDate = latest(earliest, lastClaimed?.localDate, lastLocalDate);
  for (let days = 0; days < daysMax; days += 1, localDate = addDays(localDate, 1)) {
    const found = slotsOf(localDate, schedule).find(
      (slot) =>
        slot.dueAt >= now - lateMaxMs &&
        (lastClaimed === undefined || isAfter(slot, lastClaimed)) &&
        !isCovered(slot, history),
    );
    if (found !== undefined) return found;
  }
  throw new RangeError(`No slot within ${daysMax} days: ${JSON.stringify(schedule)}`);
}

/** More are not counted one by one: after a year nobody waits for an exact number. */
const missedDaysMax = 400;

/** The slots that nobody will get when `next` is the one after `first`: how many, `first` among them, and the day of the last. */
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

function isCovered(slot: DueSlot, { lastDueAt, waiting }: SlotHistory): boolean {
  if (lastDueAt === undefined || slot.dueAt > lastDueAt) return false;
  return waiting?.localDate !== slot.localDate || waiting.ordinal !== slot.ordinal;
}

/** ISO dates compare as text. */
function isAfter(slot: { localDate: string; ordinal: number }, other: { localDate: string; ordinal: number }): boolean {
  return slot.localDate === other.localDate ? slot.ordinal > other.ordinal : slot.localDate > other.localDate;
}

function latest(first: string, ...others: readonly (string | undefined)[]): string {
  return others.reduce<string>((max, other) => (other !== undefined && other > max ? other : max), first);
}

function addDays(localDate: string, days: number): string {
  return Temporal.PlainDate.from(localDate).add({ days }).toString();
}
