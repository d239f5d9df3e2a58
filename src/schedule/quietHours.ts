import type { EpochMs } from '../clock.ts';
import { inAny } from '../engine/languages/languages.ts';
import { dueAt, localDateAt, localTimeAt } from './localTime.ts';
import { parseTimes } from './times.ts';

/** Local times 'HH:MM'; `until` may be on the next day. */
export interface QuietHours {
  from: string;
  until: string;
}

const between = new RegExp(`[-–—]|(?<!\\p{L})(?:${inAny(({ schedule }) => schedule.until)})(?!\\p{L})`, 'iu');
const before = new RegExp(`^\\s*(?:${inAny(({ schedule }) => schedule.from)})\\s`, 'i');

/** Parses two times such as "22-7" or "22:00 to 7:30". Undefined if one can't be read or both are the same. */
export function parseQuietHours(text: string): QuietHours | undefined {
  const parts = text
    .replace(before, '')
    .split(between)
    .map((part) => parseTimes(part));
  const [from, until] = parts.map((times) => (times?.length === 1 ? times[0] : undefined));
  return parts.length === 2 && from && until && from !== until ? { from, until } : undefined;
}

/**
 * `isQuiet` says whether it is quiet now in this zone. The latest completed quiet hours lasted from `lastFrom` to
 * `lastUntil`. The current ones end at `nextUntil`; if it isn't quiet, the next ones do.
 */
export function quietHoursAt(
  quiet: QuietHours,
  zone: string,
  now: EpochMs,
): { isQuiet: boolean; lastFrom: EpochMs; lastUntil: EpochMs; nextUntil: EpochMs } {
  const time = localTimeAt(now, zone);
  const wraps = quiet.from > quiet.until;
  const isQuiet = wraps ? time >= quiet.from || time < quiet.until : time >= quiet.from && time < quiet.until;
  const today = Temporal.PlainDate.from(localDateAt(now, zone));
  const at = (day: Temporal.PlainDate, local: string) => dueAt(day.toString(), local, zone);
  const endedToday = at(today, quiet.until) <= now;
  const endDay = endedToday ? today : today.subtract({ days: 1 });
  const startDay = wraps ? endDay.subtract({ days: 1 }) : endDay;
  const nextUntil = at(endDay.add({ days: 1 }), quiet.until);
  return { isQuiet, lastFrom: at(startDay, quiet.from), lastUntil: at(endDay, quiet.until), nextUntil };
}
