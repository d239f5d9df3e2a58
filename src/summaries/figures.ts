import { termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { deedName } from './deeds.ts';
import { firstSentences } from './lead.ts';
import { numbersIn, type StatedFigure, statedFigures } from './statedFigures.ts';
import type { StoryArticle } from './storyArticle.ts';

/** One outlet's figure, with the sentence that states it, word for word. */
export interface FigureValue {
  value: string;
  articleId: string;
  sentence: string;
}

/** Figures for the same thing that cannot all be right at once, first stated first. */
export interface DifferingFigure {
  noun: string;
  values: FigureValue[];
}

interface Stated extends StatedFigure {
  readonly articleId: string;
  readonly outlet: string;
  readonly sentence: string;
  /** Every sentence of the article that states it. */
  readonly sentences: string[];
  readonly at: number | undefined;
  /** Whether the headline names what is counted. */
  readonly inTitle: boolean;
  /** Whether the headline gives the number itself. */
  readonly headlined: boolean;
  /** Headline and opening, where another place that is part of the same matter is named. */
  readonly opening: string;
}

/** Figures that matter stand high up. */
const sentencesRead = 12;
const articlesRead = 60;
const titleLetters = 300;
/** Content words that two sentences must share to speak of the same thing. */
const sharedMin = 3;
/** A different number this much later is news, not a contradiction: a toll changes by the hour, other counts by the day. */
const tollUpdatedAfterMs = 60 * 60_000;
const countUpdatedAfterMs = 8 * 60 * 60_000;
/** Numbers further apart are most likely about two things. */
const ratioMax = 4;
/** "About 900" and 940 are the same. */
const aboutShare = 0.1;

/** The figures on which outlets differ, only where it is sure: the same noun and matter, one value per article, and no later update. */
export function figuresThatDiffer(articles: readonly StoryArticle[]): DifferingFigure[] {
  return statedByMatter(articles.slice(0, articlesRead)).flatMap((list) => {
    const differing = conflicting(list);
    const first = differing[0];
    if (!first) return [];
    return [
      {
        noun: first.noun,
        values: differing.map(({ printed, articleId, sentence }) => ({ value: printed, articleId, sentence })),
      },
    ];
  });
}

/**
 * Sentences whose figure was given up: a later article states another one for the same thing, and since then nobody the old one. One that stands
 * in its article's headline is given up only for one that stands in a headline too. Articles without a time take no part.
 */
export function supersededSentences(articles: readonly StoryArticle[]): Set<string> {
  const timed = articles.filter(({ publishedAt }) => publishedAt !== undefined).slice(-articlesRead);
  if (timed.length < 2) return new Set();
  return new Set(
    statedByMatter(timed).flatMap((list) =>
      list
        .filter((one) =>
          list.some(
            (other) =>
              differs(one, other) &&
              (one.at ?? 0) < (other.at ?? 0) &&
              (other.headlined || !one.headlined) &&
              updates(one, other, list),
          ),
        )
        .flatMap(({ sentences }) => sentences),
    ),
  );
}

function statedByMatter(articles: readonly StoryArticle[]): Stated[][] {
  const byKey = new Map<string, Stated[]>();
  for (const article of articles) {
    for (const stated of onlyValues(article)) {
      const key = `${stated.key}|${stated.clause.time}`;
      byKey.set(key, [...(byKey.get(key) ?? []), stated]);
    }
  }
  return [...byKey.values()];
}

/** What one article counts exactly once; a thing that it gives two numbers for is not sure. */
function onlyValues(article: StoryArticle): Stated[] {
  const found = new Map<string, Stated>();
  const unsure = new Set<string>();
  const title = new Set(termsOf(article.title, article.language));
  const headlined = numbersIn(article.title.slice(0, titleLetters));
  const opening = article.paragraphs.slice(0, sentencesRead);
  const sentences = firstSentences(opening, { count: sentencesRead, letters: 5_000 }, article.language);
  for (const sentence of sentences) {
    for (const figure of statedFigures(sentence, article.publishedAt)) {
      const before = found.get(figure.key);
      if (before && (before.value !== figure.value || before.clause.time !== figure.clause.time))
        unsure.add(figure.key);
      else if (before) before.sentences.push(sentence);
      else
        found.set(figure.key, {
          ...figure,
          articleId: article.id,
          outlet: article.outlet,
          sentence,
          sentences: [sentence],
          at: article.publishedAt,
          inTitle: figure.fate === undefined && title.has(figure.thing),
          headlined: headlined.has(figure.value),
          opening: `${article.title}\n${sentences.join('\n')}`,
        });
    }
  }
  return [...found.values()].filter(({ key }) => !unsure.has(key));
}

/** One statement for each value that contradicts another one, by time; empty if all fit together. */
function conflicting(list: readonly Stated[]): Stated[] {
  const ordered = list.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const inConflict = ordered.filter((one) =>
    ordered.some((other) => contradict(one, other) && !updates(one, other, ordered)),
  );
  const values = new Set<number>();
  return inConflict.filter(({ value }) => !values.has(value) && values.add(value) !== undefined);
}

function contradict(one: Stated, other: Stated): boolean {
  if (one.outlet === other.outlet || !differs(one, other)) return false;
  const [low, high] = one.value < other.value ? [one, other] : [other, one];
  return low.kind !== 'least' && high.kind !== 'most';
}

/** Whether two sentences give the same thing clearly different numbers. */
function differs(one: Stated, other: Stated): boolean {
  if (one.value === other.value || !sameMatter(one, other)) return false;
  const [low, high] = one.value < other.value ? [one, other] : [other, one];
  if (high.value > ratioMax * low.value) return false;
  const about = low.kind === 'about' || high.kind === 'about' || high.kind === 'least' || low.kind === 'most';
  return high.value - low.value > (about ? high.value * aboutShare : 0);
}

function sameMatter(one: Stated, other: Stated): boolean {
  if (!sameDay(one, other) || !samePlace(one, other) || !sameDeed(one, other)) return false;
  let shared = 0;
  for (const term of one.context) if (other.context.has(term) && !/^\d/.test(term)) shared++;
  const smaller = Math.min(one.context.size, other.context.size);
  if (shared >= sharedMin && shared >= smaller * 0.3) return true;
  // What the headline names the story is about; large counts of it that are near each other mean the same.
  return (
    (one.inTitle || other.inTitle) &&
    Math.min(one.value, other.value) >= 100 &&
    Math.max(one.value, other.value) <= 2 * Math.min(one.value, other.value)
  );
}

function sameDay({ clause: one }: Stated, { clause: other }: Stated): boolean {
  return one.days.size === 0 || other.days.size === 0 || !one.days.isDisjointFrom(other.days);
}

/** Halden and the north may be the same place where each article names both. */
function samePlace(one: Stated, other: Stated): boolean {
  const [here, there] = [one.clause.places, other.clause.places];
  if (
    here.length === 0 ||
    there.length === 0 ||
    here.some((place) => there.some((other) => other.startsWith(place) || place.startsWith(other)))
  )
    return true;
  return here.some((place) => other.opening.includes(place)) && there.some((place) => one.opening.includes(place));
}

/** "Cut 1,200 jobs" and "has 2,300 jobs" are two matters; where one sentence has no verb beside its count it must hold the other's elsewhere. */
function sameDeed(one: Stated, other: Stated): boolean {
  if (one.deed === other.deed) return true;
  if (one.deed !== undefined && other.deed !== undefined) return false;
  const [told, bare] = one.deed === undefined ? [other, one] : [one, other];
  return told.deed !== 'have' && tokensOf(bare.sentence).some((word) => deedName(word) === told.deed);
}

/** Whether the older value was given up: nobody states it any more once the newer one has been out for an hour. */
function updates(one: Stated, other: Stated, all: readonly Stated[]): boolean {
  if (one.at === undefined || other.at === undefined) return false;
  const [older, newer] = one.at <= other.at ? [one, other] : [other, one];
  const lastOld = Math.max(...all.filter(({ value }) => value === older.value).map(({ at }) => at ?? 0));
  const firstNew = Math.min(...all.filter(({ value }) => value === newer.value).map(({ at }) => at ?? 0));
  return firstNew - lastOld >= (one.fate === undefined ? countUpdatedAfterMs : tollUpdatedAfterMs);
}
