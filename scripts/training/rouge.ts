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
