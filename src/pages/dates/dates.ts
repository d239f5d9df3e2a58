import { dayMs, type EpochMs } from '../../clock.ts';
import { monthNamed } from '../../text/locales/monthNames.ts';
import { zoneMinutes } from '../../text/locales/zoneNames.ts';
import { foreignDay, hourApart, oneWord, plainDigits, westernYear } from './calendars.ts';

/** A date as a page states it; `dayOnly` when no time of day was given, `at` is then 00:00 UTC of that day. */
export interface StatedDate {
  at: EpochMs;
  dayOnly: boolean;
}

const earliest = Date.UTC(1995, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const charactersMax = 200;

/** "ET" and its like do not say whether summer time holds: April to October counts as summer. */
const americanHours: Record<string, number> = { et: -5, ct: -6, mt: -7, pt: -8 };

const isoDate = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compactDate = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d)(\d\d)?)?/;
const numericDate = /(?<![\d.,-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?!\d|[.-]\d)/;
const asianDate = /((?:19|20)\d\d)\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일.]/;
const reiwaDate = /令和\s?(\d{1,2})年\s?(\d{1,2})月\s?(\d{1,2})日/;
/** "5 March '24", "05-Mar-24": a year of two digits only where its mark says that it is one. */
const shortYear = /(\p{L}{3,}\.?,?\s['’]|-\p{L}{3,}-)(\d\d)(?!\d)/u;
const timeOfDay =
  /(?<![\d.])([01]?\d|2[0-4])\s?[:h.時时시]\s?([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)\s?(?:([ap])\.?\s?m\b)?/i;
const afternoonBefore = /(?:午後|下午|晚上|오후)\s?$/;
const hourOnly = /(?<!\d)(1[0-2]|0?\d)\s?([ap])\.?m\b/i;
const zone =
  /^[\s.,]{0,4}[(]?(?:Uhr\s)?(?:(?:GMT|UTC)\s?([+-])(\d{1,2}):?(\d\d)?(?!\d)|([+-])(\d\d):?(\d\d)?(?!\d)|(\p{L}{1,4})(?!\p{L}))/iu;

interface Day {
  year: number;
  month: number;
  day: number;
  from: number;
  to: number;
}

function validDay(stated: number, month: number, day: number, from: number, to: number): Day | undefined {
  const year = westernYear(stated);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { year: year < 70 ? 2000 + year : year < 100 ? 1900 + year : year, month, day, from, to };
}

interface Token {
  text: string;
  number: number;
  from: number;
  to: number;
}

function tokensOf(text: string): Token[] {
  const small = new Set(['de', 'of', 'del', 'the', 'le', 'den', 'm', 'gada']);
  return [...text.matchAll(/\d+(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d])|[ก-ฮ]\.[ก-ฮ]\.|[\p{L}\p{M}]+|\d+/gu)]
    .map((match) => ({
      text: match[0].toLowerCase(),
      number: /^\d/.test(match[0]) ? Number.parseInt(match[0], 10) : Number.NaN,
      from: match.index,
      to: match.index + match[0].length,
    }))
    .filter((token) => !small.has(token.text));
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && !Number.isNaN(token.number);

/** "24 November 2025", "November 24th, 2025", "2025. november 24." in the languages of `monthNamed`. */
function namedDay(text: string): Day | undefined {
  const tokens = tokensOf(text);
  for (const [i, token] of tokens.entries()) {
    const [before, first, second] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
    if (!Number.isNaN(token.number) || !(isNumber(before) || isNumber(first))) continue;
    const index = monthNamed(token.text);
    if (index === undefined) continue;
    const month = index + 1;
    const isYear = (one: Token | undefined): one is Token =>
      one !== undefined && westernYear(one.number) >= 1970 && westernYear(one.number) < 2100;
    const isDay = (one: Token | undefined): one is Token => one !== undefined && one.number >= 1 && one.number <= 31;
    if (isDay(before) && isYear(first)) return validDay(first.number, month, before.number, before.from, first.to);
    if (isDay(first) && isYear(second)) return validDay(second.number, month, first.number, token.from, second.to);
    if (isYear(before) && isDay(first)) return validDay(before.number, month, first.number, before.from, first.to);
    const earlier = tokens[i - 2];
    if (isYear(earlier) && isDay(before)) return validDay(earlier.number, month, before.number, earlier.from, token.to);
    const third = tokens[i + 3];
    // "Nov 24 10:15:00 2025" as some servers write it.
    if (isDay(first) && isYear(third)) return validDay(third.number, month, first.number, token.from, first.to);
    const last = tokens.slice(i + 2, i + 7).find(isYear);
    if (isDay(first) && last && /\d:\d\d/.test(text.slice(first.to, last.from)))
      return validDay(last.number, month, first.number, token.from, first.to);
  }
  return undefined;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Which of two readings of "03/05/2024" falls on the weekday that the text names, if it names one. */
function monthFirstByWeekday(text: string, year: number, a: number, b: number): boolean | undefined {
  const named = /(?<!\p{L})(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?(?!\p{L})/iu.exec(text);
  const weekday = weekdays.indexOf(named?.[1]?.toLowerCase() ?? '');
  if (weekday < 0 || year < 1900) return undefined;
  const isOn = (month: number, day: number): boolean =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  return isOn(a, b) === isOn(b, a) ? undefined : isOn(a, b);
}

function dayIn(text: string, monthFirst: boolean): Day | undefined {
  const end = (match: RegExpExecArray): number => match.index + match[0].length;
  const iso = isoDate.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso.index, end(iso));
  const asian = asianDate.exec(text);
  if (asian) return validDay(Number(asian[1]), Number(asian[2]), Number(asian[3]), asian.index, end(asian));
  const reiwa = reiwaDate.exec(text);
  if (reiwa) return validDay(2018 + Number(reiwa[1]), Number(reiwa[2]), Number(reiwa[3]), reiwa.index, end(reiwa));
  const foreign = foreignDay(text);
  if (foreign) return validDay(foreign.year, foreign.month, foreign.day, foreign.match.index, end(foreign.match));
  const named = namedDay(text) ?? namedDay(text.replace(shortYear, (_, before, year) => `${before}20${year}`));
  if (named) return named;
  const numeric = numericDate.exec(text);
  if (!numeric) return undefined;
  const [a, b] = [Number(numeric[1]), Number(numeric[3])];
  const byWeekday = monthFirstByWeekday(text, Number(numeric[4]), a, b) ?? monthFirst;
  const dayIsFirst = b <= 12 && (numeric[2] === '.' || a > 12 || !byWeekday);
  return validDay(Number(numeric[4]), dayIsFirst ? b : a, dayIsFirst ? a : b, numeric.index, end(numeric));
}

function offsetMinutes(rest: string, month: number): number | undefined {
  const match = zone.exec(rest);
  if (!match) return undefined;
  const sign = match[1] ?? match[4];
  if (sign !== undefined) {
    const minutes = Number(match[2] ?? match[5]) * 60 + Number(match[3] ?? match[6] ?? 0);
    return sign === '-' ? -minutes : minutes;
  }
  const name = (match[7] ?? '').toLowerCase();
  const american = americanHours[name];
  if (american !== undefined) return (american + (month > 3 && month < 11 ? 1 : 0)) * 60;
  return zoneMinutes[name];
}

interface Time {
  minutes: number;
  seconds: number;
  offset: number | undefined;
}

function timeIn(text: string, month: number): Time | undefined {
  const full = timeOfDay.exec(text);
  const match = full ?? hourOnly.exec(text);
  if (!match) return undefined;
  const half = (full ? match[4] : match[2])?.toLowerCase();
  let hours = Number(match[1]);
  if ((half === 'p' || afternoonBefore.test(text.slice(0, match.index))) && hours < 12) hours += 12;
  if (half === 'a' && hours === 12) hours = 0;
  const rest = text.slice(match.index + match[0].length);
  return {
    minutes: hours * 60 + (full ? Number(match[2]) : 0),
    seconds: full ? Number(match[3] ?? 0) : 0,
    offset: offsetMinutes(rest, month),
  };
}

function within(at: EpochMs, dayOnly: boolean): StatedDate | undefined {
  return at >= earliest && at < latest ? { at, dayOnly } : undefined;
}

/**
 * Reads the first full date in a short text. A time without a zone counts as UTC. Exactly midnight in a stated zone is how systems write a day
 * without a time: it is that day, not the instant.
 */
export function parseStated(stated: string, monthFirst: boolean): StatedDate | undefined {
  const text = hourApart(oneWord(plainDigits(stated.slice(0, charactersMax).trim())));
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return within(Math.floor(Number(text)) * 1000, false);
  if (/^\d{13}$/.test(text)) return within(Number(text), false);
  const compact = compactDate.exec(text);
  if (compact && !/^\d{4}-/.test(text)) {
    const [, year, month, day, hour, minute] = compact.map(Number);
    if (month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      const start = Date.UTC(year ?? 0, month - 1, day);
      return within(start + (compact[4] ? (hour ?? 0) * 3_600_000 + (minute ?? 0) * 60_000 : 0), !compact[4]);
    }
  }
  const day = dayIn(text, monthFirst);
  if (!day) return undefined;
  const start = Date.UTC(day.year, day.month - 1, day.day);
  const time =
    timeIn(text.slice(day.to, day.to + 40), day.month) ??
    timeIn(text.slice(Math.max(0, day.from - 30), day.from), day.month);
  if (!time || (time.minutes === 0 && time.seconds === 0)) return within(start, true);
  const local = start + time.minutes * 60_000 + time.seconds * 1000;
  return within(local - (time.offset ?? 0) * 60_000, false);
}

/** Where the first full date in a short text begins and ends. */
export function dateSpan(text: string): { from: number; to: number } | undefined {
  return dayIn(plainDigits(text.slice(0, charactersMax)), true);
}

/** The day that an address states. */
export interface UrlDay {
  at: EpochMs;
  /** In folders of its own or at the start of the file's name: a system wrote it. Within a slug of words it may be the day of an event. */
  firm: boolean;
}

const urlDays: readonly (readonly [RegExp, firm: boolean])[] = [
  [/\/((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?![\d])/, true],
  [/[/t]((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)/, true],
  [/\/((?:19|20)\d\d)([-_]?)([01]\d)\/([0-3]\d)(?!\d)/, true],
  [/\/((?:19|20)\d\d)(\/)([01]\d)([0-3]\d)\//, true],
  [/(?<!\d)((?:19|20)\d\d)([-/_.])(\d{1,2})\2(\d{1,2})(?!\d)/, false],
  // An hour may follow.
  [/(?<!\d)((?:19|20)\d\d)()([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)/, false],
];

/** The day a URL's path states in full (/2025/11/24/, 2025-11-24, /20251124/, /24-11-2025/), as 00:00 UTC. */
export function dayInUrl(url: string, monthFirst = false): UrlDay | undefined {
  // An archive puts the second at which it looked before the address.
  const own = url.replace(/\/\d{14}[a-z_]*\/(?=https?:)/i, '/');
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]{0,500})/i.exec(own)?.[1] ?? '';
  if (!/\d\d/.test(path)) return undefined;
  const dated = (day: Day | undefined, firm: boolean): UrlDay | undefined => {
    const date = day && within(Date.UTC(day.year, day.month - 1, day.day), true);
    return date && { at: date.at, firm };
  };
  for (const [pattern, firm] of urlDays) {
    const match = pattern.exec(path);
    const day = match && dated(validDay(Number(match[1]), Number(match[3]), Number(match[4]), 0, 0), firm);
    if (day) return day;
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?!\d)/i.exec(path);
  const month = monthNamed(named?.[2] ?? '');
  if (named && month !== undefined) return dated(validDay(Number(named[1]), month + 1, Number(named[3]), 0, 0), true);
  const reversed = /(?<!\d)\d{1,2}([-_.])\d{1,2}\1(?:19|20)\d\d(?!\d)/.exec(path)?.[0].replace(/[_]/g, '-');
  return reversed === undefined ? undefined : dated(dayIn(reversed, monthFirst), false);
}

/** Do two dates fall within the given number of days of each other? */
export function daysApart(a: EpochMs, b: EpochMs): number {
  return Math.abs(a - b) / dayMs;
}
