import { dayMs, type EpochMs } from '../../clock.ts';
import type { OutletId } from '../../ids.ts';
import { languages } from '../languages/languages.ts';
import { isDamaged } from '../text/damaged.ts';
import { namesCorrection } from '../text/labels.ts';
import { killedIn } from '../text/statedFigures.ts';
import { termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { weighted } from '../text/weighted.ts';
import type { VoicedArticle } from './voices.ts';

const openingCharacters = 400;
const titleCharacters = 300;
/** Articles published this long before the newest one still report the story's latest stage. */
const recentMs = dayMs / 2;
/**
 * What each feature of a title is worth as a headline, in log-odds. Fitted (conditional logit) to 125 stories of four
 * archives whose titles were judged one by one. Fitting on three archives and scoring on the fourth gave 92 % fit
 * headlines; 90 % told the latest stage.
 */
const weights = {
  /** Words that the title shares with other newsrooms' recent titles and openings; see `agreementWith`. */
  recent: 1.88,
  /** Words that the title shares with other newsrooms' titles; see `agreementWith`. */
  titled: 3.14,
  /** The largest share of the title's words that one other newsroom's titles contain. */
  echo: -2.03,
  /** The squared probability that the article is not news. */
  notNews: -4.26,
  /** Days from the article to the newest report, at most 1. */
  age: -2.37,
  question: -1.95,
  /** Words above `titleWordsMax`, divided by ten. */
  long: -1.36,
  /** Shouts, teasers, corrections, damaged titles, and those with a label at their end. */
  flawed: -1.18,
  /** The story has a death toll that the title does not give. */
  untolled: -1,
};
const titleWordsMax = 12;
/** Log-odds that a paywalled article loses, so that a free one with a nearly as good title wins. */
const freeMargin = 0.4;
/** From this probability on, an article provides the headline only if no other one is news. */
const notNewsMax = 0.5;

export interface HeadlineArticle extends VoicedArticle {
  outletId: OutletId;
  publishedAt: EpochMs;
  language?: string;
  /** Probability, 0 to 1, that the article is a review, preview, clip or the like rather than news. */
  notNews?: number;
  /** Whether the channel prefers the article's outlet. */
  preferred?: boolean;
  paywalled?: boolean;
  /** The newsroom: equal for outlets of one owner, and for articles with the same text. Defaults to the outlet. */
  newsroom?: string;
}

const isShouting = (title: string): boolean => {
  const letters = title.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  return letters.length >= 8 && capitals.length > 0.6 * letters.length;
};

/** Teasers ("5 things to know", "Das Wichtigste"), live pages, videos, and titles that end in dots. */
const teasing = new RegExp(
  [
    '…|\\.\\.\\.',
    '^live(?!\\p{L})|[-–|:]\\s*live(?!\\p{L})|live[ -]?(?:ticker|blog)|ticker(?!\\p{L})|(?<!\\p{L})videos?(?!\\p{L})',
    ...languages.flatMap(({ teasing }) => teasing),
  ].join('|'),
  'iu',
);
const asking = /\?(?:[\s"'”’»]|$)/u;
/** Whether a title states what happened: no question and no teaser. */
export const isPlain = (title: string): boolean => !asking.test(title) && !teasing.test(title);

/** "… | Video", "… | Letters", "… | Special Report". */
const labelled = /\s\|\s[^|]{3,40}$/u;
const flaws = [namesCorrection, isShouting, isDamaged, (title: string) => teasing.test(title) || labelled.test(title)];

const newsroomOf = ({ newsroom, outletId }: HeadlineArticle): string => newsroom ?? outletId;

const isNews = ({ notNews = 0 }: Pick<HeadlineArticle, 'notNews'>): boolean => notNews < notNewsMax;

type WordsByNewsroom = ReadonlyMap<string, ReadonlySet<string>>;

/** The distinct words of all articles of each newsroom. */
function wordsByNewsroom(
  given: readonly HeadlineArticle[],
  textOf: (article: HeadlineArticle) => string,
): WordsByNewsroom {
  const said = new Map<string, Set<string>>();
  for (const article of given) {
    const words = said.getOrInsertComputed(newsroomOf(article), () => new Set());
    for (const term of termsOf(textOf(article), article.language)) words.add(term);
  }
  return said;
}

const titleOf = ({ title }: HeadlineArticle): string => title.slice(0, titleCharacters);
const titleAndOpeningOf = (article: HeadlineArticle): string =>
  `${titleOf(article)}\n${(article.paragraphs[0] ?? '').slice(0, openingCharacters)}`;

const sharedBy = (words: readonly string[], others: ReadonlySet<string>): number =>
  words.filter((word) => others.has(word)).length;

/**
 * The mean number of the title's words that another newsroom uses, divided by four and by the title's length to the
 * power of .2. With power 0 the longest title would win; with power 1, the title with the commonest words.
 */
function agreementWith(said: WordsByNewsroom, newsroom: string, words: readonly string[]): number {
  const others = [...said].filter(([name]) => name !== newsroom);
  const shared = others.reduce((sum, [, theirs]) => sum + sharedBy(words, theirs), 0);
  return shared / (4 * Math.max(1, said.size - 1) * Math.max(1, words.length) ** 0.2);
}

/** A toll up to this share of the latest one counts only some of the dead. */
const partShare = 0.5;

/** The latest death toll; undefined unless at least two newsrooms give one. */
export function tollOf(given: readonly HeadlineArticle[]): number | undefined {
  let latest: number | undefined;
  const newsrooms = new Set<string>();
  for (const article of given.toSorted((a, b) => a.publishedAt - b.publishedAt)) {
    const opening = (article.paragraphs[0] ?? '').slice(0, openingCharacters);
    const killed = killedIn(article.title, article.publishedAt) || killedIn(opening, article.publishedAt);
    if (killed === 0) continue;
    newsrooms.add(newsroomOf(article));
    if (killed > partShare * (latest ?? 0)) latest = killed;
  }
  return newsrooms.size > 1 ? latest : undefined;
}

/**
 * Minimum share of a title's words that other newsrooms must use. Digests don't require it, because it changed only 16
 * of 1,057 headlines in four archives, about as many for the worse as for the better.
 */
const confirmedShare = 0.5;

/** The articles of `heads` whose titles say what other newsrooms' titles and openings say, too. */
export function confirmedHeads<Given extends HeadlineArticle>(
  given: readonly HeadlineArticle[],
  heads: readonly Given[],
): Given[] {
  const said = wordsByNewsroom(given, titleAndOpeningOf);
  return heads.filter((head) => {
    const words = new Set(termsOf(titleOf(head), head.language));
    const others = [...said].flatMap(([name, theirs]) => (name === newsroomOf(head) ? [] : [...theirs]));
    return words.intersection(new Set(others)).size >= confirmedShare * words.size;
  });
}

type Features = Record<keyof typeof weights, number>;

/** Returns a function for the features of a title, compared with all titles of the story. */
function titleFeatures(given: readonly HeadlineArticle[]): (article: HeadlineArticle) => Features {
  const newest = Math.max(...(given.some(isNews) ? given.filter(isNews) : given).map(({ publishedAt }) => publishedAt));
  const latest = given.filter(({ publishedAt }) => publishedAt > newest - recentMs);
  const recent = wordsByNewsroom(latest, titleAndOpeningOf);
  const titled = wordsByNewsroom(given, titleOf);
  const toll = tollOf(given);
  return (article) => {
    const { language, publishedAt, notNews = 0 } = article;
    const title = titleOf(article);
    const newsroom = newsroomOf(article);
    const words = [...new Set(termsOf(title, language))];
    const echoes = [...titled].filter(([name]) => name !== newsroom).map(([, theirs]) => sharedBy(words, theirs));
    return {
      recent: agreementWith(recent, newsroom, words),
      titled: agreementWith(titled, newsroom, words),
      echo: Math.max(0, ...echoes) / Math.max(1, words.length),
      notNews: notNews ** 2,
      age: Math.min(1, Math.max(0, newest - publishedAt) / dayMs),
      question: Number(asking.test(title)),
      long: Math.max(0, tokensOf(title).length - titleWordsMax) / 10,
      flawed: Number(flaws.some((has) => has(title))),
      untolled: Number(toll !== undefined && killedIn(title, publishedAt) !== toll),
    };
  };
}

/**
 * Rates the titles of `heads` as headlines of the story `given`, best first; `worth` is in log-odds, compared with the
 * story's other titles. Rates only preferred outlets' titles if there are any, else only news if there is any. A
 * paywalled article loses `freeMargin`.
 */
export function rateTitles<Given extends HeadlineArticle>(
  given: readonly Given[],
  heads: readonly Given[] = given,
): { article: Given; worth: number }[] {
  const featuresOf = titleFeatures(given);
  const open = heads.filter(({ title }) => !namesCorrection(title));
  const preferred = open.filter((article) => article.preferred);
  const news = open.filter(isNews);
  const allowed = [preferred, news, heads].find(({ length }) => length > 0) ?? [];
  return allowed
    .map((article) => ({
      article,
      worth: weighted(featuresOf(article), weights) - (article.paywalled ? freeMargin : 0),
    }))
    .sort((a, b) => b.worth - a.worth || a.article.publishedAt - b.article.publishedAt);
}

/** The article with the best title. Pass at least one article. */
export function headlineOf<Given extends HeadlineArticle>(given: readonly Given[]): Given {
  const [best] = rateTitles(given);
  if (best === undefined) throw new RangeError('A story without articles has no headline');
  return best.article;
}
