import type { ArticleText } from './articleSentences.ts';
import type { ArticleTerms } from './articleTerms.ts';
import type { Likeness } from './likeness.ts';
import { heaviest, quotedShare } from './sentenceFeatures.ts';
import type { SentenceForm } from './sentenceForms.ts';

/** What the second model compares: one candidate summary, sentence indexes in article order. */
export interface Judged {
  readonly text: ArticleText;
  readonly likeness: Likeness;
  readonly scores: readonly number[];
  readonly terms: ArticleTerms;
  readonly shares: Float64Array;
  /** What all terms together are expected to give. */
  readonly expected: { readonly words: number; readonly pairs: number };
  readonly ranks: readonly number[];
  readonly heavy: ReadonlySet<number>;
  readonly weight: number;
  /** Of each sentence, what depends on nothing else. */
  readonly surface: readonly { quoted: number; leans: number; said: number }[];
}

/** What the features are made from, of one article. */
export interface Material {
  readonly text: ArticleText;
  readonly likeness: Likeness;
  readonly forms: readonly SentenceForm[];
  readonly terms: ArticleTerms;
}

/** `shares` says of each term how many summaries are likely to hold it. */
export function judged(
  { text, likeness, forms, terms }: Material,
  scores: readonly number[],
  shares: Float64Array,
): Judged {
  const expected = { words: 0, pairs: 0 };
  for (const [at, share] of shares.entries()) expected[terms.terms[at]?.isPair ? 'pairs' : 'words'] += share;
  const order = scores.map((score, at) => [score, at] as const).sort((a, b) => b[0] - a[0]);
  const ranks: number[] = [];
  for (const [rank, [, at]] of order.entries()) ranks[at] = rank;
  return {
    text,
    likeness,
    scores,
    terms,
    shares,
    expected,
    ranks,
    heavy: heaviest(text.frequency, 15),
    weight: text.frequency.reduce((sum, value) => sum + value, 0),
    surface: text.sentences.map((sentence, at) => ({
      quoted: quotedShare(sentence.text),
      leans: forms[at]?.leans ? 1 : 0,
      said: /\b(?:said|says|told)\b/.test(sentence.text) ? 1 : 0,
    })),
  };
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

/** Features of a candidate summary; the order is the one the weights were learned in. */
export function setFeatures(set: readonly number[], all: Judged): number[] {
  const sentences = set.flatMap((at) => all.text.sentences[at] ?? []);
  const words = sentences.map((sentence) => sentence.words);
  const total = sum(words);
  const scores = set.map((at) => all.scores[at] ?? 0);
  const sorted = scores.toSorted((a, b) => b - a);
  const best = Math.max(...all.scores);
  const ranks = set.map((at) => all.ranks[at] ?? 0);
  const count = all.text.sentences.length;
  const surface = set.flatMap((at) => all.surface[at] ?? []);
  const gaps = set.map((at, n) => (n > 0 && set[n - 1] === at - 1 ? 1 : 0));
  return [
    set.length,
    total / 60,
    (total / 60) ** 2,
    sum(scores),
    sum(scores) / set.length,
    sorted[0] ?? 0,
    sorted.at(-1) ?? 0,
    sorted[1] ?? 0,
    sum(scores.map((score, n) => score * (words[n] ?? 0))) / total,
    best - (sorted[0] ?? 0),
    sum(ranks),
    Math.max(...ranks),
    ...coverage(set, all),
    sum(gaps),
    set.includes(0) ? 1 : 0,
    set.includes(1) ? 1 : 0,
    sum([...set]) / set.length,
    set[0] ?? 0,
    set.at(-1) ?? 0,
    ((set.at(-1) ?? 0) - (set[0] ?? 0)) / count,
    sum(surface.map(({ quoted }) => quoted)) / set.length,
    sum(surface.map(({ leans }) => leans)),
    sum(sentences.map(({ names }) => names.length)) / total,
    sum(sentences.map(({ digits }) => digits)) / total,
    sum(surface.map(({ said }) => said)) / set.length,
    all.scores[0] ?? 0,
    Math.log(count),
    ...expectedHits(set, total, all),
  ];
}

/** Words that a summary of this length has, more or less. */
const wordsUsual = 45;

/** How much of what other summaries are likely to say the set says. */
function expectedHits(set: readonly number[], words: number, { terms, shares, expected }: Judged): number[] {
  const seen = new Set<number>();
  let ones = 0;
  let twos = 0;
  for (const at of set) {
    for (const term of terms.held[at] ?? []) {
      if (seen.has(term)) continue;
      seen.add(term);
      if (terms.terms[term]?.isPair) twos += shares[term] ?? 0;
      else ones += shares[term] ?? 0;
    }
  }
  return [
    ones,
    twos,
    ones / words,
    twos / words,
    ones / Math.max(1e-9, expected.words),
    twos / Math.max(1e-9, expected.pairs),
    (2 * ones) / (words + wordsUsual),
    (2 * twos) / (words + wordsUsual),
  ];
}

/** How much of the article the set holds, and how little of it twice. */
function coverage(set: readonly number[], { text, likeness, heavy, weight }: Judged): number[] {
  const counts = new Map<number, number>();
  let tokens = 0;
  const stems = new Set<string>();
  const pairs = new Set<string>();
  for (const at of set) {
    const sentence = text.sentences[at];
    if (!sentence) continue;
    for (const [n, term] of sentence.terms.entries())
      counts.set(term, (counts.get(term) ?? 0) + (sentence.counts[n] ?? 0));
    for (const [n, stem] of sentence.stems.entries()) {
      stems.add(stem);
      pairs.add(`${stem} ${sentence.stems[n + 1] ?? ''}`);
    }
    tokens += sentence.stems.length;
  }
  let dot = 0;
  let held = 0;
  let heavyHeld = 0;
  for (const [term, count] of counts) {
    dot += count * (text.frequency[term] ?? 0);
    held += text.frequency[term] ?? 0;
    if (heavy.has(term)) heavyHeld++;
  }
  const norm = Math.hypot(...counts.values()) * Math.hypot(...text.frequency.slice(0, 10_000));
  let alike = 0;
  for (const [n, at] of set.entries())
    for (const other of set.slice(n + 1)) alike = Math.max(alike, likeness.pairs[at]?.[other] ?? 0);
  return [
    norm === 0 ? 0 : dot / norm,
    held / Math.max(1, weight),
    heavyHeld / 15,
    alike,
    stems.size / Math.max(1, tokens),
    pairs.size / Math.max(1, tokens),
  ];
}
