import type { ArticleId } from '../../ids.ts';
import { languages } from '../languages/languages.ts';
import type { StatedFigure } from '../languages/statedFigure.ts';
import { statedFigures, tellsOfWar } from '../text/statedFigures.ts';
import { termsOf } from '../text/terms.ts';
import { firstSentences } from './lead.ts';
import type { StoryArticle } from './storyArticle.ts';

/** One outlet's figure, with its sentence or headline word for word. */
interface FigureValue {
  value: string;
  articleId: ArticleId;
  sentence: string;
}

/** Different figures of several outlets for the same thing, earliest statement first. */
interface DifferingFigure {
  noun: string;
  /** True if each value replaces the previous one, as in a rising toll; false if the outlets contradict each other. */
  overTime: boolean;
  values: FigureValue[];
}

interface Stated extends StatedFigure {
  readonly articleId: ArticleId;
  readonly outlet: string;
  readonly sentence: string;
  /** Every sentence of the article with this figure. */
  readonly sentences: readonly string[];
  readonly at: number | undefined;
  /** Whether the headline gives the number itself. */
  readonly headlined: boolean;
  /** Content words of the headline and the sentence, without numbers. */
  readonly terms: ReadonlySet<string>;
  /** Capitalised words of the headline and the sentence, except their first words. */
  readonly names: ReadonlySet<string>;
}

/** Sentences read per article; further down, figures are about other times and places. */
const sentencesRead = 4;
const articlesRead = 80;
const titleLetters = 300;
const valuesMax = 4;
/** Content words that two statements must share. */
const sharedMin = 2;
/** A rounded figure ("about 900") and another one (940) differ only beyond this ratio. */
const roughShare = 1.15;
/**
 * If at least this share of a story's articles is about war, no differing or changing figures are given, because each
 * side counts its own dead.
 */
const warShareMin = 0.5;
/** A number replaces a different one that is at least this much older. */
const updatedAfterMs = 3_600_000;
const sameHoursMs = 12 * 3_600_000;
/** These counts can fall, as people are found or return; all others only rise. */
const falling = ['missing', 'trapped', 'displaced', 'evacuated'];
const nameWithin = /(?<=[\p{L}\p{N},:;] )\p{Lu}\p{L}+/gu;
/** Two numbers with a larger ratio are most likely about two things. */
const ratioMax = 6;

/**
 * Figures on which outlets clearly differ, using each outlet's newest one. The figure that most articles state comes
 * first.
 */
export function figuresThatDiffer(articles: readonly StoryArticle[]): DifferingFigure[] {
  return oncePerFate(articles, differing);
}

/**
 * Applies `find` to the statements about each thing; things with the most statements come first. Each fate appears
 * once, because "people killed" and "migrants killed" are the same dead.
 */
function oncePerFate<Found>(
  articles: readonly StoryArticle[],
  find: (all: readonly Stated[]) => Found | undefined,
): Found[] {
  const ofWar = articles.filter(({ title, paragraphs }) =>
    tellsOfWar(`${title} ${paragraphs[0]?.slice(0, 500) ?? ''}`),
  );
  if (ofWar.length >= articles.length * warShareMin) return [];
  const found = new Map<string, Found>();
  for (const all of byKey(articles.slice(-articlesRead)).toSorted((a, b) => b.length - a.length)) {
    const fate = all[0]?.fate ?? '';
    const one = found.has(fate) ? undefined : find(all);
    if (one !== undefined) found.set(fate, one);
  }
  return [...found.values()];
}

/**
 * Figures that at least two outlets state and on which all outlets' newest statements agree. Each is as the first
 * outlet printed it, with one article for each outlet, earliest first. Figures with the most outlets come first.
 */
export function figuresAgreed(articles: readonly StoryArticle[]) {
  return byKey(articles.slice(-articlesRead))
    .flatMap((all) => {
      const newest = new Map(all.map((one) => [one.outlet, one]));
      const list = [...newest.values()];
      const [first] = list;
      if (!first || list.length < 2 || list.some((one) => one !== first && (differs(one, first) || !fits(one, first))))
        return [];
      return [{ noun: first.noun, value: first.printed, articleIds: list.map(({ articleId }) => articleId) }];
    })
    .toSorted((a, b) => b.articleIds.length - a.articleIds.length);
}

/**
 * Figures that changed over at least two days, with the last value on each day that has a new one, latest day first.
 * The figure in most articles comes first.
 */
export function figuresByDay(articles: readonly StoryArticle[], dayOf: (at: number) => string) {
  return oncePerFate(articles, (all) => {
    const steps = lastOfDays(all, dayOf);
    const [latest, before] = steps;
    return latest && before ? { noun: latest.noun, values: steps.map(stating) } : undefined;
  });
}

/** The last statement of each day that has a new value, latest first. */
function lastOfDays(all: readonly Stated[], dayOf: (at: number) => string): Stated[] {
  const byDay = new Map(longestRun(all).map((one) => [dayOf(one.at ?? 0), one]));
  const days = [...byDay.values()];
  return days.filter((one, at) => at === 0 || differs(days[at - 1] ?? one, one)).reverse();
}

/**
 * The longest run of statements, oldest first, in which each may replace the previous one. This leaves out statements
 * about only some of the people, or about another event.
 */
function longestRun(all: readonly Stated[]): Stated[] {
  const runs: Stated[][] = [];
  for (const one of all.filter(({ at }) => at !== undefined)) {
    const before = runs.filter((run) => mayFollow(one, run.at(-1) ?? one));
    runs.push([...(longest(before) ?? []), one]);
  }
  return longest(runs) ?? [];
}

const longest = (runs: readonly Stated[][]): Stated[] | undefined =>
  runs.toSorted((a, b) => a.length - b.length).at(-1);

const mayFollow = (newer: Stated, older: Stated): boolean =>
  fits(newer, older) && mayBeOnePlace(newer, older) && (newer.value >= older.value || falling.includes(newer.fate));

/** Whether the statements share a name, or one of them has none. */
const mayBeOnePlace = ({ names }: Stated, { names: others }: Stated): boolean =>
  names.size === 0 || others.size === 0 || !names.isDisjointFrom(others);

const stating = ({ printed, articleId, sentence }: Stated): FigureValue => ({ value: printed, articleId, sentence });

function differing(all: readonly Stated[]): DifferingFigure | undefined {
  const newest = new Map(all.map((one) => [one.outlet, one]));
  const list = withoutParts(all.filter((one) => newest.get(one.outlet) === one));
  const latest = list.at(-1);
  const alike = list.filter((one) => one === latest || (latest && fits(one, latest)));
  const firsts = alike.filter((one, at) => alike.findIndex((other) => !differs(one, other)) === at);
  const distinct = rises(firsts)
    ? firsts
    : alike.filter((one, at) => alike.findLastIndex((other) => !differs(one, other)) === at);
  const overTime = rises(distinct);
  // Figures more than 12 hours apart don't contradict each other.
  const isOvertaken = (one: Stated) =>
    (latest?.at ?? 0) - (one.at ?? 0) > sameHoursMs || distinct.some((other) => tookPlaceOf(other, one));
  const shown = (overTime ? distinct : distinct.filter((one) => !isOvertaken(one))).slice(-valuesMax);
  const [first, second] = shown;
  if (!first || !second) return undefined;
  return { noun: first.noun, overTime, values: shown.map(stating) };
}

/** Whether each statement replaced the previous one. */
const rises = (list: readonly Stated[]): boolean =>
  list.every((one, at) => at === 0 || tookPlaceOf(one, list[at - 1] ?? one));

/** Leaves out values below half of an earlier one, because they count only some of the people. */
function withoutParts(list: readonly Stated[]): Stated[] {
  let most = 0;
  return list.filter(({ value }) => {
    most = Math.max(most, value);
    return value * 2 >= most;
  });
}

const tookPlaceOf = (newer: Stated, older: Stated): boolean =>
  newer.at !== undefined &&
  older.at !== undefined &&
  newer.at - older.at >= updatedAfterMs &&
  (newer.value > older.value || falling.includes(newer.fate));

/**
 * Sentences with an outdated figure: a later article stated another one, and no later article repeated the old one.
 * A figure in a headline is outdated only by a figure in a later headline. Ignores articles without a time.
 */
export function supersededSentences(articles: readonly StoryArticle[]): Set<string> {
  const timed = articles.filter(({ publishedAt }) => publishedAt !== undefined);
  if (timed.length < 2) return new Set();
  return new Set(
    byKey(timed.slice(-articlesRead))
      .flatMap(givenUp)
      .flatMap(({ sentences }) => sentences),
  );
}

/** Statements with a value that no article repeated after a newer one appeared. */
function givenUp(all: readonly Stated[]): Stated[] {
  const lastAt = new Map(all.map(({ value, at }) => [value, at ?? 0]));
  const firstAt = new Map(all.toReversed().map(({ value, at }) => [value, at ?? 0]));
  return all.filter((one) =>
    all.some(
      (other) =>
        (firstAt.get(other.value) ?? 0) > (lastAt.get(one.value) ?? 0) &&
        (other.headlined || !one.headlined) &&
        tookPlaceOf(other, one) &&
        differs(one, other) &&
        fits(one, other),
    ),
  );
}

/** The articles' statements by the thing they count, oldest first. */
function byKey(articles: readonly StoryArticle[]): Stated[][] {
  const oldestFirst = articles.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
  return [...Map.groupBy(oldestFirst.flatMap(ownFigures), ({ key }) => key).values()];
}

/** An article's first figure for each thing that it counts, headline first. */
function ownFigures(article: StoryArticle): Stated[] {
  const found = new Map<string, Stated & { sentences: string[] }>();
  const { id, outlet, language, publishedAt } = article;
  const title = article.title.slice(0, titleLetters);
  const headlined = new Set(languages.flatMap((known) => known.numbersIn?.(title) ?? []));
  const sentences = firstSentences(
    article.paragraphs.slice(0, sentencesRead),
    { count: sentencesRead, letters: 5_000 },
    language,
  );
  for (const sentence of [title, ...sentences]) {
    for (const figure of statedFigures(sentence, publishedAt)) {
      const before = found.get(figure.key);
      if (before) {
        if (before.value === figure.value) before.sentences.push(sentence);
        continue;
      }
      const stated = new Set(termsOf(figure.printed, language));
      const terms = termsOf(`${title} ${sentence}`, language).filter((term) => !/^\d/.test(term) && !stated.has(term));
      found.set(figure.key, {
        ...figure,
        articleId: id,
        outlet,
        sentence,
        sentences: sentence === title ? [] : [sentence],
        at: publishedAt,
        headlined: headlined.has(figure.value),
        terms: new Set(terms),
        names: new Set(`${title}\n${sentence}`.match(nameWithin)),
      });
    }
  }
  return [...found.values()];
}

/** Whether two statements give clearly different numbers. */
function differs(one: Stated, other: Stated): boolean {
  const [low, high] = [one.value, other.value].sort((a, b) => a - b) as [number, number];
  return high > low * (one.rough || other.rough ? roughShare : 1);
}

/** Whether two statements may be about the same thing. */
function fits(one: Stated, other: Stated): boolean {
  const [low, high] = [one.value, other.value].sort((a, b) => a - b) as [number, number];
  return high <= low * ratioMax && one.terms.intersection(other.terms).size >= sharedMin;
}
