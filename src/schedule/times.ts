import { inAny } from '../engine/languages/languages.ts';

/** Maximum number of times in a channel's schedule. */
export const timesMax = 6;
const textMax = 200;

/** "8 p.m.", "8 p. m." */
const dottedHalf = /(?<=\d ?)([ap])\. ?m\.?/g;
/** "8 h 30", "8h30" */
const hourMark = /(?<=\d) ?h(?:eures?)? ?(?=\d\d)/g;
/** "a las 8" */
const ahead = new RegExp(`(?<!\\p{L})(?:${inAny(({ schedule }) => schedule.beforeHours)}) (?=\\d)`, 'gu');
const behind = inAny(({ schedule }) => schedule.afterHours);
const time = new RegExp(`^(\\d{1,2})(?:[:.](\\d{2}))?(${behind})?$`);
const spaced = new RegExp(`(?<!\\s)\\s+(?=(?:${behind})\\b)`, 'g');
/** A word for "and" counts only before a digit: in "8pm ET", "et" is a zone and not French. */
const between = new RegExp(`[\\s,;&]+(?:(?:${inAny(({ schedule }) => schedule.and)})\\s+(?=\\d))?`);

/**
 * Parses one or more times such as 8, 8am, 08:00, 20.30, 8h30 or 8 Uhr, separated by commas, spaces or "and". Returns
 * distinct 'HH:MM', ascending; undefined if a part isn't a time, because a guess would post at the wrong hour.
 */
export function parseTimes(text: string): string[] | undefined {
  if (text.length > textMax) return undefined;
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(ahead, '')
    .replace(dottedHalf, '$1m')
    .replace(hourMark, ':')
    .replace(spaced, '')
    .split(between)
    .filter(Boolean);
  const times = parts.map(timeOf);
  return times.length > 0 && times.every((read) => read !== undefined) ? [...new Set(times)].sort() : undefined;
}

function timeOf(part: string): string | undefined {
  const [, hour, minute = '00', half] = time.exec(part) ?? [];
  const isTwelve = half === 'am' || half === 'pm';
  const stated = Number(hour);
  if (hour === undefined || Number(minute) > 59 || stated > 23 || (isTwelve && (stated < 1 || stated > 12)))
    return undefined;
  const hours = isTwelve ? (stated % 12) + (half === 'pm' ? 12 : 0) : stated;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
