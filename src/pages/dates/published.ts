import { type EpochMs, minuteMs } from '../../clock.ts';
import type { DatedStatement, StructuredData } from '../markup/structured.ts';
import type { Survey } from '../markup/survey.ts';
import { type OwnLines, ownLines, textsOf } from './datedLines.ts';
import { modifiedName, publishedName } from './dateNames.ts';
import { dateSpan, dayInUrl, daysApart, parseStated, type StatedDate } from './dates.ts';

/** Country-neutral hosts, on which "03/05/2024" is in March unless the language says otherwise. */
const americanHost = /\.(?:com|us|net|org|gov|edu|info|mil)$/;
const europeanLanguage = /^(?!en|zh|ja|ko)[a-z]{2}|^en-(?:gb|ie|in|au|nz|za|ke|ng|pk|sg)/i;
const scriptDate =
  /["']?(?:date_?published|(?:first_?)?publish(?:ed)?_?(?:date|at|time|on)|publication_?date|pub_?date|original_?date)\\?["']?\s{0,3}[:=]\s{0,3}\\?["']([^"'\\]{8,40})/i;
const datelineMax = 110;
/** A wire may sign before the dash: (QUAY NEWSWIRE), /QUAY/. */
const afterDateline = /^[)\]\s.,]{0,4}(?:\([^)]{2,40}\)\s?)?(?:--|[–—|:-]\s|\/)/;
const urlDaysMax = 2.5;

/** What is known about the page besides its markup. */
export interface PageFacts {
  url: string;
  /** As the page states it, and as its text reads. */
  languages: readonly (string | undefined)[];
  /** Bare. */
  titles: ReadonlySet<string>;
  paragraphs: readonly string[];
  html: string;
}

/** Statements on this article before those on others, which count only where none bears the title. */
function ofArticle(dated: readonly DatedStatement[], titles: ReadonlySet<string>): DatedStatement[] {
  const isTitled = (one: DatedStatement): boolean =>
    one.headlines.some((headline) => titles.has(headline) || [...titles].some((title) => alike(title, headline)));
  const titled = dated.filter(isTitled);
  // Several headlines with days of their own, none of them this page's: a list of other articles. A single one may be
  // the same story told for search engines.
  const others = dated.filter((one) => one.headlines.length > 0 && one.published.length > 0);
  const isList =
    new Set(others.map((one) => one.headlines[0])).size > 1 &&
    new Set(others.map((one) => one.published[0]?.slice(0, 10))).size > 1;
  if (titled.length === 0 && isList && titles.size > 0) return dated.filter((one) => !others.includes(one));
  return [...titled, ...dated.filter((one) => !one.isMedia && !titled.includes(one))];
}

const alike = (a: string, b: string): boolean =>
  (a.length > 20 && b.startsWith(a)) || (b.length > 20 && a.startsWith(b));

/** "MARLOW, March 5, 2024 –" before the first sentence of a press release, or the bare day. */
function datelines(paragraphs: readonly string[]): string[] {
  return paragraphs.slice(0, 3).flatMap((text) => {
    const span = dateSpan(text.slice(0, datelineMax));
    if (!span) return [];
    const isPlace = !/(?<!\p{L})\p{Ll}{3,}/u.test(text.slice(0, span.from));
    const ends = afterDateline.test(text.slice(span.to)) || (span.from === 0 && /^\d/.test(text));
    return isPlace && ends ? [text.slice(0, span.to)] : [];
  });
}

/** What scripts of the page say, for pages that are written by them; JSON-LD was read before. */
function scriptDates(html: string): string[] {
  for (const piece of html.split(/<script/i).slice(1)) {
    const end = piece.indexOf('</script');
    const script = end < 0 ? piece : piece.slice(0, end);
    const stated = /^[^>]{0,200}ld\+json/i.test(script) ? undefined : scriptDate.exec(script)?.[1];
    if (stated !== undefined) return [stated];
  }
  return [];
}

type Group = () => string[];

/**
 * The order in which statements are believed; the first group that states a full date decides. Most pages need only the
 * first.
 */
function statements(survey: Survey, data: StructuredData, facts: PageFacts): { machine: Group[]; lines: Group[] } {
  const metas = (isNamed: (name: string) => boolean): string[] =>
    [...survey.metas].flatMap(([name, values]) => (isNamed(name) ? values : []));
  let lines: OwnLines | undefined;
  const own = (): OwnLines => {
    lines ??= ownLines(survey, facts.titles);
    return lines;
  };
  const dated = ofArticle(data.dated, facts.titles);
  return {
    machine: [
      () => dated.flatMap((one) => one.published),
      () => [3, 2, 1].flatMap((rank) => metas((name) => publishedName(name) === rank)),
      () => textsOf(own().declared),
      () => textsOf(own().timed),
    ],
    lines: [
      () => textsOf(own().lines),
      () => datelines(facts.paragraphs),
      () => scriptDates(facts.html),
      () => [...dated.flatMap((one) => one.modified), ...metas(modifiedName)],
      () => textsOf(own().changed),
      () => textsOf(own().others),
    ],
  };
}

function firstDate(group: Group, monthFirst: boolean): StatedDate | undefined {
  for (const text of group()) {
    const date = text === '' ? undefined : parseStated(text, monthFirst);
    if (date) return date;
  }
  return undefined;
}

/** A day without a time is made an instant by a later statement on the same day. */
function refined(date: StatedDate, groups: readonly Group[], monthFirst: boolean): EpochMs {
  if (!date.dayOnly) return date.at;
  for (const group of groups) {
    for (const text of group()) {
      const other = text === '' ? undefined : parseStated(text, monthFirst);
      if (other && !other.dayOnly && other.at >= date.at && daysApart(other.at, date.at) < 1) return other.at;
    }
  }
  return date.at;
}

const offset = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?[+-]\d\d:?\d\d$/;

/** An hour read from a line without a zone is made exact by a value that shows the same hour and says where. */
function zoned(at: EpochMs, survey: Survey): EpochMs {
  for (const { value } of survey.dated) {
    const local = offset.exec(value ?? '')?.[1];
    const shown = local === undefined ? undefined : parseStated(local, false)?.at;
    if (value === undefined || shown === undefined || Math.floor(shown / minuteMs) !== Math.floor(at / minuteMs))
      continue;
    return parseStated(value, false)?.at ?? at;
  }
  return at;
}

/** Does "03/05/2024" mean March? A day over 12 anywhere on the page settles it, else the host and the language. */
function isMonthFirst(survey: Survey, facts: PageFacts): boolean {
  let [first, second] = [false, false];
  for (const { text } of survey.dated) {
    const match = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d\d(?!\d)/.exec(text);
    if (Number(match?.[1]) > 12) first = true;
    if (Number(match?.[2]) > 12) second = true;
  }
  if (first !== second) return second;
  const host = URL.parse(facts.url)?.hostname ?? '';
  return americanHost.test(host) && !facts.languages.some((language) => europeanLanguage.test(language ?? ''));
}

/**
 * When the article was published, in epoch milliseconds: JSON-LD, metas, a full day in the URL, `time` and date-like
 * elements, lines near the headline, any short line. A stated date more than 2.5 days from a day that is part of the
 * URL belongs to something else.
 */
export function findPublished(survey: Survey, data: StructuredData, facts: PageFacts): EpochMs | undefined {
  const monthFirst = isMonthFirst(survey, facts);
  const { machine, lines } = statements(survey, data, facts);
  const stated = survey.metas.get('og:url')?.[0] ?? '';
  const urlDay = dayInUrl(facts.url, monthFirst) ?? dayInUrl(stated, monthFirst);
  for (const group of machine.slice(0, 2)) {
    const date = firstDate(group, monthFirst);
    if (date && !(urlDay?.firm && daysApart(date.at, urlDay.at) > urlDaysMax))
      return refined(date, machine, monthFirst);
  }
  if (urlDay !== undefined) {
    return refined({ at: urlDay.at, dayOnly: true }, [...machine, ...lines.slice(0, 1)], monthFirst);
  }
  for (const group of [...machine.slice(2), ...lines]) {
    const date = firstDate(group, monthFirst);
    if (date) return date.dayOnly ? refined(date, machine, monthFirst) : zoned(date.at, survey);
  }
  return undefined;
}
