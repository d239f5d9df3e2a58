/** Dates that are not written in the figures or years of the West. */

const digitsPerRow = 10;

/** Digits of other scripts (Arabic, Devanagari, Bengali, full width) as 0 to 9: every script has its ten in a row. */
export function plainDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % digitsPerRow);
  });
}

const buddhist = { from: 2500, to: 2600, ahead: 543 } as const;

/** A year of the Thai calendar as one of ours. */
export const westernYear = (year: number): number =>
  year >= buddhist.from && year < buddhist.to ? year - buddhist.ahead : year;

const persianMonths = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const persianDate = new RegExp(`(\\d{1,2})\\s+(${persianMonths.join('|')})(?:\\s+ماه)?[\\s،,]+(1[34]\\d\\d)(?!\\d)`);
const persianDaysMax = 31;
/** "ngày 24 tháng 11 năm 2025" */
const vietnameseDate = /(\d{1,2})\s(?:tháng|thg)\s(\d{1,2}),?\s(?:năm\s)?((?:19|20)\d\d)/i;

/** "24 XI 2025", as officials of some countries write it. */
const romanDate = /(?<!\d)(\d{1,2})[. ] ?(XI{0,2}|IX|IV|VI{0,3}|I{1,3})[. ] ?((?:19|20)\d\d)(?!\d)/;
const roman = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** The year set apart: "2025 11/24". */
const yearApart = /(?<!\d)((?:19|20)\d\d) (\d{1,2}) ?\/ ?(\d{1,2})(?!\d|\/)/;

/** Months of the Levant have two words. */
export const oneWord = (text: string): string => text.replace(/(تشرين|كانون) (ال)/g, '$1$2');

/** The hour that a style sheet sets apart from the year: "Nov 19 20197:05". */
export const hourApart = (text: string): string => text.replace(/(?<!\d)((?:19|20)\d\d)(?=[012]?\d:[0-5]\d)/g, '$1 ');

export interface ForeignDay {
  year: number;
  month: number;
  day: number;
  match: RegExpExecArray;
}

/** A full day in a form that months' names and figures alone do not tell. */
export function foreignDay(text: string): ForeignDay | undefined {
  const vietnamese = vietnameseDate.exec(text);
  if (vietnamese)
    return {
      year: Number(vietnamese[3]),
      month: Number(vietnamese[2]),
      day: Number(vietnamese[1]),
      match: vietnamese,
    };
  const apart = yearApart.exec(text);
  if (apart) return { year: Number(apart[1]), month: Number(apart[2]), day: Number(apart[3]), match: apart };
  const official = romanDate.exec(text);
  if (official)
    return {
      year: Number(official[3]),
      month: roman.indexOf(official[2] ?? '') + 1,
      day: Number(official[1]),
      match: official,
    };
  const match = persianDate.exec(text);
  if (!match) return undefined;
  const month = persianMonths.indexOf(match[2] ?? '') + 1;
  const day = Number(match[1]);
  if (day < 1 || day > persianDaysMax) return undefined;
  const stated = Temporal.PlainDate.from({ calendar: 'persian', year: Number(match[3]), month, day });
  // A day that its month has not is moved to the last one.
  if (stated.day !== day) return undefined;
  const date = stated.withCalendar('iso8601');
  return { year: date.year, month: date.month, day: date.day, match };
}
