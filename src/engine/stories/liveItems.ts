import type { EpochMs } from '../../clock.ts';
import type { ArticleId, ServerId, StoryId } from '../../ids.ts';
import { subtagOf } from '../languages/subtag.ts';
import { detached } from '../text/knownWords.ts';
import type { ArticleTerms, Parts } from './articleTerms.ts';
import background from './background.json' with { type: 'json' };
import type { PlacedArticle } from './change.ts';

/**
 * How many articles the shipped background counts as. It provides rarities for a cold start; a day's own articles
 * outweigh it.
 */
const backgroundArticles = 3_000;
const backgroundCounts = new Map(
  Object.entries(background.stemsByCount).flatMap(([count, stems]) => {
    const scaled = (Number(count) * backgroundArticles) / background.texts;
    return stems.split(' ').map((stem): [string, number] => [stem, scaled]);
  }),
);

const listedTerms = 16;
/** Articles checked per term, newest first. A term in more articles means little. */
const listLookedAt = 400;
const wordsMax = 8;

/** A stem that live articles have. */
export interface Term {
  readonly stem: string;
  /** How many articles of the background have it. */
  readonly background: number;
  /** How many live articles have it. */
  live: number;
  /** How many of these everybody may see. Rarity counts only them. */
  open: number;
  /** The articles that have it among their heaviest terms, in the order of their arrival. */
  readonly listed: LiveItem[];
}

/** An article in the window. Its weights are fixed when it arrives. */
export interface LiveItem {
  readonly id: ArticleId;
  readonly at: EpochMs;
  readonly language: string | undefined;
  /** Ids of the servers that may see it; undefined means everybody. */
  readonly audience: readonly ServerId[] | undefined;
  readonly parts: Parts;
  readonly outlet: string;
  readonly notNews: number;
  /** Distinct terms, the title's first. */
  readonly terms: readonly Term[];
  readonly titleTerms: number;
  /** TF-IDF of each term; the vector has length 1. */
  readonly weights: Float32Array;
  /** IDF of each term. */
  readonly rarities: Float32Array;
  /** Each term as the article writes it. */
  readonly words: readonly string[];
  /** Positions of the heaviest terms, which index the article. */
  readonly heaviest: readonly number[];
  /** Probability that another article reports the same event, where computed; stored on both sides. */
  readonly links: Map<LiveItem, number>;
  readonly arrival: number;
  story: LiveStory;
}

export interface LiveStory {
  readonly id: StoryId;
  /** Sequence number of creation; larger is newer. */
  readonly age: number;
  /** In the order of their arrival. */
  readonly items: LiveItem[];
}

/**
 * Whether everybody who may see the article may also see the other one. Only then may the other one influence the
 * article's place.
 */
export const mayKnow = ({ audience }: Pick<LiveItem, 'audience'>, other: LiveItem): boolean =>
  other.audience === undefined || (audience?.every((server) => other.audience?.includes(server)) ?? false);

/** The fields by which near articles are searched. */
export type Query = Pick<LiveItem, 'terms' | 'weights' | 'heaviest'>;

/** The positions of the heaviest weights, heaviest first. */
export function heaviestOf(weights: Float32Array): number[] {
  const positions = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number));
  return positions.slice(0, listedTerms);
}

/** The articles in the window. Their heaviest terms list them. */
export class LiveItems {
  readonly byId = new Map<ArticleId, LiveItem>();
  readonly #terms = new Map<string, Term>();
  #openArticles = 0;
  #arrivals = 0;

  /** Counts the article's terms and fixes their weights. Searches find the article only after `list`. */
  take(of: Pick<LiveItem, 'id' | 'at' | 'language' | 'audience'>, read: ArticleTerms, story: LiveStory): LiveItem {
    const terms = read.terms.map(({ stem }) => this.#terms.get(stem) ?? this.#createTerm(stem));
    this.#count(terms, 1, of.audience === undefined);
    const rarities = Float32Array.from(terms, (term) => this.#rarityOf(term));
    const weights = Float32Array.from(read.terms, ({ count }, i) => (1 + Math.log(count)) * (rarities[i] as number));
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / norm;
    const { parts, outlet, notNews, titleTerms } = read;
    const words = read.terms.map(({ word }) => word);
    const known = { ...of, parts, outlet, notNews, terms, titleTerms, weights, rarities, words };
    return { ...known, heaviest: heaviestOf(weights), links: new Map(), arrival: this.#arrivals++, story };
  }

  #createTerm(given: string): Term {
    const stem = detached(given);
    const term = { stem, background: backgroundCounts.get(stem) ?? 0, live: 0, open: 0, listed: [] };
    this.#terms.set(stem, term);
    return term;
  }

  #count(terms: readonly Term[], by: 1 | -1, isOpen: boolean): void {
    if (isOpen) this.#openArticles += by;
    for (const term of terms) {
      term.live += by;
      if (isOpen) term.open += by;
    }
  }

  /** Inverse document frequency among live articles, including the weighed article if everybody may see it. */
  #rarityOf({ background, open }: Term): number {
    return Math.log(1 + (backgroundArticles + this.#openArticles) / (background + open + 1));
  }

  list(item: LiveItem): void {
    this.byId.set(item.id, item);
    for (const at of item.heaviest) item.terms[at]?.listed.push(item);
  }

  remove(item: LiveItem): void {
    this.byId.delete(item.id);
    for (const at of item.heaviest) {
      const listed = item.terms[at]?.listed;
      listed?.splice(listed.indexOf(item), 1);
    }
    this.#count(item.terms, -1, item.audience === undefined);
    for (const { stem, live } of item.terms) if (live === 0) this.#terms.delete(stem);
    for (const other of item.links.keys()) other.links.delete(item);
  }
}

/** Finds up to `max` accepted articles with the most weight in common among the heaviest terms, best first. */
export const near = (query: Query, max: number, accepts: (item: LiveItem) => boolean): LiveItem[] =>
  sharing(query, accepts, listLookedAt).slice(0, max);

/** Like `near`, but up to `max` for each audience, so that no server's articles hide those of another. */
export function nearOfEach(query: Query, max: number, accepts: (item: LiveItem) => boolean): LiveItem[] {
  const items = sharing(query, accepts, Number.POSITIVE_INFINITY);
  return [...Map.groupBy(items, ({ audience }) => audience?.join()).values()].flatMap((of) => of.slice(0, max));
}

/** The accepted articles with common heavy terms, those with the most weight in common first. */
function sharing({ terms, weights, heaviest }: Query, accepts: (item: LiveItem) => boolean, max: number): LiveItem[] {
  const common = new Map<LiveItem, number>();
  for (const at of heaviest) {
    const listed = terms[at]?.listed ?? [];
    const square = (weights[at] as number) ** 2;
    for (let i = listed.length - 1, looked = 0; i >= 0 && looked < max; i--) {
      const item = listed[i] as LiveItem;
      if (!accepts(item)) continue;
      looked += 1;
      common.set(item, (common.get(item) ?? 0) + square);
    }
  }
  return [...common].sort(([, a], [, b]) => b - a).map(([item]) => item);
}

/**
 * Whether a word helps to identify an event. Small numbers (dates, times, scores) coincide by chance; "812" and "1,200"
 * don't.
 */
const isTelling = (word: string): boolean => /\p{L}|^\d{3,}$|^\d{1,3}(?:[.,]\d{3})+$/u.test(word);

/** The words that weigh most in both the article and the others, as the article writes them. */
export function sharedWords(item: LiveItem, others: readonly LiveItem[]): string[] {
  const shared = new Map<Term, number>();
  for (const other of others) {
    for (const [at, term] of other.terms.entries())
      shared.set(term, (shared.get(term) ?? 0) + (other.weights[at] as number));
  }
  const ranked = item.terms
    .map((term, at) => ({
      word: item.words[at] as string,
      weight: (item.weights[at] as number) * (shared.get(term) ?? 0),
    }))
    .filter(({ word, weight }) => weight > 0 && isTelling(word))
    .sort((a, b) => b.weight - a.weight);
  return ranked.slice(0, wordsMax).map(({ word }) => word);
}

export const liveOf = ({ id, publishedAt, language, audience }: Omit<PlacedArticle, 'storyId' | 'terms'>) => ({
  id,
  at: publishedAt,
  language: subtagOf(language),
  audience,
});

export const languagesDiffer = (a: LiveItem, b: LiveItem): boolean =>
  a.language !== undefined && b.language !== undefined && a.language !== b.language;

/** Stores on both articles the probability that they report one event. */
export function join(a: LiveItem, b: LiveItem, probability: number): void {
  a.links.set(b, probability);
  b.links.set(a, probability);
}
