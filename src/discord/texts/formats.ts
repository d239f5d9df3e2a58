import { dayMs } from '../../clock.ts';

/** What is said of days that have a name together. */
export interface DayGroups {
  everyDay: string;
  weekdays: string;
  weekend: string;
}

/** Numbers, lists, plurals and dates in one language, so that a catalogue holds only words. */
export interface Formats {
  /** BCP 47, always one that has a catalogue. */
  locale: string;
  number(value: number): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
  /** The number with the form that fits it: `count(3, 'outlet', 'outlets')` is "3 outlets". */
  count(value: number, one: string, other: string): string;
  /** Only the form that fits. */
  form(value: number, one: string, other: string): string;
  /** A date such as 2026-11-25, as it heads a page. */
  day(localDate: string): string;
  /** Weekday of a date such as 2026-11-25. */
  weekdayOf(localDate: string): string;
  /** "today", "yesterday", "3 days ago". */
  daysAgo(days: number): string;
  /** Weekdays, 1 (Monday) to 7 ascending, by the name of their group or as a list of short names. */
  days(days: readonly number[], groups: DayGroups): string;
}

// 5 January 1970 was a Monday.
const mondayMs = 4 * dayMs;

/** Formats for a language; making the Intl objects takes longer than using them, so keep the result. */
export function createFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const weekdayNames = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekdayShort = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const form = (value: number, one: string, other: string) => (plurals.select(value) === 'one' ? one : other);
  return {
    locale,
    number: (value) => numbers.format(value),
    list: (items) => and.format(items),
    count: (value, one, other) => `${numbers.format(value)} ${form(value, one, other)}`,
    form,
    day: (localDate) => days.format(Date.parse(`${localDate}T00:00:00Z`)),
    weekdayOf: (localDate) => weekdayNames.format(Date.parse(`${localDate}T00:00:00Z`)),
    daysAgo: (count) => relative.format(-count, 'day'),
    days: (list, { everyDay, weekdays, weekend }) =>
      ({ '1234567': everyDay, '12345': weekdays, '67': weekend })[list.join('')] ??
      and.format(list.map((day) => weekdayShort.format(mondayMs + (day - 1) * dayMs))),
  };
}
