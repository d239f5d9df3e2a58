import { dayMs, type EpochMs } from '../../clock.ts';
import { dayIn, type FoundDay, findDate, plainDigits, validDay } from '../../text/dates.ts';
import { monthNamed } from '../../text/locales/monthNames.ts';

/** A date as a page states it. With `dayOnly` there is no time of day, and `at` is 00:00 UTC. */
export interface StatedDate {
  at: EpochMs;
  dayOnly: boolean;
}

const earliest = Date.UTC(1995, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const charactersMax = 200;

function within(at: EpochMs, dayOnly: boolean): StatedDate | undefined {
  return at >= earliest && at < latest ? { at, dayOnly } : undefined;
}

/**
 * Reads the first full date in a short text. A time without a zone counts as UTC. Systems write a day without a time as
 * midnight in their zone, so exactly midnight means the day, not the instant.
 */
export function parseStated(stated: string, monthFirst: boolean): StatedDate | undefined {
  const text = stated.slice(0, charactersMax).trim();
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return within(Math.floor(Number(text)) * 1000, false);
  if (/^\d{13}$/.test(text)) return within(Number(text), false);
  const date = findDate(text, monthFirst);
  if (!date) return undefined;
  if (!date.secondOfDay) return within(date.day, true);
  return within(date.day + (date.secondOfDay - date.offset * 60) * 1000, false);
}

/** Where the first full date in a short text begins and ends. */
export function dateSpan(text: string): { from: number; to: number } | undefined {
  return dayIn(plainDigits(text.slice(0, charactersMax)), true);
}

/** The day that an address states. */
export interface UrlDay {
  at: EpochMs;
  /** In its own folders or first in the file's name, so a system wrote it. Amid words it may be an event's day. */
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
  // Web archives put their own time before the address.
  const own = url.replace(/\/\d{14}[a-z_]*\/(?=https?:)/i, '/');
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]{0,500})/i.exec(own)?.[1] ?? '';
  if (!/\d\d/.test(path)) return undefined;
  const dated = (day: FoundDay | undefined, firm: boolean): UrlDay | undefined => {
    const date = day && within(Date.UTC(day.year, day.month - 1, day.day), true);
    return date && { at: date.at, firm };
  };
  for (const [pattern, firm] of urlDays) {
    const match = pattern.exec(path);
    const day = match && dated(validDay(Number(match[1]), Number(match[3]), Number(match[4])), firm);
    if (day) return day;
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?!\d)/i.exec(path);
  const month = monthNamed(named?.[2] ?? '');
  if (named && month !== undefined) return dated(validDay(Number(named[1]), month + 1, Number(named[3])), true);
  const reversed = /(?<!\d)\d{1,2}([-_.])\d{1,2}\1(?:19|20)\d\d(?!\d)/.exec(path)?.[0].replace(/[_]/g, '-');
  return reversed === undefined ? undefined : dated(dayIn(reversed, monthFirst), false);
}

/** How many days lie between two dates. */
export function daysApart(a: EpochMs, b: EpochMs): number {
  return Math.abs(a - b) / dayMs;
}
