import type { ArticleId, OutletId } from '../../ids.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Citation } from './citations.ts';

/** Words and characters that are compared; copies show in their first paragraphs, whatever an outlet adds below. */
const wordsCompared = 150;
const charactersCompared = 1_500;
const runLength = 5;
/**
 * A copy shares at least this part of the shorter text's word runs. Two reports with the same quotes or one official
 * sentence stay well below.
 */
const sharedPartMin = 0.5;
/** The same for a snippet, half of which may be one official sentence. */
const sharedPartOfSnippetMin = 0.75;
const snippetRunsMax = 20;
/** Texts with fewer word runs are copies only if titles and texts are equal. */
const runsMin = 4;

/** The fields of an article that are compared. */
export interface VoicedArticle {
  id: ArticleId;
  title: string;
  paragraphs: readonly string[];
}

type OutletsArticle = VoicedArticle & { outletId: OutletId; citation?: Citation };

export interface Voices {
  /** Number of origins: those whose reporting all articles rest on. */
  voices: number;
  /** By owner: the owner, or the agency or outlet without a feed, that its news comes from. */
  originOf: ReadonlyMap<string, string>;
  /** Maps the id of each copy to that of the article that had the text first. */
  sameTextAs: Map<ArticleId, ArticleId>;
}

const runsOf = (words: readonly string[]): Set<string> =>
  new Set(words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' ')));

const wordsOf = ({ paragraphs }: VoicedArticle): string[] =>
  tokensOf(paragraphs.join('\n').slice(0, charactersCompared))
    .slice(0, wordsCompared)
    .map((word) => word.toLowerCase());

interface Original {
  articleId: ArticleId;
  runs: number;
}

const isCopy = (shared: number, shorter: number): boolean =>
  shared >= shorter * (shorter <= snippetRunsMax ? sharedPartOfSnippetMin : sharedPartMin);

/** What shows where an article's news comes from. */
export interface Report {
  owner: string;
  /** The owner whose outlet had its text first. */
  newsroom: string;
  /** The owner or name of the outlet or agency that it names as its source. */
  cites?: string;
}

/**
 * Where each owner's news comes from; give the reports oldest first. An owner with a text of its own that names no
 * other source is its own origin. Any other depends on whom its first report copies or cites, and on whom that one
 * depends in turn. Of those that cite each other in a circle, the first to report is the origin.
 */
export function originsOf(reports: readonly Report[]): Map<string, string> {
  const dependsOn = new Map<string, string>();
  for (const { owner, newsroom, cites = newsroom } of reports) {
    const on = newsroom === owner ? cites : newsroom;
    if (on === owner || !dependsOn.has(owner)) dependsOn.set(owner, on);
  }
  const owners = [...dependsOn.keys()];
  const originOf = (owner: string): string => {
    const way: string[] = [];
    let at = owner;
    for (let next = dependsOn.get(at); next !== undefined && next !== at; next = dependsOn.get(at)) {
      const circle = way.slice(way.indexOf(at));
      if (way.includes(at)) return owners.find((one) => circle.includes(one)) ?? at;
      way.push(at);
      at = next;
    }
    return at;
  };
  return new Map(owners.map((owner) => [owner, originOf(owner)]));
}

/** Counts the origins of articles, oldest first. */
export function independentVoices(
  articles: readonly OutletsArticle[],
  ownerOf: (outletId: OutletId) => string,
): Voices {
  const sameTextAs = copiesIn(articles);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const originOf = originsOf(
    articles.map(({ id, outletId, citation }) => ({
      owner: ownerOf(outletId),
      newsroom: ownerOf(byId.get(sameTextAs.get(id) ?? '')?.outletId ?? outletId),
      ...(citation ? { cites: ownerOf(citation.of) } : {}),
    })),
  );
  return { voices: new Set(originOf.values()).size, originOf, sameTextAs };
}

/**
 * Maps each article's id to the owner behind it. A copy belongs to the owner whose outlet had the text first. Give the
 * articles oldest first.
 */
export function newsroomsOf(
  articles: readonly OutletsArticle[],
  ownerOf: (outletId: OutletId) => string,
): Map<ArticleId, string> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const sameTextAs = copiesIn(articles);
  const first = (article: OutletsArticle) => byId.get(sameTextAs.get(article.id) ?? '') ?? article;
  return new Map(articles.map((article) => [article.id, ownerOf(first(article).outletId)]));
}

/**
 * Finds articles that repeat an earlier one nearly word for word; give them oldest first. Takes linear time in the
 * texts' length.
 */
export function copiesIn(articles: readonly VoicedArticle[]): Voices['sameTextAs'] {
  const sameTextAs = new Map<ArticleId, ArticleId>();
  const holders = new Map<string, Original[]>();
  const byWhole = new Map<string, ArticleId>();
  for (const article of articles) {
    const words = wordsOf(article);
    const runs = runsOf(words);
    const whole = `${tokensOf(article.title.slice(0, charactersCompared)).join(' ').toLowerCase()}\n${words.join(' ')}`;
    const twin = byWhole.get(whole) ?? (runs.size < runsMin ? undefined : originalOf(runs, holders));
    if (twin !== undefined) {
      sameTextAs.set(article.id, twin);
      continue;
    }
    byWhole.set(whole, article.id);
    if (runs.size < runsMin) continue;
    const original = { articleId: article.id, runs: runs.size };
    for (const run of runs) holders.getOrInsert(run, []).push(original);
  }
  return sameTextAs;
}

/**
 * The id of the earlier text that shares the most word runs; undefined unless it shares enough to be the same text.
 */
function originalOf(
  runs: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly Original[]>,
): ArticleId | undefined {
  const shared = new Map<Original, number>();
  for (const run of runs) {
    for (const original of holders.get(run) ?? []) shared.set(original, (shared.get(original) ?? 0) + 1);
  }
  let best: Original | undefined;
  for (const [original, count] of shared) {
    if (!isCopy(count, Math.min(runs.size, original.runs))) continue;
    if (!best || count > (shared.get(best) ?? 0)) best = original;
  }
  return best?.articleId;
}
