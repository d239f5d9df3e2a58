import type { KnownWord } from '../text/knownWords.ts';
import type { StorySentence } from './storySentences.ts';

/** A content word or a pair of neighbouring words, with how the story's articles use it. */
export interface Concept {
  readonly key: string;
  readonly pair: readonly [KnownWord, KnownWord] | undefined;
  articles: number;
  inFirst: number;
  inFirstThree: number;
  sentences: number;
  earliest: number;
  nearness: number;
  capitals: number;
}

interface Counting extends Concept {
  lastSentence: number;
  lastArticle: number;
  lastFirst: number;
  lastThree: number;
}

export interface ConceptTable {
  readonly concepts: readonly Concept[];
  /** Of every sentence, the indexes of its concepts, each once. */
  readonly held: readonly (readonly number[])[];
  readonly articles: number;
  /** Words by their stem. */
  readonly words: ReadonlyMap<string, Concept>;
}

/** In a story of fewer sentences than this, what one sentence alone says may be the news. */
const sentencesFew = 40;

/**
 * The concepts of a story: content words, and pairs of words that are not two stop words. Of a story of many sentences only those that two
 * sentences hold: what a single one says is rarely what the story is about (measured), and it is most of the work.
 */
export function conceptsOf(sentences: readonly StorySentence[]): ConceptTable {
  const words = new Map<string, number>();
  const pairs = new Map<number, number>();
  const concepts: Counting[] = [];
  const ids = new Map<string, number>();
  const all = sentences.map((sentence, at) => {
    const own: number[] = [];
    const hold = (index: number, capital: boolean): void => {
      const concept = concepts[index];
      if (!concept) return;
      if (capital) concept.capitals++;
      if (concept.lastSentence === at) return;
      concept.lastSentence = at;
      countIn(concept, sentence);
      own.push(index);
    };
    let before: number | undefined;
    for (const [n, token] of sentence.tokens.entries()) {
      const id = numberOf(ids, token.longStem);
      const previous = sentence.tokens[n - 1];
      if (previous && before !== undefined && !(token.stop && previous.stop))
        hold(
          found(pairs, before * idsMax + id, concepts, sentence, [previous, token]),
          previous.capital || token.capital,
        );
      if (!token.stop) hold(found(words, token.longStem, concepts, sentence, token), token.capital);
      before = id;
    }
    return own;
  });
  const wordConcepts = new Map<string, Concept>();
  for (const [stem, index] of words) {
    const concept = concepts[index];
    if (concept) wordConcepts.set(stem, concept);
  }
  const articles = new Set(sentences.map(({ article }) => article)).size;
  return { ...kept(concepts, all, sentences.length < sentencesFew ? 1 : 2), articles, words: wordConcepts };
}

/** More different stems than any story has; keeps a pair of their numbers one number. */
const idsMax = 2 ** 26;

function numberOf(ids: Map<string, number>, stem: string): number {
  const known = ids.get(stem);
  if (known !== undefined) return known;
  ids.set(stem, ids.size);
  return ids.size - 1;
}

function found<Key>(
  index: Map<Key, number>,
  key: Key,
  concepts: Counting[],
  { position }: StorySentence,
  what: KnownWord | readonly [KnownWord, KnownWord],
): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  const pair = 'stem' in what ? undefined : what;
  index.set(key, concepts.length);
  concepts.push({
    key: 'stem' in what ? what.longStem : `${what[0].longStem} ${what[1].longStem}`,
    pair,
    articles: 0,
    inFirst: 0,
    inFirstThree: 0,
    sentences: 0,
    earliest: position,
    nearness: 0,
    capitals: 0,
    lastSentence: -1,
    lastArticle: -1,
    lastFirst: -1,
    lastThree: -1,
  });
  return concepts.length - 1;
}

function kept(
  concepts: readonly Counting[],
  all: readonly (readonly number[])[],
  sentencesMin: number,
): Pick<ConceptTable, 'concepts' | 'held'> {
  const places = new Int32Array(concepts.length).fill(-1);
  const list: Counting[] = [];
  for (const [at, concept] of concepts.entries()) {
    if (concept.sentences < sentencesMin) continue;
    places[at] = list.length;
    list.push(concept);
  }
  const held = all.map((own) => own.flatMap((at) => (places[at] === -1 ? [] : [places[at] ?? 0])));
  return { concepts: list, held };
}

function countIn(concept: Counting, { article, position }: StorySentence): void {
  concept.sentences++;
  concept.earliest = Math.min(concept.earliest, position);
  concept.nearness += 1 / (1 + position);
  if (concept.lastArticle !== article) {
    concept.articles++;
    concept.lastArticle = article;
  }
  if (position === 0 && concept.lastFirst !== article) {
    concept.inFirst++;
    concept.lastFirst = article;
  }
  if (position <= 2 && concept.lastThree !== article) {
    concept.inFirstThree++;
    concept.lastThree = article;
  }
}

/** What the weight of a concept is predicted from; words and pairs have lists of different length. */
export function conceptFeatures(concept: Concept, table: Omit<ConceptTable, 'concepts'>): number[] {
  const all = Math.max(1, table.articles);
  const share = concept.articles / all;
  const features = [
    1,
    share,
    share * share,
    concept.inFirst / all,
    concept.inFirstThree / all,
    concept.sentences / all,
    Math.sqrt(concept.sentences / all),
    Math.log1p(concept.sentences),
    Math.exp(-concept.earliest / 3),
    concept.nearness / all,
    concept.sentences === 1 ? 1 : 0,
    concept.articles >= 3 ? 1 : 0,
    concept.inFirst > 0 ? 1 : 0,
    /\d/.test(concept.key) ? 1 : 0,
    Math.min(1, concept.capitals / concept.sentences),
  ];
  if (!concept.pair) return features;
  const [left, right] = concept.pair;
  const of = (token: KnownWord): Concept | undefined => table.words.get(token.longStem);
  const first = of(left);
  const second = of(right);
  const counts = [first?.sentences ?? concept.sentences * 3, second?.sentences ?? concept.sentences * 3];
  return [
    ...features,
    left.stop ? 1 : 0,
    right.stop ? 1 : 0,
    (first?.articles ?? 0) / all,
    (second?.articles ?? 0) / all,
    (first?.inFirst ?? 0) / all,
    (second?.inFirst ?? 0) / all,
    concept.sentences / Math.min(...counts),
  ];
}
