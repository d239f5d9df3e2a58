import { stemOf } from '../../src/text/terms.ts';

/** ROUGE as the published figures count it: lower case, letters and digits, stemmed above three letters. */
export function rougeTokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => (word.length <= 3 ? word : stemOf(word)));
}

export type Counts = ReadonlyMap<string, number>;

export function ngrams(tokens: readonly string[], size: number): Counts {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at++) {
    const key = size === 1 ? (tokens[at] ?? '') : tokens.slice(at, at + size).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: Counts): number => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
};

/** Share of the reference's n-grams that the summary holds. */
export function recall(reference: Counts, summary: Counts): number {
  let hits = 0;
  for (const [key, count] of summary) hits += Math.min(count, reference.get(key) ?? 0);
  return hits / Math.max(1, total(reference));
}

const fOf = (hits: number, given: number, expected: number): number =>
  hits === 0 ? 0 : (2 * hits) / (given + expected);

/** Harmonic mean of precision and recall of n-grams. */
export function rougeF(reference: Counts, summary: Counts): number {
  let hits = 0;
  for (const [key, count] of summary) hits += Math.min(count, reference.get(key) ?? 0);
  return fOf(hits, total(summary), total(reference));
}

/** Which positions of `reference` one longest common subsequence with `other` uses. */
export function commonPositions(reference: readonly string[], other: readonly string[]): number[] {
  const width = other.length + 1;
  const table = new Uint16Array((reference.length + 1) * width);
  for (let i = 1; i <= reference.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = reference[i - 1] === other[j - 1];
      table[i * width + j] = same
        ? (table[(i - 1) * width + j - 1] ?? 0) + 1
        : Math.max(table[(i - 1) * width + j] ?? 0, table[i * width + j - 1] ?? 0);
    }
  }
  const positions: number[] = [];
  let i = reference.length;
  let j = other.length;
  while (i > 0 && j > 0) {
    if (reference[i - 1] === other[j - 1]) {
      positions.push(i - 1);
      i--;
      j--;
    } else if ((table[(i - 1) * width + j] ?? 0) >= (table[i * width + j - 1] ?? 0)) i--;
    else j--;
  }
  return positions;
}

/** Harmonic mean of ROUGE-Lsum; `common[r][s]` are the positions that reference sentence r shares with summary sentence s. */
export function rougeLsumF(
  reference: readonly (readonly string[])[],
  summary: readonly (readonly string[])[],
  common: readonly (readonly number[][])[],
): number {
  const left = new Map(ngrams(reference.flat(), 1));
  const right = new Map(ngrams(summary.flat(), 1));
  let hits = 0;
  for (const [r, sentence] of reference.entries()) {
    for (const position of new Set((common[r] ?? []).flat())) {
      const word = sentence[position] ?? '';
      const a = left.get(word) ?? 0;
      const b = right.get(word) ?? 0;
      if (a === 0 || b === 0) continue;
      hits++;
      left.set(word, a - 1);
      right.set(word, b - 1);
    }
  }
  return fOf(hits, summary.flat().length, reference.flat().length);
}
