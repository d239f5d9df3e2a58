import type { EpochMs } from '../clock.ts';
import { monthOf } from '../text/locales/monthNames.ts';
import { zoneMinutes } from '../text/locales/zoneNames.ts';

interface Fields {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  ms?: number;
  zone?: number;
}

function instant(fields: Fields): EpochMs | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, ms = 0, zone = 0 } = fields;
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  const at = Date.UTC(year, month, day, hour, minute, second, ms) - zone * 60_000;
  // Date.UTC takes years below 100 for the last century; nothing on the web is older than that anyway.
  return Number.isFinite(at) && year >= 1900 && year <= 9999 ? at : undefined;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function zoneOf(text: string | undefined): number | undefined {
  const zone = text?.trim().toLowerCase();
  if (!zone) return undefined;
  const offset = /^(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 15 * 60 ? undefined : offset[1] === '-' ? -minutes : minutes;
  }
  const name = /^\(?([a-z]{1,5})\b/.exec(zone)?.[1];
  return name === undefined ? undefined : zoneMinutes[name];
}

const weekday = String.raw`(?:\p{L}[\p{L}\p{M}-]*(?:[.,]+\s*|\s+))?`;
/** Behind the date, after "at", "um", "kl." or "alle ore". */
const time = String.raw`(?:,?\s+(?:\p{L}[\p{L}.]{0,4}\s+){0,2}(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\b\.?)?)`;
const rest = String.raw`\s*(.{0,40})$`;
const isoPattern =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T\s,]+(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]?(\d{2})(?:[.,:](\d{1,9}))?)?)?\s*(.{0,40})$/i;
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?:de\s+)?(\p{L}[\p{L}\p{M}]*)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})${time}?${rest}`,
  'iu',
);
const monthFirst = new RegExp(
  String.raw`^${weekday}(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${time}?${rest}`,
  'iu',
);
const asctime = new RegExp(
  String.raw`^${weekday}(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})${time}\s*(.{0,20}?)\s*(\d{4})$`,
  'iu',
);
const shortDate = new RegExp(
  String.raw`^${weekday}(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}(?![/.-]?\d))\.?${time}?${rest}`,
  'iu',
);
const dottedTime = /\s\d{1,2}[.h]\d\d\b/;
const yearFirst = new RegExp(String.raw`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})${time}?${rest}`, 'iu');
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/i;
/** Chinese, Japanese and Korean put the half of the day before the hour. */
const eastern =
  /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)(?:\D{0,8}?([午오上下][前後午전후]\s?)?(\d{1,2})[:時时点點시]\s?(\d{1,2})(?:[:分분]\s?(\d{1,2}))?)?/u;
const easternHalf = /[午오上下][前後午전후]/u;

function clock(hour?: string, minute?: string, second?: string, fraction?: string, half?: string): Partial<Fields> {
  if (hour === undefined) return {};
  const stated = Number(hour);
  const noon = half && /^(?:p|午後|下午|오후)/i.test(half) ? (stated % 12) + 12 : stated % 12;
  return {
    hour: half ? noon : stated,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ms: fraction ? Math.trunc(Number(`0.${fraction}`) * 1000) : 0,
  };
}

function isoDate(text: string): EpochMs | undefined {
  const found = isoPattern.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  // A bare "2004-10-3" and a date with a time are dates; the rest may only be a zone.
  return instant({
    year: Number(year),
    month: Number(month) - 1,
    day: Number(day ?? 1),
    ...clock(hour, minute, second, fraction),
    zone: zoneOf(zone) ?? 0,
  });
}

function namedMonth(text: string): EpochMs | undefined {
  const first = dayFirst.exec(text);
  if (first) {
    const [, day, name = '', year = '', hour, minute, second, fraction, half, zone] = first;
    const month = monthOf(name);
    if (month === undefined) return undefined;
    return instant({
      year: fullYear(year),
      month,
      day: Number(day),
      ...clock(hour, minute, second, fraction, half),
      zone: zoneOf(zone),
    });
  }
  const american = monthFirst.exec(text);
  if (american) {
    const [, name = '', day, year = '', hour, minute, second, fraction, half, zone] = american;
    const month = monthOf(name);
    if (month === undefined) return undefined;
    return instant({
      year: Number(year),
      month,
      day: Number(day),
      ...clock(hour, minute, second, fraction, half),
      zone: zoneOf(zone),
    });
  }
  const unix = asctime.exec(text);
  if (!unix) return undefined;
  const [, name = '', day, hour, minute, second, fraction, half, zone, year] = unix;
  const month = monthOf(name);
  if (month === undefined) return undefined;
  return instant({
    year: Number(year),
    month,
    day: Number(day),
    ...clock(hour, minute, second, fraction, half),
    zone: zoneOf(zone),
  });
}

function numbered(text: string): EpochMs | undefined {
  const iso = yearFirst.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, half, zone] = iso;
    return instant({
      year: Number(year),
      month: Number(month) - 1,
      day: Number(day),
      ...clock(hour, minute, second, fraction, half),
      zone: zoneOf(zone),
    });
  }
  const short = shortDate.exec(text);
  if (short) {
    const [, one = '', sign, two = '', year = '', hour, minute, second, fraction, half, zone] = short;
    // A short year can stand first as well, unless there are dots.
    if (year.length === 2 && (sign === '-' || (sign === '/' && Number(one) > 12))) return undefined;
    // Slashes are American, but not with a dot in the time; a number over 12 is the day in any case.
    const isAmerican = sign === '/' && !dottedTime.test(text);
    const dayIsFirst = isAmerican ? Number(one) > 12 : Number(two) <= 12;
    const [day, month] = dayIsFirst ? [one, two] : [two, one];
    return instant({
      year: fullYear(year),
      month: Number(month) - 1,
      day: Number(day),
      ...clock(hour, minute, second, fraction, half),
      zone: zoneOf(zone),
    });
  }
  const packed = compact.exec(text);
  if (packed) {
    const [, year, month, day, hour, minute, second, zone] = packed;
    return instant({
      year: Number(year),
      month: Number(month) - 1,
      day: Number(day),
      ...clock(hour, minute, second),
      zone: zoneOf(zone),
    });
  }
  return easternDate(text);
}

function easternDate(text: string): EpochMs | undefined {
  const found = eastern.exec(text);
  if (!found) return undefined;
  const [, year, month, day, half, hour, minute, second] = found;
  return instant({
    year: Number(year),
    month: Number(month) - 1,
    day: Number(day),
    ...clock(hour, minute, second, undefined, half),
  });
}

/** As most feeds write it, and as JavaScript reads it the same way everywhere: in full and with a zone in numbers. */
const usual =
  /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:19|20)\d\d \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))$/;

function usualDate(text: string): EpochMs | undefined {
  const at = usual.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

function anyDate(text: string): EpochMs | undefined {
  if (text === '') return undefined;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.trunc(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const eastern = easternHalf.test(text) ? easternDate(text) : undefined;
  return eastern ?? usualDate(text) ?? isoDate(text) ?? numbered(text) ?? namedMonth(text);
}

/**
 * A date in any form that feeds are known to use (RFC 3339 and 822 and their near misses, seconds or milliseconds since 1970, month names of
 * many languages); without a zone it is UTC. The same under every TZ. Undefined for what is none.
 */
export function parseDate(stated: string | undefined): EpochMs | undefined {
  if (stated === undefined) return undefined;
  return usualDate(stated) ?? anyDate(stated.slice(0, 100).replace(/\s+/g, ' ').trim());
}
