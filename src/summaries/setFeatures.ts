import type { ArticleText } from './articleSentences.ts';
import type { ArticleTerms } from './articleTerms.ts';
import type { Likeness } from './likeness.ts';
import { quotedShare } from './sentenceFeatures.ts';
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
  readonly bestScore: number;
  /** How often all content terms occur together. */
  readonly weight: number;
  readonly seen: Seen;
  /** Of each sentence, what depends on nothing else. */
  readonly surface: readonly { quoted: number; leans: number; said: number }[];
}

/**
 * In which set each number was met last, so that counting what stands in a set clears nothing and makes no sets of its own: hundreds of sets are
 * counted for one article.
 */
interface Seen {
  set: number;
  readonly stems: Int32Array;
  readonly pairs: Int32Array;
  readonly terms: Int32Array;
  /** How often each content term stands in the set, if it was met in it. */
  readonly counts: Int32Array;
  readonly told: Int32Array;
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
    bestScore: Math.max(...scores),
    weight: sum(text.frequency),
    seen: {
      set: 0,
      stems: new Int32Array(text.numbering.stems.length),
      pairs: new Int32Array(text.numbering.pairs),
      terms: new Int32Array(text.frequency.length),
      counts: new Int32Array(text.frequency.length),
      told: new Int32Array(terms.terms.length),
    },
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
  all.seen.set++;
  const { words, scores, ranks, quoted, leans, said, names, digits, gaps, weighted } = sums(set, all);
  const sorted = set.map((at) => all.scores[at] ?? 0).sort((a, b) => b - a);
  const count = all.text.sentences.length;
  const first = set[0] ?? 0;
  const last = set.at(-1) ?? 0;
  return [
    set.length,
    words / 60,
    (words / 60) ** 2,
    scores,
    scores / set.length,
    sorted[0] ?? 0,
    sorted.at(-1) ?? 0,
    sorted[1] ?? 0,
    weighted / words,
    all.bestScore - (sorted[0] ?? 0),
    ranks,
    worstRank(set, all),
    ...coverage(set, all),
    gaps,
    set.includes(0) ? 1 : 0,
    set.includes(1) ? 1 : 0,
    sum(set) / set.length,
    first,
    last,
    (last - first) / count,
    quoted / set.length,
    leans,
    names / words,
    digits / words,
    said / set.length,
    all.scores[0] ?? 0,
    Math.log(count),
    ...expectedHits(set, words, all),
  ];
}

/** What is added up over the sentences of a set. */
function sums(set: readonly number[], { text, scores, ranks, surface }: Judged) {
  const all = {
    words: 0,
    scores: 0,
    ranks: 0,
    quoted: 0,
    leans: 0,
    said: 0,
    names: 0,
    digits: 0,
    gaps: 0,
    weighted: 0,
  };
  for (const [n, at] of set.entries()) {
    const sentence = text.sentences[at];
    const own = surface[at];
    if (!sentence || !own) continue;
    const score = scores[at] ?? 0;
    all.words += sentence.words;
    all.scores += score;
    all.weighted += score * sentence.words;
    all.ranks += ranks[at] ?? 0;
    all.quoted += own.quoted;
    all.leans += own.leans;
    all.said += own.said;
    all.names += sentence.names.length;
    all.digits += sentence.digits;
    if (n > 0 && set[n - 1] === at - 1) all.gaps++;
  }
  return all;
}

const worstRank = (set: readonly number[], { ranks }: Judged): number =>
  set.reduce((worst, at) => Math.max(worst, ranks[at] ?? 0), 0);

/** Words that a summary of this length has, more or less. */
const wordsUsual = 45;

/** How much of what other summaries are likely to say the set says. */
function expectedHits(set: readonly number[], words: number, { terms, shares, expected, seen }: Judged): number[] {
  let ones = 0;
  let twos = 0;
  for (const at of set) {
    const held = terms.held[at] ?? [];
    for (let n = 0; n < held.length; n++) {
      const term = held[n] ?? 0;
      if (seen.told[term] === seen.set) continue;
      seen.told[term] = seen.set;
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
function coverage(set: readonly number[], all: Judged): number[] {
  const { likeness, weight } = all;
  const { dot, square, held, heavy } = contentOf(set, all);
  const { tokens, stems, pairs } = variety(set, all);
  const norm = Math.sqrt(square) * likeness.norm;
  let alike = 0;
  for (const at of set)
    for (const other of set) if (at < other) alike = Math.max(alike, likeness.pairs[at]?.[other] ?? 0);
  return [
    norm === 0 ? 0 : dot / norm,
    held / Math.max(1, weight),
    heavy / 15,
    alike,
    stems / Math.max(1, tokens),
    pairs / Math.max(1, tokens),
  ];
}

/** Of the set's content terms: their product with the article, their own square, how often they stand in all, how many of the 15 heaviest they are. */
function contentOf(set: readonly number[], { text, seen }: Judged) {
  const content = { dot: 0, square: 0, held: 0, heavy: 0 };
  for (const at of set) {
    const { terms = [], counts = [] } = text.sentences[at] ?? {};
    for (let n = 0; n < terms.length; n++) {
      const term = terms[n] ?? 0;
      const count = counts[n] ?? 0;
      const frequency = text.frequency[term] ?? 0;
      const before = seen.terms[term] === seen.set ? (seen.counts[term] ?? 0) : 0;
      if (before === 0) {
        seen.terms[term] = seen.set;
        content.held += frequency;
        if ((text.heaviness[term] ?? 0) < 15) content.heavy++;
      }
      seen.counts[term] = before + count;
      content.dot += count * frequency;
      content.square += count * (2 * before + count);
    }
  }
  return content;
}

/** How many different stems and pairs stand among the words of the set. */
function variety(set: readonly number[], { text, seen }: Judged) {
  let tokens = 0;
  let stems = 0;
  let pairs = 0;
  for (const at of set) {
    const { stems: own = [], pairs: ownPairs = [] } = text.sentences[at] ?? {};
    tokens += own.length;
    for (let n = 0; n < own.length; n++) {
      const stem = own[n] ?? 0;
      const pair = ownPairs[n] ?? 0;
      if (seen.stems[stem] !== seen.set) {
        seen.stems[stem] = seen.set;
        stems++;
      }
      if (seen.pairs[pair] !== seen.set) {
        seen.pairs[pair] = seen.set;
        pairs++;
      }
    }
  }
  return { tokens, stems, pairs };
}
