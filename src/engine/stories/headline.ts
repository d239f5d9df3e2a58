import type { EpochMs } from '../../clock.ts';
import type { OutletId } from '../../ids.ts';
import { languages } from '../languages/languages.ts';
import { namesCorrection } from '../text/labels.ts';
import { statedFigures } from '../text/statedFigures.ts';
import { termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { copiesIn, type VoicedArticle } from './voices.ts';

const titleWordsMin = 4;
const titleWordsMax = 16;
const openingCharacters = 400;
const titleCharacters = 300;
/**
 * Two newsrooms that report within this time define the story's latest stage. A headline loses points for being older
 * than that stage, up to `costs.older` at this age.
 */
const stageMs = 24 * 3_600_000;
/**
 * Points that a title loses as a headline. For comparison: agreement with other newsrooms usually adds 0 to 1. Fitted
 * on 217 stories of four archives, in which editors had marked suitable headlines.
 */
const costs = {
  correction: 2,
  notNews: 2.5,
  toll: 0.6,
  shouting: 0.5,
  question: 0.4,
  teasing: 0.4,
  label: 0.3,
  older: 0.2,
  quotes: 0.2,
  length: 0.15,
  copied: 0.15,
  colon: 0.1,
};
/**
 * The shared part of a title is divided by `per` and by the title's length to the power of `length`. With power 0 the
 * longest title would win, with 1 the one with the commonest words. Fitted on 217 stories of four archives.
 */
const centralities = { per: 4, length: 0.2 };
/** Factor for words that were posted before. It isn't 0, because an update has to name its affair. */
const toldShare = 0.4;
const generalWeight = 0.05;
/** A free article replaces a paywalled best one, unless its score is lower by more than this. */
const freeMargin = 0.15;
/** An article that is probably not news provides the headline only if no other one is news. */
const notNewsMax = 0.5;

export interface HeadlineArticle extends VoicedArticle {
  outletId: OutletId;
  publishedAt: EpochMs;
  language?: string;
  /** Probability, 0 to 1, that it is a review, preview, clip or the like rather than news. */
  notNews?: number;
  /** Whether a general outlet lists it on its front page. */
  general?: boolean;
  /** Whether the channel prefers its outlet. */
  preferred?: boolean;
  paywalled?: boolean;
  /** Equal for sister titles and for outlets with the same text. Defaults to the outlet. */
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

/** A kicker in front of the title: "Migration - …", "Streit um Zölle – …". */
const label = /^.{1,40}?\s[-–—]\s/u;
const labelWithColon = /^[^:]{1,40}:\s/u;

function costOf(title: string): number {
  const words = tokensOf(title).length;
  let cost = 0;
  if (namesCorrection(title)) cost += costs.correction;
  if (isShouting(title)) cost += costs.shouting;
  if (asking.test(title)) cost += costs.question;
  if (teasing.test(title)) cost += costs.teasing;
  if (/["“„«»]|(?<!\p{L})['‘]\p{L}/u.test(title)) cost += costs.quotes;
  if (label.test(title)) cost += costs.label;
  else if (labelWithColon.test(title)) cost += costs.colon;
  if (words < titleWordsMin || words > titleWordsMax) cost += costs.length;
  return cost;
}

const newsroomOf = ({ newsroom, outletId }: HeadlineArticle): string => newsroom ?? outletId;

/**
 * Returns a function that rates how much of a title also appears in other newsrooms' titles and openings. Each newsroom
 * counts once, however often it reports.
 */
function centralityAmong(
  given: readonly HeadlineArticle[],
  told: ReadonlySet<string>,
): (article: HeadlineArticle) => number {
  const said = new Map<string, Set<string>>();
  for (const article of given) {
    const { title, paragraphs, language } = article;
    const text = `${title.slice(0, titleCharacters)}\n${(paragraphs[0] ?? '').slice(0, openingCharacters)}`;
    const before = said.get(newsroomOf(article)) ?? new Set();
    said.set(newsroomOf(article), before.union(new Set(termsOf(text, language))));
  }
  const holders = new Map<string, number>();
  for (const stem of [...said.values()].flatMap((stems) => [...stems])) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const others = Math.max(1, said.size - 1);
  return ({ title, language }) => {
    const stems = new Set(termsOf(title.slice(0, titleCharacters), language));
    const counted = [...stems].map((stem) => ({
      holders: holders.get(stem) ?? 1,
      share: told.has(stem) ? toldShare : 1,
    }));
    const shared = counted.reduce((sum, one) => sum + (one.share * (one.holders - 1)) / others, 0);
    const all = counted.reduce((sum, { share }) => sum + share, 0);
    return all === 0 ? -1 : shared / (centralities.per * all ** centralities.length);
  };
}

const isNews = ({ notNews = 0 }: Pick<HeadlineArticle, 'notNews'>): boolean => notNews < notNewsMax;

/**
 * When the latest report followed another newsroom's within `stageMs`, so that a lone report days later changes
 * nothing. Without such a report, when the latest report came.
 */
function latestStageOf(given: readonly HeadlineArticle[]): EpochMs {
  const latest = given.filter(isNews).toSorted((a, b) => b.publishedAt - a.publishedAt);
  const confirmed = latest.find((one, at) =>
    latest
      .slice(at)
      .some((other) => newsroomOf(other) !== newsroomOf(one) && other.publishedAt > one.publishedAt - stageMs),
  );
  return (confirmed ?? latest[0] ?? given[0])?.publishedAt ?? 0;
}

/** The highest death toll in a text; 0 if there is none. */
export const killedIn = (text: string, publishedAt?: EpochMs): number =>
  Math.max(0, ...statedFigures(text, publishedAt).flatMap(({ fate, value }) => (fate === 'killed' ? [value] : [])));

/** A number up to this share of the latest toll is only a part of it. */
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
 * Chooses the article that provides the headline. Its title agrees with most newsrooms, at the story's latest stage and
 * in the outlet's own words. General outlets have a small advantage. Questions, shouts, quotations, labels ("Migration
 * - …"), corrections, old news and articles that aren't news come last. A preferred outlet's article comes first, and a
 * free article replaces a paywalled one that is only a little better. All of `given` define the story; only `heads` can
 * be chosen. Pass at least one article.
 */
export function headlineOf<Given extends HeadlineArticle>(
  given: readonly Given[],
  heads: readonly Given[] = given,
  told: ReadonlySet<string> = new Set(),
): Given {
  const stage = latestStageOf(given);
  const news = heads.filter((article) => isNews(article) && article.publishedAt > stage - stageMs);
  const preferred = heads.filter((article) => article.preferred);
  const articles = [preferred, news, heads.filter(isNews)].find(({ length }) => length > 0) ?? heads;
  const sameTextAs = copiesIn(given);
  const centrality = centralityAmong(given, told);
  const toll = tollOf(given);
  const worth = (article: Given): number => {
    const cost = costOf(article.title.slice(0, titleCharacters)) + costs.notNews * (article.notNews ?? 0) ** 2;
    const copied = sameTextAs.has(article.id) ? costs.copied : 0;
    const general = article.general ? generalWeight : 0;
    const tolled = toll === undefined || killedIn(article.title, article.publishedAt) === toll ? 0 : costs.toll;
    const older = Math.min(1, Math.max(0, stage - article.publishedAt) / stageMs);
    return centrality(article) + general - cost - copied - tolled - costs.older * older;
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
