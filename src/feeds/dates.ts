import type { EpochMs } from '../clock.ts';
import { findDate } from '../text/dates.ts';

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
  const date = findDate(full, text.includes('/') && !dottedTime.test(text));
  return date && date.day + ((date.secondOfDay ?? 0) - date.offset * 60) * 1000;
}
