import { hourMs } from '../../clock.ts';
import type { LiveItem } from './liveItems.ts';
import shipped from './pairWeights.json' with { type: 'json' };

/** Below this cosine similarity, articles are alike only by chance. */
const cosineMin = 0.04;
/**
 * Most reports of an event come within a day. A later report is more likely to be about another event of the same
 * affair.
 */
const dayHours = 24;
/**
 * Log-odds subtracted from late pairs. Not learned, because labels cover single days only. Pairs of long texts (`full`)
 * lose less: long texts about two events already differ enough.
 */
const lateness = { full: 1, others: 3 };
/**
 * Probability for two bare titles with next to nothing in common. Titles are weaker evidence against a common event
 * than texts.
 */
const silentTitles = 0.05;
/** Two bare titles need this many shared terms; a single name or thing appears in titles of many events. */
const sharedOfTitlesMin = 2;
/**
 * The parts of two articles. `texts`: titles and texts; `full`: the same, both texts long; `oneTitle`: one is only a
 * title; `titles`: both are; `untitled`: one has no title. Each kind has its own weights, in the order of the features
 * from `compare`.
 */
export type PairKind = 'texts' | 'full' | 'oneTitle' | 'titles' | 'untitled';
export type PairWeights = Readonly<Record<PairKind, readonly number[]>>;

/** Features for or against a common event of two articles. */
export interface Comparison {
  kind: PairKind;
  features: readonly number[];
  /** 0 within a day, 1 from two days on. */
  late: number;
}

export type Compared = Omit<LiveItem, 'id' | 'heaviest' | 'links' | 'arrival' | 'story' | 'slot' | 'words'>;

/** Compares articles with one that is held; `hold` replaces it. */
export class Pairs {
  /** The held article's weights by term; 0 for terms that it lacks. */
  #weights = new Float32Array(1024);
  #rarities = new Float32Array(1024);
  #inTitle = new Uint8Array(1024);
  #held: Compared | undefined;
  #title = 0;

  hold(item: Compared): void {
    for (const term of this.#held?.terms ?? []) this.#weights[term] = 0;
    const { terms, weights, rarities, titleTerms } = item;
    const largest = terms.reduce((most, term) => Math.max(most, term), 0);
    if (largest >= this.#weights.length) {
      this.#weights = new Float32Array(2 * largest);
      this.#rarities = new Float32Array(2 * largest);
      this.#inTitle = new Uint8Array(2 * largest);
    }
    this.#held = item;
    this.#title = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      this.#weights[term] = weights[at] as number;
      this.#rarities[term] = rarities[at] as number;
      this.#inTitle[term] = at < titleTerms ? 1 : 0;
      if (at < titleTerms) this.#title += rarities[at] as number;
    }
  }

  /** Compares the held article with another one. Undefined if they share next to nothing. */
  compare(other: Compared): Comparison | undefined {
    const held = this.#held;
    if (!held) return undefined;
    const { terms, weights, rarities, titleTerms } = other;
    let cosine = 0;
    let shared = 0;
    let rarest = 0;
    let title = 0;
    let ofTitle = 0;
    let ofHeldTitle = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const rarity = rarities[at] as number;
      if (at < titleTerms) title += rarity;
      const weight = this.#weights[term] as number;
      if (weight === 0) continue;
      shared += 1;
      cosine += weight * (weights[at] as number);
      if (rarity > rarest) rarest = rarity;
      if (at < titleTerms) ofTitle += rarity;
      if (this.#inTitle[term] === 1) ofHeldTitle += this.#rarities[term] as number;
    }
    const kind = kindOf(held, other);
    if (cosine < cosineMin || (kind === 'titles' && shared < sharedOfTitlesMin)) return undefined;
    // If one has no title, both features are the shared part of the other's title.
    const share = ofTitle / (title || 1);
    const shareOfHeld = this.#title === 0 ? share : ofHeldTitle / this.#title;
    const shares = title === 0 ? [shareOfHeld, shareOfHeld] : [share, shareOfHeld];
    const hours = Math.abs(held.at - other.at) / hourMs;
    const notNews = held.notNews * other.notNews;
    const sameOutlet = held.outlet === other.outlet ? 1 : 0;
    const features = [
      1,
      cosine,
      Math.min(...shares),
      Math.max(...shares),
      rarest / 8,
      Math.log(1 + hours) / 3,
      sameOutlet,
      notNews,
      sameOutlet * notNews,
    ];
    const late = Math.min(1, Math.max(0, hours / dayHours - 1));
    return { kind, features, late };
  }

  /** Probability, 0 to 1, that an article reports the same event as the held one. */
  probability(other: Compared, weights: PairWeights = shipped): number {
    const comparison = this.compare(other);
    if (!comparison) return this.#held?.parts === 'title' && other.parts === 'title' ? silentTitles : 0;
    const own = weights[comparison.kind];
    let sum = -(comparison.kind === 'full' ? lateness.full : lateness.others) * comparison.late;
    for (let at = 0; at < own.length; at++) sum += (own[at] as number) * (comparison.features[at] as number);
    return 1 / (1 + Math.exp(-sum));
  }
}

function kindOf(a: Compared, b: Compared): PairKind {
  if (a.parts === 'text' || b.parts === 'text') return 'untitled';
  if (a.parts === 'title' && b.parts === 'title') return 'titles';
  if (a.parts === 'title' || b.parts === 'title') return 'oneTitle';
  return a.parts === 'full' && b.parts === 'full' ? 'full' : 'texts';
}
