import type { ArticleText } from './articleSentences.ts';

/** Sentences by score that sets are made of, and the largest set. */
const poolMax = 10;
const setMax = 3;

export interface CandidateRules {
  readonly wordsMax: number;
  /** A sentence that is among those to choose from, whatever its score. */
  readonly also: number | undefined;
  readonly mayStand: (set: readonly number[]) => boolean;
}

/** Every set of up to three of the best sentences within the words that may stand, indexes in article order. */
export function candidateSets(
  { sentences }: ArticleText,
  scores: readonly number[],
  { wordsMax, also, mayStand }: CandidateRules,
): number[][] {
  const pool = sentences
    .map((_, at) => at)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, poolMax);
  if (also !== undefined && !pool.includes(also)) pool[pool.length - 1] = also;
  pool.sort((a, b) => a - b);
  const sets: number[][] = [];
  const grow = (set: readonly number[], from: number, words: number): void => {
    for (let n = from; n < pool.length; n++) {
      const at = pool[n] ?? 0;
      const more = words + (sentences[at]?.words ?? 0);
      if (more > wordsMax) continue;
      const next = [...set, at];
      if (mayStand(next)) sets.push(next);
      if (next.length < setMax) grow(next, n + 1, more);
    }
  };
  grow([], 0, 0);
  return sets;
}
