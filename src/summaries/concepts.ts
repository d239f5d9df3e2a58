import type { KnownWord } from '../text/knownWords.ts';
import { Numbering } from './numbering.ts';
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
  const numbering = new Numbering();
  /** Concepts by the numbers of their stems and pairs. */
  const index: { words: (number | undefined)[]; pairs: (number | undefined)[] } = { words: [], pairs: [] };
  const concepts: Counting[] = [];
  const all = sentences.map((sentence, at) => {
    const own: number[] = [];
    const hold = (place: number, capital: boolean): void => {
      const concept = concepts[place];
      if (!concept) return;
      if (capital) concept.capitals++;
      if (concept.lastSentence === at) return;
      concept.lastSentence = at;
      countIn(concept, sentence);
      own.push(place);
    };
    let before = -1;
    for (const [n, token] of sentence.tokens.entries()) {
      const id = numbering.of(token.longStem);
      const previous = sentence.tokens[n - 1];
      if (previous && !(token.stop && previous.stop)) {
        const pair = numbering.ofPair(before, id);
        index.pairs[pair] ??= added(concepts, sentence, [previous, token]);
        hold(index.pairs[pair], previous.capital || token.capital);
      }
      if (!token.stop) {
        index.words[id] ??= added(concepts, sentence, token);
        hold(index.words[id], token.capital);
      }
      before = id;
    }
    return own;
  });
  const words = new Map<string, Concept>();
  for (const [id, place] of index.words.entries()) {
    const concept = concepts[place ?? -1];
    if (concept) words.set(numbering.stems[id] ?? '', concept);
  }
  const articles = new Set(sentences.map(({ article }) => article)).size;
  return { ...kept(concepts, all, sentences.length < sentencesFew ? 1 : 2), articles, words };
}

function added(
  concepts: Counting[],
  { position }: StorySentence,
  what: KnownWord | readonly [KnownWord, KnownWord],
): number {
  const pair = 'longStem' in what ? undefined : what;
  const counting = {
    key: 'longStem' in what ? what.longStem : `${what[0].longStem} ${what[1].longStem}`,
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
  };
  return concepts.push(counting) - 1;
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
