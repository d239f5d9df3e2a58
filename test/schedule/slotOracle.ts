import { dayMs, minuteMs } from '../../src/clock.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { DueSlot, SlotHistory } from '../../src/schedule/slots.ts';

const lateMaxMs = 2 * 60 * minuteMs;

/** A period in which a zone has a constant offset from UTC. */
interface Stretch {
  from: number;
  offsetMs: number;
}

const known = new Map<string, Stretch[]>();
const firstYear = 2019;
const lastYear = 2037;

/**
 * The periods of a zone over the tested years. This is all that is taken from Temporal here; its rules for DST gaps and
 * repeated times are not used.
 */
export function stretchesOf(zone: string): readonly Stretch[] {
  const stretches = known.get(zone) ?? lookUp(zone);
  known.set(zone, stretches);
  return stretches;
}

function lookUp(zone: string): Stretch[] {
  const start = Temporal.Instant.from(`${firstYear}-06-01T00:00Z`).toZonedDateTimeISO(zone);
  const stretches = [{ from: Number.NEGATIVE_INFINITY, offsetMs: start.offsetNanoseconds / 1_000_000 }];
  const end = Date.UTC(lastYear, 0, 1);
  for (let at = start.getTimeZoneTransition('next'); at !== null; at = at.getTimeZoneTransition('next')) {
    if (at.epochMilliseconds >= end) break;
    stretches.push({ from: at.epochMilliseconds, offsetMs: at.offsetNanoseconds / 1_000_000 });
  }
  return stretches;
}

/**
 * The first moment at which a clock there shows this local time or a later one (local times are encoded as if UTC).
 * This single rule covers both cases: a time in a DST gap falls on the gap's end, and a repeated time on its first
 * occurrence.
 */
function firstMoment(shownMs: number, stretches: readonly Stretch[]): number {
  for (const [index, { from, offsetMs }] of stretches.entries()) {
    const at = Math.max(from, shownMs - offsetMs);
    if (at < (stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY)) return at;
  }
  throw new RangeError('no stretch goes on for ever');
}

const shownAt = (at: number, stretches: readonly Stretch[]) =>
  at + (stretches.findLast(({ from }) => from <= at)?.offsetMs ?? 0);

/** Local date there, as days since 1970. */
const dayAt = (at: number, stretches: readonly Stretch[]) => Math.floor(shownAt(at, stretches) / dayMs);
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The slots of one local day; none on a date that the zone skipped. */
function slotsOn(day: number, schedule: Schedule, stretches: readonly Stretch[]): DueSlot[] {
  if (!schedule.days.includes(weekdayOf(day))) return [];
  if (dayAt(firstMoment(day * dayMs, stretches), stretches) !== day) return [];
  return schedule.times.map((time, ordinal) => ({
    localDate: dateOf(day),
    ordinal,
    dueAt: firstMoment(day * dayMs + minutesOf(time) * minuteMs, stretches),
  }));
}

const keyOf = ({ localDate, ordinal }: { localDate: string; ordinal: number }) => `${localDate}#${ordinal}`;

/**
 * The next slot according to the design, found by checking all days around: the first one after the last claimed slot
 * that is not too late.
 */
export function expectedSlot(
  schedule: Schedule,
  { lastClaimed, lastLocalDate = '', change, now }: SlotHistory,
  stretches: readonly Stretch[] = stretchesOf(schedule.zone),
): DueSlot | undefined {
  const today = dayAt(now, stretches);
  const claimedDay = lastClaimed === undefined ? today : Date.parse(lastClaimed.localDate) / dayMs;
  let due: DueSlot | undefined;
  for (let day = today - 3; day <= Math.max(today, claimedDay) + 16; day += 1) {
    for (const slot of slotsOn(day, schedule, stretches)) {
      const isNew = lastClaimed === undefined || keyOf(slot) > keyOf(lastClaimed);
      if (!isNew || slot.localDate < lastLocalDate || slot.dueAt < now - lateMaxMs) continue;
      if (change === undefined || slot.dueAt > now) return due ?? slot;
      if (change.wasDue) due = slot;
    }
  }
  return undefined;
}

/** All slots between two moments, in order, each day and ordinal once. */
export function expectedSlots(
  schedule: Schedule,
  from: number,
  to: number,
  stretches: readonly Stretch[] = stretchesOf(schedule.zone),
): DueSlot[] {
  const slots: DueSlot[] = [];
  for (let day = dayAt(from, stretches) - 2; day <= dayAt(to, stretches) + 1; day += 1) {
    for (const slot of slotsOn(day, schedule, stretches)) if (slot.dueAt >= from && slot.dueAt <= to) slots.push(slot);
  }
  return slots;
}

/** Zones grouped by identical offsets over the tested years; those of a group differ only in name. */
export function zonesByClock(): { zones: string[]; stretches: readonly Stretch[] }[] {
  const groups = new Map<string, { zones: string[]; stretches: readonly Stretch[] }>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const stretches = stretchesOf(zone);
    const clock = stretches.map(({ from, offsetMs }) => `${from}:${offsetMs}`).join();
    const group = groups.get(clock);
    if (group === undefined) groups.set(clock, { zones: [zone], stretches });
    else group.zones.push(zone);
  }
  return [...groups.values()];
}
