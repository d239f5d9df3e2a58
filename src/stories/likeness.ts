import type { EpochMs } from '../clock.ts';
import type { ArticleKind } from './articleTerms.ts';
import type { Guard } from './change.ts';

/**
 * What the kinds of article need, from trials on five sets; vectors are divided by √threshold, so that 1 is just enough for any mixture.
 * `power`: how far a story that is itself spread out asks less. `guard`: how alike two stories must be, as a part of what each is inside.
 * `crowded`: whether an article asks the more, the more it is like all others of its kind; a title says enough without.
 * `copies`: whether copies of one text are known as such; the guard of full articles is right with them in, and finds no more without.
 */
export const kindSettings: Record<
  ArticleKind,
  { threshold: number; power: number; guard: number; short: boolean; crowded: boolean; copies: boolean }
> = {
  full: { threshold: 0.24, power: 0.1, guard: 0.65, short: false, crowded: false, copies: false },
  untitled: { threshold: 0.13, power: 0.05, guard: 0.8, short: false, crowded: true, copies: true },
  headline: { threshold: 0.25, power: 0.2, guard: 0.25, short: true, crowded: false, copies: false },
  snippet: { threshold: 0.25, power: 0.2, guard: 0.4, short: true, crowded: false, copies: false },
};

/** In a stream with more short articles a story than this, short articles join more easily (at most twice as easily). */
export const usualDensity = 5;
const relativePart = 0.6;
const relativeLikenessMin = 0.12;
const relativeSizeMin = 4;
const guardSizeMin = 3;
/** Where so long a silence lies between two stories, they may be the same people on another day: two articles each are enough to ask. */
export const silenceMs = 12 * 3_600_000;
const silentSizeMin = 2;
const silentPart = 0.25;
/** Twice what joining needs. A story may be so alike inside that no other report could belong to it. */
const innerMax = 2;
const timeDecay = 0.06;
const timeUnitMs = 96 * 3_600_000;
/** However alike the words: reports of a series are written one after the other's pattern. */
const differingScoreMax = 0.5;

/** All that likeness needs to know of a story or of one article, so that no pair of articles is ever compared. */
export interface Shape {
  /** Articles. */
  size: number;
  /** |sum of the vectors|². */
  self: number;
  /** Sum of each |vector|². */
  squares: number;
  /** Sums over the articles of what their kinds need. */
  thresholds: number;
  powers: number;
  guards: number;
  shorts: number;
  /** Pairs of articles with the same text, and the sum of their likenesses. */
  copyPairs: number;
  copyLikeness: number;
  from: EpochMs;
  to: EpochMs;
}

export interface Likeness {
  score: number;
  fit: 'absolute' | 'relative';
  /** Present when the score would be enough without it. */
  guard?: Guard;
}

/** Mean likeness of the articles to each other, copies of one text aside. */
function inner(shape: Shape): number {
  const pairs = (shape.size * (shape.size - 1)) / 2 - shape.copyPairs;
  return pairs === 0 ? innerMax : ((shape.self - shape.squares) / 2 - shape.copyLikeness) / pairs;
}

/** 1 for one article, less for a story whose articles are spread out. */
function coherence(shape: Shape): number {
  if (shape.size === 1) return 1;
  const centre = (shape.self / (shape.size * shape.size)) * (shape.thresholds / shape.size);
  return Math.min(1, Math.max(centre, 1e-6)) ** (shape.powers / shape.size);
}

/** Only long articles, and only one that joins a story: floors matter more than the ratio, short texts would run away. */
function relativeScore(mean: number, single: Shape, story: Shape): number {
  if (single.size !== 1 || story.size < relativeSizeMin) return 0;
  if (single.shorts > 0 || story.shorts * 2 > story.size) return 0;
  const unscaled = mean * Math.sqrt(single.thresholds * (story.thresholds / story.size));
  return unscaled < relativeLikenessMin ? 0 : mean / (relativePart * inner(story));
}

export function gapMs(a: Shape, b: Shape): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** How alike the two are as a part of what each is inside: the longer the silence between them, the larger a part is asked. */
function twinScore(mean: number, a: Shape, b: Shape, gap: number): number {
  const silent = gap >= silenceMs;
  if (Math.min(a.size, b.size) < (silent ? silentSizeMin : guardSizeMin)) return Number.POSITIVE_INFINITY;
  const part = (a.guards + b.guards) / (a.size + b.size);
  const within = Math.sqrt(Math.min(innerMax, inner(a)) * Math.min(innerMax, inner(b)));
  return mean / within / (silent ? part + (silentPart * gap) / (gap + silenceMs) : part);
}

/** 1 while a story is being told, down to a half long after: of two that are alike enough, the one still being told is the likelier. */
export function stillTold(a: Shape, b: Shape): number {
  const gap = gapMs(a, b);
  return 1 - gap / (2 * (gap + silenceMs));
}

const mostlyShort = (shape: Shape): boolean => shape.shorts * 2 > shape.size;

/** `dot` is that of the two sums; `density` is live short articles a story. */
export function likeness(dot: number, a: Shape, b: Shape, density: number): Likeness {
  const mean = dot / (a.size * b.size);
  if (mean <= 0) return { score: 0, fit: 'absolute' };
  let score = mean / (coherence(a) * coherence(b));
  if (mostlyShort(a) && mostlyShort(b)) score *= Math.min(2, Math.max(1, Math.sqrt(density / usualDensity)));
  const relative = Math.max(relativeScore(mean, a, b), relativeScore(mean, b, a));
  const fit = relative > score ? 'relative' : 'absolute';
  score = Math.max(score, relative);

  let guard: Guard | undefined;
  const gap = gapMs(a, b);
  const twin = twinScore(mean, a, b, gap);
  if (twin < score) {
    if (score >= 1 && twin < 1) guard = 'near-twin';
    score = twin;
  }
  if (gap > 0) {
    const before = score;
    score /= 1 + timeDecay * Math.log(1 + gap / timeUnitMs);
    if (before >= 1 && score < 1) guard = 'time';
  }
  return { score, fit, guard };
}

/** After a silence, other numbers of the same things tell the next event: the next round, the next vote, another accident at the same place. */
export function heedFigures(rated: Likeness, a: Shape, b: Shape, differ: () => boolean): Likeness {
  if (rated.score <= differingScoreMax || gapMs(a, b) < silenceMs || !differ()) return rated;
  return { score: differingScoreMax, fit: rated.fit, guard: rated.score >= 1 ? 'figures' : rated.guard };
}
