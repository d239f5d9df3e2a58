import { hourMs } from '../../clock.ts';
import type { LiveItem } from './liveItems.ts';
import weights from './pairWeights.json' with { type: 'json' };

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

const titleRarity = ({ rarities, titleTerms }: LiveItem): number =>
  rarities.subarray(0, titleTerms).reduce((sum, rarity) => sum + rarity, 0);

/** Compares an article with others. The answer is undefined if the two share next to nothing. */
export function comparing(held: LiveItem): (other: LiveItem) => Comparison | undefined {
  const places = new Map(held.terms.map((term, at) => [term, at]));
  const heldTitle = titleRarity(held);
  return (other) => {
    const { terms, rarities, titleTerms } = other;
    let cosine = 0;
    let shared = 0;
    let rarest = 0;
    let ofTitle = 0;
    let ofHeldTitle = 0;
    for (const [at, term] of terms.entries()) {
      const rarity = rarities[at] as number;
      const place = places.get(term);
      if (place === undefined) continue;
      shared += 1;
      cosine += (held.weights[place] as number) * (other.weights[at] as number);
      rarest = Math.max(rarest, rarity);
      if (at < titleTerms) ofTitle += rarity;
      if (place < held.titleTerms) ofHeldTitle += held.rarities[place] as number;
    }
    const kind = kindOf(held, other);
    if (cosine < cosineMin || (kind === 'titles' && shared < sharedOfTitlesMin)) return undefined;
    const title = titleRarity(other);
    // If one has no title, both features are the shared part of the other's title.
    const share = ofTitle / (title || 1);
    const shareOfHeld = heldTitle === 0 ? share : ofHeldTitle / heldTitle;
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
  };
}

/** The probability, 0 to 1, that another article reports the same event as the held one. */
export function sameEventAs(held: LiveItem): (other: LiveItem) => number {
  const compare = comparing(held);
  return (other) => {
    const comparison = compare(other);
    if (!comparison) return held.parts === 'title' && other.parts === 'title' ? silentTitles : 0;
    const own = weights[comparison.kind];
    let sum = -(comparison.kind === 'full' ? lateness.full : lateness.others) * comparison.late;
    for (let at = 0; at < own.length; at++) sum += (own[at] as number) * (comparison.features[at] as number);
    return 1 / (1 + Math.exp(-sum));
  };
}

function kindOf(a: LiveItem, b: LiveItem): PairKind {
  if (a.parts === 'text' || b.parts === 'text') return 'untitled';
  if (a.parts === 'title' && b.parts === 'title') return 'titles';
  if (a.parts === 'title' || b.parts === 'title') return 'oneTitle';
  return a.parts === 'full' && b.parts === 'full' ? 'full' : 'texts';
}
