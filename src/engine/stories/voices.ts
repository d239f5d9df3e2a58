import type { ArticleId, OutletId } from '../../ids.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Citation } from './citations.ts';

/** How much of a text is compared. The first paragraphs of copies are equal, whatever an outlet adds below. */
const wordsCompared = 150;
const charactersCompared = 1_500;
const runLength = 5;
/**
 * Minimum share of the shorter text's word runs that a copy repeats. Two reports with the same quotes or one official
 * sentence share far fewer.
 */
const sharedPartMin = 0.5;
/** Minimum share for a snippet, where one official sentence may be half of the text. */
const sharedPartOfSnippetMin = 0.75;
const snippetRunsMax = 20;
/** Texts with fewer word runs are copies only if titles and texts are equal. */
const runsMin = 4;

export interface VoicedArticle {
  id: ArticleId;
  title: string;
  paragraphs: readonly string[];
}

type OutletsArticle = VoicedArticle & { outletId: OutletId; citation?: Citation };

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

/** The facts that show an article's origin. */
interface ReportOrigin {
  owner: string;
  /** The owner whose outlet first published the report's text. */
  newsroom: string;
  /** The owner of the cited outlet, or the name of a cited agency or outlet without a feed. */
  cites?: string;
}

/**
 * The origin of each owner's news; pass the reports oldest first. An owner with its own text and without a cited source
 * is its own origin. Any other has the origin of the owner that its first report copies or cites. If several cite each
 * other in a circle, the first to report is the origin.
 */
export function originsOf(reports: readonly ReportOrigin[]): Map<string, string> {
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

export type Voices = ReturnType<typeof independentVoices>;

/** Counts the origins of articles; pass them oldest first. */
export function independentVoices(articles: readonly OutletsArticle[], ownerOf: (outletId: OutletId) => string) {
  const sameTextAs = copiesIn(articles);
  const newsrooms = newsroomsOf(articles, ownerOf, sameTextAs);
  const originOf = originsOf(
    articles.map(({ id, outletId, citation }) => ({
      owner: ownerOf(outletId),
      newsroom: newsrooms.get(id) ?? '',
      ...(citation ? { cites: ownerOf(citation.of) } : {}),
    })),
  );
  return {
    /** The number of origins on whose reporting the articles are based. */
    voices: new Set(originOf.values()).size,
    originOf,
    sameTextAs,
  };
}

/**
 * Maps each article's id to its owner. A copy belongs to the owner whose outlet first had the text. Pass the articles
 * oldest first.
 */
export function newsroomsOf(
  articles: readonly OutletsArticle[],
  ownerOf: (outletId: OutletId) => string,
  sameTextAs = copiesIn(articles),
): Map<ArticleId, string> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const first = (article: OutletsArticle) => byId.get(sameTextAs.get(article.id) ?? '') ?? article;
  return new Map(articles.map((article) => [article.id, ownerOf(first(article).outletId)]));
}

/**
 * Finds articles that repeat an earlier one nearly word for word; pass them oldest first. Maps the id of each copy to
 * the id of the first article with that text. Takes linear time in the texts' length.
 */
export function copiesIn(articles: readonly VoicedArticle[]): Map<ArticleId, ArticleId> {
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

/** The id of the earlier text that shares the most word runs; undefined if they are too few for the same text. */
function originalOf(
  runs: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly Original[]>,
): ArticleId | undefined {
  const shared = new Map<Original, number>();
  for (const run of runs) {
    for (const original of holders.get(run) ?? []) shared.set(original, (shared.get(original) ?? 0) + 1);
  }
  const copied = [...shared].filter(([original, count]) => isCopy(count, Math.min(runs.size, original.runs)));
  return copied.sort(([, a], [, b]) => b - a)[0]?.[0].articleId;
}
