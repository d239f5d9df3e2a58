import type { EpochMs } from '../clock.ts';
import { namesCorrection } from '../text/labels.ts';
import { isStopWord } from '../text/locales/stopWords.ts';
import { stemOf, termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { copiesIn, type VoicedArticle } from './voices.ts';

const titleWordsMin = 4;
const titleWordsMax = 16;
const leadCharacters = 400;
const titleCharacters = 300;
const freshMs = 3 * 3_600_000;
/** What makes a title less fit to head a story; centrality is between 0 and 1. */
const costs = { correction: 2, stale: 0.3, copied: 0.15, shouting: 0.5, question: 0.3, length: 0.15, notNews: 2 };
/** Less than the title's own words. */
const leadWeight = 0.2;
const generalWeight = 0.05;
/** A free article heads the story in place of a paywalled one unless that is fitter by more than this. */
const freeMargin = 0.15;
/** An article that is likelier no news than news heads nothing beside news. */
const notNewsMax = 0.5;

export interface HeadlineArticle extends VoicedArticle {
  publishedAt: EpochMs;
  language?: string;
  /** How likely it is no news but a review, a preview, a clip …, from 0 to 1. */
  notNews?: number;
  /** Whether a general outlet lists it on its front page. */
  general?: boolean;
  /** Its outlet is one that the channel prefers. */
  preferred?: boolean;
  /** Its outlet has a paywall. */
  paywalled?: boolean;
}

const isShouting = (title: string): boolean => {
  const letters = title.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  return letters.length >= 8 && capitals.length > 0.6 * letters.length;
};

function costOf(title: string): number {
  const words = tokensOf(title).length;
  let cost = 0;
  if (namesCorrection(title)) cost += costs.correction;
  if (isShouting(title)) cost += costs.shouting;
  if (/\?(?:[\s"'”’»]|$)/u.test(title)) cost += costs.question;
  if (words < titleWordsMin || words > titleWordsMax) cost += costs.length;
  return cost;
}

const titleStems = (article: HeadlineArticle): string[] => [
  ...new Set(
    tokensOf(article.title.slice(0, titleCharacters), article.language)
      .filter((word) => !isStopWord(word, article.language))
      .map((word) => stemOf(word, article.language)),
  ),
];

const leadStems = ({ paragraphs, language }: HeadlineArticle): string[] => [
  ...new Set(termsOf((paragraphs[0] ?? '').slice(0, leadCharacters), language)),
];

/** News from three hours before the newest article may be overtaken; from fifteen hours before, it is. */
const stale = ({ publishedAt }: HeadlineArticle, newest: EpochMs): number =>
  Math.min(1, Math.max(0, newest - publishedAt - freshMs) / (4 * freshMs));

/**
 * The article whose title heads the story: it says what most articles say, in the outlet's own words, preferably from a
 * general outlet; questions, shouts, corrections, old news and what is no news come last. A preferred outlet's article
 * goes before all others, and a paywalled one gives way to a free one that is about as fit. Give at least one article,
 * first to latest.
 */
export function headlineOf<Given extends HeadlineArticle>(given: readonly Given[]): Given {
  const news = given.filter(({ notNews = 0 }) => notNews < notNewsMax);
  const preferred = given.filter((article) => article.preferred);
  const articles = [preferred, news].find(({ length }) => length > 0) ?? given;
  const sameTextAs = copiesIn(given);
  const holders = new Map<string, number>();
  for (const article of given) {
    for (const stem of new Set([...titleStems(article), ...leadStems(article)]))
      holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  const newest = Math.max(...given.map(({ publishedAt }) => publishedAt));
  const others = Math.max(1, given.length - 1);
  const centrality = (stems: readonly string[]): number => {
    const shared = stems.reduce((sum, stem) => sum + ((holders.get(stem) ?? 1) - 1) / others, 0);
    // √ so that neither one common word nor a title with all of them wins by length alone.
    return stems.length === 0 ? -1 : shared / Math.sqrt(stems.length) / 3;
  };
  const worth = (article: Given): number => {
    const said = centrality(titleStems(article)) + leadWeight * centrality(leadStems(article));
    const cost = costOf(article.title.slice(0, titleCharacters)) + costs.notNews * (article.notNews ?? 0) ** 2;
    const copied = sameTextAs.has(article.id) ? costs.copied : 0;
    const general = article.general ? generalWeight : 0;
    return said + general - cost - copied - costs.stale * stale(article, newest);
  };
  const rated = articles.map((article) => ({ article, worth: worth(article) }));
  const best = bestOf(rated);
  const equal = rated.filter(
    (one) =>
      best.article.paywalled &&
      !one.article.paywalled &&
      Boolean(one.article.general) === Boolean(best.article.general) &&
      one.worth >= best.worth - freeMargin,
  );
  return (equal.length > 0 ? bestOf(equal) : best).article;
}

const bestOf = <One extends Rated>(rated: readonly One[]): One =>
  rated.reduce((best, next) => (isBetter(next, best) ? next : best));

interface Rated {
  article: HeadlineArticle;
  worth: number;
}

function isBetter(next: Rated, best: Rated): boolean {
  if (Math.abs(next.worth - best.worth) > 1e-9) return next.worth > best.worth;
  if (next.article.publishedAt !== best.article.publishedAt) return next.article.publishedAt < best.article.publishedAt;
  return next.article.id < best.article.id;
}
