import type { ArticleSentence, ArticleText } from './articleSentences.ts';
import type { Likeness } from './likeness.ts';
import { marksBalanced } from './readable.ts';

const test = (pattern: RegExp, text: string): number => (pattern.test(text) ? 1 : 0);

const anyMark = /["“”]|``|''/;

/** Share of the characters that stand in quotation marks, roughly: every second stretch between marks. */
export function quotedShare(text: string): number {
  if (!anyMark.test(text)) return 0;
  const parts = text.split(anyMark);
  let quoted = 0;
  for (let at = 1; at < parts.length; at += 2) quoted += parts[at]?.length ?? 0;
  return quoted / Math.max(1, text.length);
}

const mean = (list: ArrayLike<number>, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at++) sum += list[at] ?? 0;
  return to > from ? sum / (to - from) : 0;
};

interface Overall {
  /** The three names that stand most often. */
  readonly names: readonly (number | undefined)[];
  /** How often each pair of neighbouring words occurs. */
  readonly pairCounts: Int32Array;
  readonly firstMet: Int32Array;
  readonly ranks: readonly number[];
}

function overall({ sentences, frequency, numbering }: ArticleText, likeness: Likeness): Overall {
  const names = new Map<number, number>();
  const pairCounts = new Int32Array(numbering.pairs);
  const firstMet = new Int32Array(frequency.length).fill(-1);
  for (const [at, { pairs, names: own, terms }] of sentences.entries()) {
    for (const name of own) names.set(name, (names.get(name) ?? 0) + 1);
    for (let n = 0; n + 1 < pairs.length; n++) {
      const pair = pairs[n] ?? 0;
      pairCounts[pair] = (pairCounts[pair] ?? 0) + 1;
    }
    for (const term of terms) if (firstMet[term] === -1) firstMet[term] = at;
  }
  const byCentroid = likeness.centroid.map((value, at) => [value, at] as const).sort((a, b) => b[0] - a[0]);
  const ranks: number[] = [];
  for (const [rank, [, at]] of byCentroid.entries()) ranks[at] = rank;
  const top = [...names].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return { names: [top[0]?.[0], top[1]?.[0], top[2]?.[0]], pairCounts, firstMet, ranks };
}

/** What the first model knows of each sentence; the order is the one the weights were learned in. */
export function sentenceFeatures(text: ArticleText, likeness: Likeness): Float64Array[] {
  const whole = overall(text, likeness);
  const first = text.sentences[0];
  const article = [likeness.centroid[0] ?? 0, (first?.words ?? 0) / 40, test(/\?["”]?$/, first?.text ?? '')];
  return text.sentences.map(
    (sentence, at) =>
      new Float64Array([
        ...positionFeatures(at, text.sentences.length),
        ...centralityFeatures(at, likeness, whole),
        ...wordFeatures(sentence, at, text, whole),
        ...surfaceFeatures(sentence, whole),
        ...article,
      ]),
  );
}

function positionFeatures(at: number, all: number): number[] {
  const near = [0, 1, 2, 3, 4].map((place) => (place === at ? 1 : 0));
  return [...near, Math.exp(-at / 2), Math.exp(-at / 8), 1 / (1 + at), at / all, Math.log(all)];
}

function centralityFeatures(at: number, { pairs, centroid }: Likeness, whole: Overall): number[] {
  const row = pairs[at] ?? new Float64Array(0);
  const own = centroid[at] ?? 0;
  let earlier = 0;
  let above = 0;
  for (let other = 0; other < row.length; other++) {
    if (other < at) earlier = Math.max(earlier, row[other] ?? 0);
    if (other !== at && (row[other] ?? 0) > 0.1) above++;
  }
  const others = Math.max(1, row.length - 1);
  return [
    own,
    own * own,
    (whole.ranks[at] ?? 0) / row.length,
    row[0] ?? 0,
    row[1] ?? 0,
    mean(row, 0, Math.min(4, row.length)),
    mean(row, at + 1, row.length),
    (mean(row, 0, row.length) * row.length - (row[at] ?? 0)) / others,
    above / others,
    earlier,
    row[at - 1] ?? 0,
    row[at + 1] ?? 0,
  ];
}

function wordFeatures(
  { terms, counts, stems, pairs, words }: ArticleSentence,
  at: number,
  { frequency, heaviness }: ArticleText,
  whole: Overall,
): number[] {
  const content = Math.max(1, terms.length);
  let tf = 0;
  let heavy10 = 0;
  let heavy20 = 0;
  let met = 0;
  let once = 0;
  let introduced = 0;
  for (const term of terms) {
    const all = frequency[term] ?? 0;
    tf += all;
    const place = heaviness[term] ?? 0;
    if (place < 10) heavy10++;
    if (place < 20) heavy20++;
    if (all === 1) once++;
    else if (whole.firstMet[term] === at) introduced++;
    else met++;
  }
  let recurring = 0;
  for (let n = 0; n + 1 < pairs.length; n++) if ((whole.pairCounts[pairs[n] ?? 0] ?? 0) > 1) recurring++;
  const length = words / 40;
  return [
    tf / content,
    heavy10 / 10,
    heavy20 / 20,
    introduced / content,
    met / content,
    once / content,
    recurring / Math.max(1, stems.length),
    length,
    length * length,
    words < 8 ? 1 : 0,
    words > 40 ? 1 : 0,
    counts.reduce((sum, count) => sum + count, 0) / Math.max(1, stems.length),
  ];
}

function surfaceFeatures({ text, words, digits, capitals, names }: ArticleSentence, whole: Overall): number[] {
  const personal = text.match(/\b(?:I|me|my|we|us|our|you|your)\b/gi)?.length ?? 0;
  return [
    quotedShare(text),
    test(/^["“‘`]/, text),
    marksBalanced(text) ? 0 : 1,
    digits / words,
    test(/[$€£]\s?\d/, text),
    capitals / words,
    ...whole.names.map((name) => (name !== undefined && names.includes(name) ? 1 : 0)),
    test(/^["“]?(?:he|she|they|it|his|her|their|its|we|i|you)\b/i, text),
    test(/^["“]?(?:but|and|or|so|yet|still|however|then)\b/i, text),
    test(/^["“]?(?:this|that|these|those|there)\b/i, text),
    test(/^["“]?(?:in|on|at|for|with|after|before|as|by|from|when|while|if)\b/i, text),
    personal / words,
    test(/\?/, text),
    test(/\b(?:said|says|told)\b/, text),
    test(/\b(?:said|says)\.$/, text),
    test(/\baccording to\b/i, text),
    test(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/, text),
    test(/\b(?:19|20)\d\d\b/, text),
    test(/\b(?:will|would)\b/, text),
    test(/\b(?:killed|died|dead|charged|arrested|accused|injured|sentenced|convicted)\b/, text),
    test(/[—–]|--/, text),
    (text.match(/,/g)?.length ?? 0) / words,
    test(/\bwho\b/, text),
  ];
}
