import type { EpochMs } from '../../clock.ts';
import type { ArticleId, ServerId, StoryId } from '../../ids.ts';
import { subtagOf } from '../languages/subtag.ts';
import type { ArticleTerms, Parts } from './articleTerms.ts';
import type { PlacedArticle } from './change.ts';
import { Vocabulary } from './vocabulary.ts';

const listedTerms = 16;
/** Articles checked per term, newest first. A term in more articles means little. */
const listLookedAt = 400;
const wordsMax = 8;

/** An article in the window. Its weights are fixed when it arrives. */
export interface LiveItem {
  readonly id: ArticleId;
  readonly at: EpochMs;
  readonly language: string | undefined;
  /** Ids of the servers that may see the article; undefined means everybody. */
  readonly audience: readonly ServerId[] | undefined;
  readonly parts: Parts;
  readonly outlet: string;
  readonly notNews: number;
  /** Distinct terms, the title's first. */
  readonly terms: Int32Array;
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
  /** Its index among the listed articles. */
  slot: number;
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

/** The articles in the window, indexed by their heaviest terms. */
export class LiveItems {
  readonly byId = new Map<ArticleId, LiveItem>();
  readonly #vocabulary = new Vocabulary();
  readonly #lists: (number[] | undefined)[] = [];
  readonly #slots: (LiveItem | undefined)[] = [];
  readonly #free: number[] = [];
  #points = new Float64Array(1024);
  #arrivals = 0;

  /** Counts the article's terms and fixes their weights. Searches find the article only after `list`. */
  take(of: Pick<LiveItem, 'id' | 'at' | 'language' | 'audience'>, read: ArticleTerms, story: LiveStory): LiveItem {
    const terms = this.#vocabulary.take(
      read.terms.map(({ stem }) => stem),
      of.audience === undefined,
    );
    const rarities = Float32Array.from(terms, (term) => this.#vocabulary.idf(term));
    const weights = Float32Array.from(read.terms, ({ count }, i) => (1 + Math.log(count)) * (rarities[i] as number));
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / norm;
    const { parts, outlet, notNews, titleTerms } = read;
    const words = read.terms.map(({ word }) => word);
    const known = { ...of, parts, outlet, notNews, terms, titleTerms, weights, rarities, words };
    const heaviest = heaviestOf(weights);
    return { ...known, heaviest, links: new Map(), arrival: this.#arrivals++, story, slot: -1 };
  }

  list(item: LiveItem): void {
    this.byId.set(item.id, item);
    item.slot = this.#free.pop() ?? this.#slots.length;
    this.#slots[item.slot] = item;
    if (item.slot >= this.#points.length) this.#points = new Float64Array(2 * item.slot);
    for (const at of item.heaviest) {
      const term = item.terms[at] as number;
      this.#lists[term] ??= [];
      this.#lists[term].push(item.slot);
    }
  }

  /** Finds up to `max` accepted articles with the most weight in common among the heaviest terms, best first. */
  near(query: Query, max: number, accepts: (item: LiveItem) => boolean): LiveItem[] {
    const points = this.#points;
    const seen = this.#sharing(query, accepts, listLookedAt);
    const best: number[] = [];
    for (const slot of seen) {
      const own = points[slot] as number;
      if (best.length === max && own <= (points[best[max - 1] as number] as number)) continue;
      let place = best.length;
      while (place > 0 && (points[best[place - 1] as number] as number) < own) place -= 1;
      best.splice(place, 0, slot);
      if (best.length > max) best.pop();
    }
    for (const slot of seen) points[slot] = 0;
    return best.map((slot) => this.#slots[slot] as LiveItem);
  }

  /** Like `near`, but up to `max` for each audience, so that no server's articles hide those of another. */
  nearOfEach(query: Query, max: number, accepts: (item: LiveItem) => boolean): LiveItem[] {
    const points = this.#points;
    const seen = this.#sharing(query, accepts, Number.POSITIVE_INFINITY);
    seen.sort((a, b) => (points[b] as number) - (points[a] as number));
    for (const slot of seen) points[slot] = 0;
    const items = seen.map((slot) => this.#slots[slot] as LiveItem);
    return [...Map.groupBy(items, ({ audience }) => audience?.join()).values()].flatMap((of) => of.slice(0, max));
  }

  /**
   * Slots of accepted articles with common heavy terms. The common weight stays in `#points`, which the caller resets
   * to 0.
   */
  #sharing({ terms, weights, heaviest }: Query, accepts: (item: LiveItem) => boolean, lookedMax: number): number[] {
    const points = this.#points;
    const seen: number[] = [];
    for (const at of heaviest) {
      const list = this.#lists[terms[at] as number];
      if (!list) continue;
      const square = (weights[at] as number) ** 2;
      for (let i = list.length - 1, looked = 0; i >= 0 && looked < lookedMax; i--) {
        const slot = list[i] as number;
        if (!accepts(this.#slots[slot] as LiveItem)) continue;
        looked += 1;
        if (points[slot] === 0) seen.push(slot);
        points[slot] = (points[slot] as number) + square;
      }
    }
    return seen;
  }

  remove(item: LiveItem): void {
    this.byId.delete(item.id);
    for (const at of item.heaviest) {
      const list = this.#lists[item.terms[at] as number];
      list?.splice(list.indexOf(item.slot), 1);
    }
    this.#slots[item.slot] = undefined;
    this.#free.push(item.slot);
    this.#vocabulary.release(item.terms, item.audience === undefined);
    for (const other of item.links.keys()) other.links.delete(item);
  }
}

/**
 * Whether a word helps to identify an event. Small numbers (dates, times, scores) coincide by chance; "812" and "1,200"
 * don't.
 */
const isTelling = (word: string): boolean => /\p{L}|^\d{3,}$|^\d{1,3}(?:[.,]\d{3})+$/u.test(word);

/** The words that weigh most in both the article and the others, as the article writes them. */
export function sharedWords(item: LiveItem, others: readonly LiveItem[]): string[] {
  const shared = new Map<number, number>();
  for (const other of others) {
    for (const [at, term] of other.terms.entries())
      shared.set(term, (shared.get(term) ?? 0) + (other.weights[at] as number));
  }
  const ranked = [...item.terms.keys()]
    .map((at) => ({
      word: item.words[at] as string,
      weight: (item.weights[at] as number) * (shared.get(item.terms[at] as number) ?? 0),
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
