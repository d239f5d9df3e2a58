import type { EpochMs } from '../clock.ts';
import { monthNamed } from '../text/monthNames.ts';
import { zoneMinutes } from '../text/zoneNames.ts';

/** A date as a page states it; `dayOnly` when no time of day was given, `at` is then 00:00 UTC of that day. */
export interface StatedDate {
  at: EpochMs;
  dayOnly: boolean;
}

const dayMs = 86_400_000;
const earliest = Date.UTC(1995, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const charactersMax = 200;

/** "ET" and its like do not say whether summer time holds: April to October counts as summer. */
const americanHours: Record<string, number> = { et: -5, ct: -6, mt: -7, pt: -8 };

const isoDate = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compactDate = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?/;
const numericDate = /(?<![\d.,])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d])/;
const asianDate = /((?:19|20)\d\d)\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일.]/;
const timeOfDay =
  /(?<![\d.])([01]?\d|2[0-4])\s?[:h.時时시]\s?([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)\s?(?:([ap])\.?\s?m\b)?/i;
const afternoonBefore = /(?:午後|下午|晚上|오후)\s?$/;
const hourOnly = /(?<!\d)(1[0-2]|0?\d)\s?([ap])\.?m\b/i;
const zone = /^[\s.,]{0,4}[(]?(?:Uhr\s)?(?:(?:GMT|UTC)?\s?([+-])(\d\d):?(\d\d)?(?!\d)|([a-z]{1,4})\b)/i;

interface Day {
  year: number;
  month: number;
  day: number;
  from: number;
  to: number;
}

function validDay(year: number, month: number, day: number, from: number, to: number): Day | undefined {
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
  const small = new Set(['de', 'of', 'del', 'the', 'le', 'den']);
  return [...text.matchAll(/\d+(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d])|\p{L}+|\d+/gu)]
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
      one !== undefined && one.number >= 1970 && one.number < 2100;
    const isDay = (one: Token | undefined): one is Token => one !== undefined && one.number >= 1 && one.number <= 31;
    if (isDay(before) && isYear(first)) return validDay(first.number, month, before.number, before.from, first.to);
    if (isDay(first) && isYear(second)) return validDay(second.number, month, first.number, token.from, second.to);
    if (isYear(before) && isDay(first)) return validDay(before.number, month, first.number, before.from, first.to);
    const third = tokens[i + 3];
    // "Nov 24 10:15:00 2025" as some servers write it.
    if (isDay(first) && isYear(third)) return validDay(third.number, month, first.number, token.from, first.to);
    const last = tokens.slice(i + 2, i + 7).find(isYear);
    if (isDay(first) && last && /\d:\d\d/.test(text.slice(first.to, last.from)))
      return validDay(last.number, month, first.number, token.from, first.to);
  }
  return undefined;
}

function dayIn(text: string, monthFirst: boolean): Day | undefined {
  const end = (match: RegExpExecArray): number => match.index + match[0].length;
  const iso = isoDate.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso.index, end(iso));
  const asian = asianDate.exec(text);
  if (asian) return validDay(Number(asian[1]), Number(asian[2]), Number(asian[3]), asian.index, end(asian));
  const named = namedDay(text);
  if (named) return named;
  const numeric = numericDate.exec(text);
  if (!numeric) return undefined;
  const [a, b] = [Number(numeric[1]), Number(numeric[3])];
  const dayIsFirst = numeric[2] === '.' || a > 12 || (b <= 12 && !monthFirst);
  return validDay(Number(numeric[4]), dayIsFirst ? b : a, dayIsFirst ? a : b, numeric.index, end(numeric));
}

function offsetMinutes(rest: string, month: number): number | undefined {
  const match = zone.exec(rest);
  if (!match) return undefined;
  if (match[1] !== undefined) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return match[1] === '-' ? -minutes : minutes;
  }
  const name = (match[4] ?? '').toLowerCase();
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
  const text = stated.slice(0, charactersMax).trim();
  if (/^\d{10}$/.test(text)) return within(Number(text) * 1000, false);
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

/** The day a URL's path states in full (/2025/11/24/ or 2025-11-24 or /20251124/), as 00:00 UTC. */
export function dayInUrl(url: string): EpochMs | undefined {
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]{0,500})/i.exec(url)?.[1] ?? '';
  const match =
    /(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)/.exec(path) ??
    undefined;
  if (match) {
    const day = validDay(Number(match[1]), Number(match[3]), Number(match[4]), 0, 0);
    if (day) return within(Date.UTC(day.year, day.month - 1, day.day), true)?.at;
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?!\d)/i.exec(path);
  const month = monthNamed(named?.[2] ?? '');
  return named && month !== undefined
    ? within(Date.UTC(Number(named[1]), month, Number(named[3])), true)?.at
    : undefined;
}

/** Do two dates fall within the given number of days of each other? */
export function daysApart(a: EpochMs, b: EpochMs): number {
  return Math.abs(a - b) / dayMs;
}
