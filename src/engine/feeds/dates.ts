import type { EpochMs } from '../../clock.ts';
import { monthNamed } from '../languages/monthNames.ts';

/** Abbreviations by minutes east of UTC. Ambiguous ones have the meaning that news sites use. */
const byMinutes: readonly (readonly [minutes: number, names: string])[] = [
  [0, 'z ut utc gmt wet'],
  [60, 'west bst cet met mez'],
  [120, 'cest mest mesz eet sast'],
  [180, 'eest msk мск'],
  [300, 'pkt'],
  [330, 'ist'],
  [420, 'wib ict'],
  [480, 'wita myt pht hkt sgt awst'],
  [540, 'jst kst'],
  [570, 'acst'],
  [600, 'aest'],
  [630, 'acdt'],
  [660, 'aedt'],
  [720, 'nzst'],
  [780, 'nzdt'],
  [-180, 'adt brt art'],
  [-240, 'ast edt'],
  [-300, 'est cdt'],
  [-360, 'cst mdt'],
  [-420, 'mst pdt'],
  [-480, 'pst akdt'],
  [-540, 'akst'],
  [-600, 'hst'],
];

const zoneMinutes: ReadonlyMap<string, number> = new Map(
  byMinutes.flatMap(([minutes, names]) => names.split(' ').map((name): [string, number] => [name, minutes])),
);

interface FoundDay {
  year: number;
  month: number;
  day: number;
  /** The index of its first character in the text, and the index after its last one. */
  from: number;
  to: number;
}

/** "ET" and the like don't state whether daylight saving time applies. April to October counts as summer. */
const americanHours: Record<string, number> = { et: -5, ct: -6, mt: -7, pt: -8 };

const isoDate = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** A date in the form "20240102" or "20240102T030405". */
const compactDate = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[T ]?(\d\d):?(\d\d)(\d\d)?)?(?!\d)/;
const numericDate = /(?<![\d.,-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?!\d|[.-]\d(?!\d?:))/;
/** A year of two digits counts only in these forms: "5 March '24", "05-Mar-24", "5 Mar 24 10:15". */
const shortYear = /(\p{L}{3}\.?,?\s['’]|-\p{L}{3,}-|\d\s\p{L}{3,}\s(?=\d\d\s\d\d?:\d))(\d\d)(?!\d)/u;
const timeOfDay =
  /(?<![\d.])([01]?\d|2[0-4])\s?[:h.]\s?([0-5]\d)(?:[:.]\s?([0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)\s?(?:([ap])\.?\s?m\b)?/i;
const hourOnly = /(?<!\d)(1[0-2]|0?\d)\s?([ap])\.?m\b/i;
const zone =
  /^[\s.,]{0,4}[(]?(?:Uhr\s)?(?:(?:GMT|UTC)\s?([+-])(\d{1,2}):?(\d\d)?(?!\d)|([+-])(\d\d):?(\d\d)?(?!\d)|(\p{L}{1,4})(?!\p{L}))/iu;

function validDay(year: number, month: number, day: number, from: number, to: number): FoundDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { year: year < 70 ? 2000 + year : year < 100 ? 1900 + year : year, month, day, from, to };
}

type Token = ReturnType<typeof tokensOf>[number];

function tokensOf(text: string) {
  const small = new Set(['de', 'of', 'del', 'the', 'le', 'den']);
  return [...text.matchAll(/\d+(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d])|[\p{L}\p{M}]+|\d+/gu)]
    .map((match) => ({
      text: match[0].toLowerCase(),
      number: /^\d/.test(match[0]) ? Number.parseInt(match[0], 10) : Number.NaN,
      from: match.index,
      to: match.index + match[0].length,
    }))
    .filter((token) => !small.has(token.text));
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && !Number.isNaN(token.number);
const isYear = (token: Token | undefined): token is Token =>
  token !== undefined && token.number >= 1970 && token.number < 2100;
const isDay = (token: Token | undefined): token is Token =>
  token !== undefined && token.number >= 1 && token.number <= 31;

/** "24 November 2025", "November 24th, 2025", "2025. november 24.", with the month in any language of `monthNamed`. */
function namedDay(text: string): FoundDay | undefined {
  const tokens = tokensOf(text);
  for (const [i, token] of tokens.entries()) {
    const [earlier, before, first, second] = [-2, -1, 1, 2].map((step) => tokens[i + step]);
    if (!Number.isNaN(token.number) || !(isNumber(before) || isNumber(first))) continue;
    const index = monthNamed(token.text);
    if (index === undefined) continue;
    const month = index + 1;
    if (isDay(before) && isYear(first)) return validDay(first.number, month, before.number, before.from, first.to);
    if (isDay(first) && isYear(second)) return validDay(second.number, month, first.number, token.from, second.to);
    if (isYear(before) && isDay(first)) return validDay(before.number, month, first.number, before.from, first.to);
    if (isYear(earlier) && isDay(before)) return validDay(earlier.number, month, before.number, earlier.from, token.to);
    // Some servers write "Nov 24 10:15:00 2025".
    const last = tokens.slice(i + 2, i + 7).find(isYear);
    if (isDay(first) && last && /\d:\d\d/.test(text.slice(first.to, last.from)))
      return validDay(last.number, month, first.number, token.from, first.to);
  }
  return undefined;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Whether "03/05/2024" has the month first, judged by the weekday in the text. Undefined without a weekday, or if it
 * fits both readings or neither.
 */
function monthFirstByWeekday(text: string, year: number, a: number, b: number): boolean | undefined {
  const named = /(?<!\p{L})(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?(?!\p{L})/iu.exec(text);
  const weekday = weekdays.indexOf(named?.[1]?.toLowerCase() ?? '');
  if (weekday < 0 || year < 1900) return undefined;
  const isOn = (month: number, day: number): boolean =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  return isOn(a, b) === isOn(b, a) ? undefined : isOn(a, b);
}

/** The first full day in a short text. `monthFirst` is how to read "03/05/2024" if no weekday in the text decides. */
function dayIn(text: string, monthFirst: boolean): FoundDay | undefined {
  const end = (match: RegExpExecArray): number => match.index + match[0].length;
  const iso = isoDate.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso.index, end(iso));
  const named = namedDay(text) ?? namedDay(text.replace(shortYear, (_, before, year) => `${before}20${year}`));
  if (named) return named;
  const numeric = numericDate.exec(text);
  if (!numeric) return undefined;
  const [a, b] = [Number(numeric[1]), Number(numeric[3])];
  const byWeekday = monthFirstByWeekday(text, Number(numeric[4]), a, b) ?? monthFirst;
  const dayIsFirst = b <= 12 && (numeric[2] === '.' || a > 12 || !byWeekday);
  return validDay(Number(numeric[4]), dayIsFirst ? b : a, dayIsFirst ? a : b, numeric.index, end(numeric));
}

function offsetMinutes(rest: string, month: number): number {
  const match = zone.exec(rest);
  if (!match) return 0;
  const sign = match[1] ?? match[4];
  if (sign !== undefined) {
    const minutes = Number(match[2] ?? match[5]) * 60 + Number(match[3] ?? match[6] ?? 0);
    return sign === '-' ? -minutes : minutes;
  }
  const name = (match[7] ?? '').toLowerCase();
  const american = americanHours[name];
  if (american !== undefined) return (american + (month > 3 && month < 11 ? 1 : 0)) * 60;
  return zoneMinutes.get(name) ?? 0;
}

/** Seconds from 00:00 UTC of the day, by the zone that the text states; undefined if it has no time of day. */
function timeIn(text: string, month: number): number | undefined {
  const full = timeOfDay.exec(text);
  const match = full ?? hourOnly.exec(text);
  if (!match) return undefined;
  const half = (full ? match[4] : match[2])?.toLowerCase();
  let hours = Number(match[1]);
  if (half === 'p' && hours < 12) hours += 12;
  if (half === 'a' && hours === 12) hours = 0;
  const [minutes, seconds] = full ? [Number(full[2]), Number(full[3] ?? 0)] : [0, 0];
  return hours * 3600 + (minutes - offsetMinutes(text.slice(match.index + match[0].length), month)) * 60 + seconds;
}

/** The first full date in a short text, in the forms of pages and feeds and with month names of many languages. */
function findDate(stated: string, monthFirst: boolean): EpochMs | undefined {
  const text = stated.replace(compactDate, (_, year, month, day, hour, minute, second) =>
    [year, month, day].join('-').concat(hour ? ` ${[hour, minute, second ?? '00'].join(':')}` : ''),
  );
  const found = dayIn(text, monthFirst);
  if (!found) return undefined;
  const after = text.slice(found.to, found.to + 40);
  const before = text.slice(Math.max(0, found.from - 30), found.from);
  const seconds = timeIn(after, found.month) ?? timeIn(before, found.month) ?? 0;
  return Date.UTC(found.year, found.month - 1, found.day) + seconds * 1000;
}

const charactersMax = 100;
/** Earlier dates are placeholders for "no date": 1970, 1900, the year 1. */
const earliest = Date.UTC(1971, 0);

/** The forms that most feeds use. `Date.parse` reads them alike on every platform. */
const usual =
  /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:19|20)\d\d \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))$/;
/** "26-11-25" and "26/11/25" may begin with the year or the day. */
const ambiguous = /^(?:\d\d-\d\d?|(?:1[3-9]|[2-9]\d)\/\d\d?)[-/]\d\d(?!\d)/;
/** Slashes mean month/day, as in America, unless the time is written with a dot or an h. */
const dottedTime = /\s\d{1,2}[.h]\d\d\b/;

/**
 * Reads RFC 3339, RFC 822 and near misses of both, seconds or milliseconds since 1970, and month names in many
 * languages. A date without a zone is in UTC. Undefined if there is no date or if it is before 1971.
 */
export function parseDate(stated: string | undefined): EpochMs | undefined {
  const at = stated === undefined ? undefined : readDate(stated);
  return at === undefined || at < earliest ? undefined : at;
}

function readDate(stated: string): EpochMs | undefined {
  const at = usual.test(stated) ? Date.parse(stated) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  const text = stated.slice(0, charactersMax).replace(/\s+/g, ' ').trim();
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.trunc(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return Number(text);
  if (ambiguous.test(text)) return undefined;
  const full = /^\d{4}-\d\d$/.test(text) ? `${text}-01` : text;
  return findDate(full, text.includes('/') && !dottedTime.test(text));
}
