import { isStopWord } from '../text/stopWords.ts';
import type { ArticleSentence } from './articleSentences.ts';

/** A content word or a pair of neighbouring words of one article. */
export interface ArticleTerm {
  readonly key: string;
  readonly isPair: boolean;
  /** What the share of summaries that hold it is predicted from; words and pairs have lists of different length. */
  readonly features: readonly number[];
}

export interface ArticleTerms {
  readonly terms: readonly ArticleTerm[];
  /** Of every sentence, the indexes of its terms, each once. */
  readonly held: readonly (readonly number[])[];
}

interface Counted {
  readonly key: string;
  readonly halves: readonly [string, string] | undefined;
  readonly first: number;
  count: number;
  sentences: number;
  nearness: number;
  inFirstThree: number;
  named: number;
}

/** Counts the content words and pairs of an article, and where they stand. */
export function articleTerms(sentences: readonly ArticleSentence[]): ArticleTerms {
  const index = new Map<string, number>();
  const counted: Counted[] = [];
  const held = sentences.map(({ stems, names }, at) => {
    const own = new Set<number>();
    const note = (key: string, halves?: readonly [string, string]): void => {
      const place = index.get(key) ?? counted.length;
      if (place === counted.length) {
        index.set(key, place);
        counted.push({ key, halves, first: at, count: 0, sentences: 0, nearness: 0, inFirstThree: 0, named: 0 });
      }
      const term = counted[place];
      if (!term) return;
      term.count++;
      if (own.has(place)) return;
      own.add(place);
      term.sentences++;
      term.nearness += 1 / (1 + at);
      if (at < 3) term.inFirstThree++;
    };
    const stops = stems.map((stem) => isStopWord(stem));
    for (const [n, stem] of stems.entries()) {
      if (!stops[n]) note(stem);
      const next = stems[n + 1];
      if (next !== undefined && !(stops[n] && stops[n + 1])) note(`${stem} ${next}`, [stem, next]);
    }
    for (const name of names) {
      const term = counted[index.get(name) ?? -1];
      if (term) term.named++;
    }
    return [...own];
  });
  const all = Math.max(1, sentences.length);
  const terms = counted.map((term) => {
    const halves = term.halves?.map((half) => counted[index.get(half) ?? -1]);
    const features = halves
      ? [...wordFeatures(term, all), ...pairFeatures(term, halves[0], halves[1])]
      : wordFeatures(term, all);
    return { key: term.key, isPair: term.halves !== undefined, features };
  });
  return { terms, held };
}

function wordFeatures({ key, first, count, sentences, nearness, inFirstThree, named }: Counted, all: number): number[] {
  const early = Math.exp(-first / 3);
  return [
    1,
    Math.log1p(count),
    count === 1 ? 1 : 0,
    sentences / all,
    Math.sqrt(sentences / all),
    early,
    first === 0 ? 1 : 0,
    first < 3 ? 1 : 0,
    Math.log1p(first),
    nearness,
    Math.sqrt(nearness),
    inFirstThree,
    /\d/.test(key) ? 1 : 0,
    Math.min(1, named / count),
    Math.log(all),
    early * Math.log1p(count),
  ];
}

function pairFeatures(term: Counted, left: Counted | undefined, right: Counted | undefined): number[] {
  const of = (half: Counted | undefined): number[] =>
    half ? [0, Math.log1p(half.count), Math.sqrt(half.nearness), Math.min(1, half.named / half.count)] : [1, 0, 0, 0];
  const [a, b] = [of(left), of(right)];
  return [
    ...a,
    ...b,
    left && right ? Math.min(a[2] ?? 0, b[2] ?? 0) : 0,
    term.count / Math.min(left?.count ?? 3 * term.count, right?.count ?? 3 * term.count),
  ];
}

/** The share of summaries that are likely to hold each term. */
export function expectedShares(
  { terms }: ArticleTerms,
  weights: { words: readonly number[]; pairs: readonly number[] },
): Float64Array {
  return Float64Array.from(terms, ({ features, isPair }) => {
    const learned = isPair ? weights.pairs : weights.words;
    let sum = 0;
    for (const [at, feature] of features.entries()) sum += feature * (learned[at] ?? 0);
    return Math.max(0, sum);
  });
}
