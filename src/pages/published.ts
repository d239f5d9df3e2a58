import { dayMs, type EpochMs } from '../clock.ts';
import { findDate, validDay } from '../text/dates.ts';
import type { DatedStatement, StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

/** With `dayOnly` there is no time of day, and `at` is 00:00 UTC. */
interface StatedDate {
  at: EpochMs;
  dayOnly: boolean;
}

const earliest = Date.UTC(1995, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const charactersMax = 200;
const urlDaysMax = 2.5;
/** On these hosts "03/05/2024" is in March. */
const americanHost = /\.(?:com|us|net|org|gov|edu|info|mil)$/;

function within(at: EpochMs, dayOnly: boolean): StatedDate | undefined {
  return at >= earliest && at < latest ? { at, dayOnly } : undefined;
}

/** Systems write a day without a time as midnight in their zone, so midnight means the day, not the instant. */
function parseStated(stated: string, monthFirst: boolean): StatedDate | undefined {
  const text = stated.slice(0, charactersMax).trim();
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return within(Math.floor(Number(text)) * 1000, false);
  if (/^\d{13}$/.test(text)) return within(Number(text), false);
  const date = findDate(text, monthFirst);
  if (!date) return undefined;
  if (!date.secondOfDay) return within(date.day, true);
  return within(date.day + (date.secondOfDay - date.offset * 60) * 1000, false);
}

/** The day in a URL's path, such as /2025/11/24/ or /20251124. */
function dayInUrl(url: string): StatedDate | undefined {
  const match = /\/((?:19|20)\d\d)([-/_]?)(\d\d?)\2(\d\d?)(?!\d)/.exec(URL.parse(url)?.pathname ?? '');
  const day = match && validDay(Number(match[1]), Number(match[3]), Number(match[4]));
  return day ? within(Date.UTC(day.year, day.month - 1, day.day), true) : undefined;
}

/** How surely a meta's name means the publication date: 3 for names from standards, 0 for other dates. */
function rankOf(name: string): number {
  const tight = name.replace(/[^a-z]/g, '');
  if (/modif|upd|revis|expir|event|valid|copyright|access|build|start|end|embargo/.test(tight)) return 0;
  if (/(?:publishedtime|datepublished)$/.test(tight)) return 3;
  if (/pub(?:lish(?:ed)?|lication)?(?:date|time|on|at)?$/.test(tight)) return 2;
  return /(?:issued|created|posted|available|display|release)(?:date|time|at)?$|^(?:dc|dcterms|sailthru|article)?date$/.test(
    tight,
  )
    ? 1
    : 0;
}

/** Statements with the article's headline come first, because a page may also describe other articles. */
function ofArticle(dated: readonly DatedStatement[], titles: ReadonlySet<string>): DatedStatement[] {
  return dated.toSorted(
    (a, b) => Number(b.headlines.some((one) => titles.has(one))) - Number(a.headlines.some((one) => titles.has(one))),
  );
}

/**
 * When the article was published, as the page states it for machines: JSON-LD, then metas, then `time` elements and
 * microdata. A date more than 2.5 days from the day in the URL belongs to something else. Times without a zone count as
 * UTC.
 */
export function findPublished(
  survey: Survey,
  data: StructuredData,
  url: string,
  titles: ReadonlySet<string>,
): EpochMs | undefined {
  const monthFirst = americanHost.test(URL.parse(url)?.hostname ?? '');
  const metas = [...survey.metas].filter(([name]) => rankOf(name) > 0);
  const stated = [
    ...ofArticle(data.dated, titles).flatMap(({ published }) => published),
    ...metas.toSorted(([a], [b]) => rankOf(b) - rankOf(a)).flatMap(([, values]) => values),
    ...survey.times,
  ].flatMap((text) => parseStated(text, monthFirst) ?? []);
  const urlDay = dayInUrl(url);
  const fits = ({ at }: StatedDate): boolean => !urlDay || Math.abs(at - urlDay.at) <= urlDaysMax * dayMs;
  const date = stated.find(fits) ?? urlDay;
  if (!date?.dayOnly) return date?.at;
  // A later statement may add the time of day.
  return stated.find(({ at, dayOnly }) => !dayOnly && at >= date.at && at < date.at + dayMs)?.at ?? date.at;
}
