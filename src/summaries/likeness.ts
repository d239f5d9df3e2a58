import type { ArticleSentence, ArticleText } from './articleSentences.ts';

/** How alike the sentences of one article are, by the cosine of their word counts. */
export interface Likeness {
  /** Of every two sentences. */
  readonly pairs: readonly Float64Array[];
  /** Of every sentence to the whole article. */
  readonly centroid: readonly number[];
}

export function likenessOf({ sentences, frequency }: ArticleText): Likeness {
  const dense = new Float64Array(frequency.length);
  const pairs = sentences.map(() => new Float64Array(sentences.length));
  for (const [i, one] of sentences.entries()) {
    for (const [at, term] of one.terms.entries()) dense[term] = one.counts[at] ?? 0;
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
  return { pairs, centroid: sentences.map((sentence) => cosine(sentence, whole, norm)) };
}

function cosine(sentence: ArticleSentence, dense: Float64Array, norm: number): number {
  let dot = 0;
  for (const [at, term] of sentence.terms.entries()) dot += (sentence.counts[at] ?? 0) * (dense[term] ?? 0);
  return dot === 0 ? 0 : dot / (sentence.norm * norm);
}
