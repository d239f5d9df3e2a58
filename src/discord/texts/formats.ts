import type { Formatters } from 'intl-messageformat';
import { dayMs } from '../../clock.ts';
import { languageOf } from '../../engine/languages/languages.ts';
import { cityIn } from '../../schedule/zones.ts';

interface DayGroups {
  everyDay: string;
  weekdays: string;
  weekend: string;
}

// 5 January 1970 was a Monday.
const mondayMs = 4 * dayMs;

/** Numbers, lists, plurals and dates in one language, so that a catalogue holds only words. */
export function createFormats(locale: string) {
  const numbers = new Intl.NumberFormat(locale);
  const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  // 'negative' avoids "−0.0".
  const decimals = new Intl.NumberFormat(locale, { ...oneDigit, signDisplay: 'negative' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const weekdayNames = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekdayShort = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const rules = {
    cardinal: new Intl.PluralRules(locale),
    ordinal: new Intl.PluralRules(locale, { type: 'ordinal' }),
  };
  /** Formats a moment in the given zone. Formatters are kept, because making one takes 0.1 ms. */
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const formatters = new Map<string, Intl.DateTimeFormat>();
    return (at: number, timeZone: string): string => {
      const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
      formatters.set(timeZone, formatter);
      return written(formatter.format(at));
    };
  };
  const written = languageOf(locale)?.writtenDate ?? ((date: string) => date);
  const day = (localDate: string) => written(days.format(Date.parse(`${localDate}T00:00:00Z`)));
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    /** BCP 47; there is always a catalogue for it. */
    locale,
    /** The formatters that all messages of the language share. */
    formatters: {
      getNumberFormat: (_, options) => (options === undefined ? numbers : new Intl.NumberFormat(locale, options)),
      getDateTimeFormat: (_, options) => new Intl.DateTimeFormat(locale, options),
      getPluralRules: (_, { type = 'cardinal' } = {}) => rules[type],
    } satisfies Formatters,
    number: (value: number) => numbers.format(value),
    /** One digit after the point. */
    decimal: (value: number) => decimals.format(value).replace('-', '−'),
    /** "A, B and C". */
    list: (items: readonly string[]) => and.format(items),
    /** "A, B or C". */
    either: (items: readonly string[]) => or.format(items),
    /** "German" for 'de'. */
    language: (code: string) => languages.of(code) ?? code,
    /** The name of a country with this ISO 3166-1 code. */
    country: (code: string) => countries.of(code) ?? code,
    /** The name of the city of a time zone. */
    city: (zone: string) => cityIn(zone, locale),
    /** A date such as 2026-11-25 with its weekday, within a sentence and as a heading. */
    day,
    dayHeading: (localDate: string) => day(localDate).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale)),
    /** "04:00", "24 Nov" and both, for places where Discord can't show the reader's own zone. */
    clock: inZone(clock),
    shortDay: inZone({ day: 'numeric', month: 'short' }),
    dayAndClock: inZone({ day: 'numeric', month: 'short', ...clock }),
    weekdayOf: (localDate: string) => weekdayNames.format(Date.parse(`${localDate}T00:00:00Z`)),
    /** "today", "yesterday", "3 days ago". */
    daysAgo: (count: number) => relative.format(-count, 'day'),
    /** Weekdays, 1 (Monday) to 7 ascending, as the name of a group or a list of short names. */
    days: (list: readonly number[], { everyDay, weekdays, weekend }: DayGroups) =>
      ({ '1234567': everyDay, '12345': weekdays, '67': weekend })[list.join('')] ??
      and.format(list.map((day) => weekdayShort.format(mondayMs + (day - 1) * dayMs))),
  };
}

export type Formats = ReturnType<typeof createFormats>;
