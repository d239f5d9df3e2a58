import { splitSentences } from '../text/sentences.ts';
import { stemOf } from '../text/terms.ts';

/** What the comparison needs of an article. */
export interface FiguredArticle {
  readonly id: string;
  readonly outlet: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt?: number;
  readonly language?: string;
}

/** One noun for which outlets give different numbers. */
export interface DifferingFigure {
  /** As it stands after the first of the numbers. */
  noun: string;
  /** Smallest first; each as it stands in its article, with the first article that gives it. */
  values: { value: string; articleId: string; sentence: string }[];
}

/** Reports further apart than this do not differ: the later one is an update. */
const sameTimeMs = 8 * 3_600_000;
/** Numbers further apart than this are most likely about two things. */
const ratioMax = 4;
/** Small numbers count parts, days and goals, not people and things. */
const numberMin = 10;
const paragraphsRead = 6;

/** Measures and moments: the same word goes with many things, so nothing follows from two numbers. */
const noSubject =
  /^(?:per|percent|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|points?|degrees?|met(?:re|er)s?|kilomet(?:re|er)s?|miles?|feet|kilos?|kilograms?|tonnes?|tons?|lit(?:re|er)s?|million|billion|thousand|hundred|dozen|euros?|dollars?|pounds?|crowns?|pages?|votes?|cent|prozent|jahren?|monaten?|wochen?|tagen?|stunden?|minuten?|metern?|kilometern?|millionen|milliarden|uhr|am|pm|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember)$/i;

/** "900 striking deckhands", "1,200 deckhands": a number, at most one more word, and a plural in small letters. */
const figure =
  /(?<![\d.,:/–-])(\d{1,3}(?:,\d{3})+|\d{2,7})\s+(?:(\p{Ll}[\p{L}-]{2,20})\s+)?(\p{Ll}[\p{L}-]{3,24})(?![\p{L}\d])/gu;

interface Stated {
  articleId: string;
  outlet: string;
  at: number;
  number: number;
  value: string;
  noun: string;
  sentence: string;
}

/** A plural of English or German that can be counted. */
const countable = (noun: string) => /(?:s|en|er|people|men|women|children)$/.test(noun) && !noSubject.test(noun);

function statedIn(article: FiguredArticle): Stated[] {
  const stated: Stated[] = [];
  for (const paragraph of article.paragraphs.slice(0, paragraphsRead)) {
    for (const sentence of splitSentences(paragraph, article.language)) {
      // Years and quoted numbers are somebody's words about something else.
      for (const [, value = '', first, second = ''] of sentence.matchAll(figure)) {
        const noun =
          countable(second) && !(first && noSubject.test(first)) ? second : first && countable(first) ? first : '';
        const number = Number(value.replaceAll(',', ''));
        const isYear = !value.includes(',') && number >= 1900 && number <= 2100;
        if (noun === '' || number < numberMin || isYear) continue;
        const { id, outlet, publishedAt = 0 } = article;
        stated.push({ articleId: id, outlet, at: publishedAt, number, value, noun, sentence });
      }
    }
  }
  return stated;
}

/**
 * Numbers for the same noun that differ between outlets at about the same time. Only when sure: each article gives one
 * number for the noun, each outlet counts with its latest, and the numbers are close enough to mean one thing.
 */
export function figuresThatDiffer(articles: readonly FiguredArticle[]): DifferingFigure[] {
  const byNoun = new Map<string, Stated[]>();
  for (const article of articles) {
    const stated = statedIn(article);
    for (const one of stated) {
      const stem = stemOf(one.noun, article.language);
      const same = stated.filter((other) => stemOf(other.noun, article.language) === stem);
      if (new Set(same.map((other) => other.number)).size > 1) continue;
      byNoun.set(stem, [...(byNoun.get(stem) ?? []), one]);
    }
  }
  return [...byNoun.values()].flatMap((stated) => differing(stated) ?? []);
}

function differing(stated: readonly Stated[]): DifferingFigure | undefined {
  const latest = new Map<string, Stated>();
  for (const one of stated) {
    const known = latest.get(one.outlet);
    if (!known || one.at > known.at) latest.set(one.outlet, one);
  }
  const newest = Math.max(...[...latest.values()].map((one) => one.at));
  const current = [...latest.values()].filter((one) => newest - one.at <= sameTimeMs);
  const values = new Map<number, Stated>();
  for (const one of current.sort((a, b) => a.at - b.at)) if (!values.has(one.number)) values.set(one.number, one);
  const sorted = [...values.values()].sort((a, b) => a.number - b.number);
  const [smallest] = sorted;
  const largest = sorted.at(-1);
  if (sorted.length < 2 || sorted.length > 3 || !smallest || !largest) return undefined;
  if (largest.number / smallest.number > ratioMax) return undefined;
  return {
    noun: smallest.noun,
    values: sorted.map(({ value, articleId, sentence }) => ({ value, articleId, sentence })),
  };
}
