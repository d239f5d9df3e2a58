import type { ArticleText } from './articleSentences.ts';

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
  readonly digit: boolean;
  /** Of a pair the numbers of its stems. */
  readonly halves: readonly [number, number] | undefined;
  readonly first: number;
  last: number;
  count: number;
  sentences: number;
  nearness: number;
  inFirstThree: number;
  named: number;
}

/** The terms by the numbers of their stems and pairs. */
interface Index {
  readonly words: Int32Array;
  readonly pairs: Int32Array;
}

/** Counts the content words and pairs of an article, and where they stand. */
export function articleTerms({ sentences, numbering, stops }: ArticleText): ArticleTerms {
  const digits = numbering.stems.map((stem) => /\d/.test(stem));
  const index: Index = {
    words: new Int32Array(numbering.stems.length).fill(-1),
    pairs: new Int32Array(numbering.pairs).fill(-1),
  };
  const counted: Counted[] = [];
  const added = (key: string, digit: boolean, first: number, halves?: readonly [number, number]): number => {
    const start = { last: -1, count: 0, sentences: 0, nearness: 0, inFirstThree: 0, named: 0 };
    return counted.push({ key, digit, halves, first, ...start }) - 1;
  };
  const held = sentences.map(({ stems, pairs, names }, at) => {
    const own: number[] = [];
    for (let n = 0; n < stems.length; n++) {
      const stem = stems[n] ?? 0;
      const key = numbering.stems[stem] ?? '';
      if (!stops[stem]) {
        let place = index.words[stem] ?? -1;
        if (place < 0) index.words[stem] = place = added(key, digits[stem] === true, at);
        note(counted[place], place, at, own);
      }
      const next = stems[n + 1];
      if (next === undefined || (stops[stem] && stops[next])) continue;
      const pair = pairs[n] ?? 0;
      let place = index.pairs[pair] ?? -1;
      if (place < 0) {
        const digit = digits[stem] === true || digits[next] === true;
        index.pairs[pair] = place = added(`${key} ${numbering.stems[next]}`, digit, at, [stem, next]);
      }
      note(counted[place], place, at, own);
    }
    for (const name of names) {
      const term = counted[index.words[name] ?? -1];
      if (term) term.named++;
    }
    return own;
  });
  const all = Math.max(1, sentences.length);
  const terms = counted.map((term) => ({
    key: term.key,
    isPair: term.halves !== undefined,
    features: featuresOf(term, all, counted, index),
  }));
  return { terms, held };
}

function note(term: Counted | undefined, place: number, sentence: number, own: number[]): void {
  if (!term) return;
  term.count++;
  if (term.last === sentence) return;
  term.last = sentence;
  own.push(place);
  term.sentences++;
  term.nearness += 1 / (1 + sentence);
  if (sentence < 3) term.inFirstThree++;
}

function featuresOf(term: Counted, all: number, counted: readonly Counted[], { words }: Index): number[] {
  const features = wordFeatures(term, all);
  if (term.halves) {
    const [left, right] = term.halves.map((half) => counted[words[half] ?? -1]);
    addHalf(features, left);
    addHalf(features, right);
    features.push(
      left && right ? Math.min(Math.sqrt(left.nearness), Math.sqrt(right.nearness)) : 0,
      term.count / Math.min(left?.count ?? 3 * term.count, right?.count ?? 3 * term.count),
    );
  }
  return features;
}

function addHalf(features: number[], half: Counted | undefined): void {
  if (!half) features.push(1, 0, 0, 0);
  else features.push(0, Math.log1p(half.count), Math.sqrt(half.nearness), Math.min(1, half.named / half.count));
}

function wordFeatures(
  { digit, first, count, sentences, nearness, inFirstThree, named }: Counted,
  all: number,
): number[] {
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
    digit ? 1 : 0,
    Math.min(1, named / count),
    Math.log(all),
    early * Math.log1p(count),
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
    for (let at = 0; at < features.length; at++) sum += (features[at] ?? 0) * (learned[at] ?? 0);
    return Math.max(0, sum);
  });
}
