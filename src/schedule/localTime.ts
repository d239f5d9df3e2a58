import type { EpochMs } from '../clock.ts';

export const zonedAt = (at: EpochMs, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** The local day, YYYY-MM-DD. */
export const localDateAt = (at: EpochMs, zone: string) => zonedAt(at, zone).toPlainDate().toString();

export const startOfDay = (at: EpochMs, zone: string): EpochMs => zonedAt(at, zone).startOfDay().epochMilliseconds;

/** The local time, HH:MM. */
export const localTimeAt = (at: EpochMs, zone: string) => zonedAt(at, zone).toPlainTime().toString().slice(0, 5);

/**
 * The moment of a local time on a local day. A time that the zone skips maps to the first minute after the gap. A time
 * that occurs twice maps to its first occurrence. So the moments of a day are in the order of their local times.
 */
export function dueAt(localDate: string, time: string, zone: string): EpochMs {
  const asked = Temporal.PlainDate.from(localDate).toPlainDateTime(Temporal.PlainTime.from(time));
  const before = asked.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (before.toPlainDateTime().equals(asked)) return before.epochMilliseconds;
  // For a time in a gap, `earlier` returns a moment before the gap. The next transition after that ends the gap.
  const after = before.getTimeZoneTransition('next');
  if (after === null) throw new RangeError(`${zone} skips ${asked} but has no change after it.`);
  return after.round({ smallestUnit: 'minute', roundingMode: 'ceil' }).epochMilliseconds;
}

/** False for a day that the zone skipped: Samoa went from 29 to 31 December 2011. */
export function dayExists(localDate: string, zone: string): boolean {
  return localDateAt(dueAt(localDate, '00:00', zone), zone) === localDate;
}
