import type { ArticleSentence, ArticleText } from './articleSentences.ts';

/** How alike the sentences of one article are, by the cosine of their word counts. */
export interface Likeness {
  /** Of every two sentences. */
  readonly pairs: readonly Float64Array[];
  /** Of every sentence to the whole article. */
  readonly centroid: readonly number[];
  /** |frequency| of the whole article. */
  readonly norm: number;
}

export function likenessOf({ sentences, frequency }: ArticleText): Likeness {
  const dense = new Float64Array(frequency.length);
  const pairs = sentences.map(() => new Float64Array(sentences.length));
  for (const [i, one] of sentences.entries()) {
    for (let at = 0; at < one.terms.length; at++) dense[one.terms[at] ?? 0] = one.counts[at] ?? 0;
    for (let j = i; j < sentences.length; j++) {
      const other = sentences[j];
      const value = other ? cosine(other, dense, one.norm) : 0;
      const row = pairs[i];
      const column = pairs[j];
      if (row && column) row[j] = column[i] = value;
    }
    for (const term of one.terms) dense[term] = 0;
  }
  const whole = Float64Array.from(frequency);
  const norm = Math.hypot(...frequency.slice(0, 10_000));
  return { pairs, centroid: sentences.map((sentence) => cosine(sentence, whole, norm)), norm };
}

function cosine(sentence: ArticleSentence, dense: Float64Array, norm: number): number {
  let dot = 0;
  const { terms, counts } = sentence;
  for (let at = 0; at < terms.length; at++) dot += (counts[at] ?? 0) * (dense[terms[at] ?? 0] ?? 0);
  return dot === 0 ? 0 : dot / (sentence.norm * norm);
}
