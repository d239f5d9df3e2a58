import type { StorySentence, Token } from './storySentences.ts';

/** A content word or a pair of neighbouring words, with how the story's articles use it. */
export interface Concept {
  readonly key: string;
  readonly pair: readonly [Token, Token] | undefined;
  articles: number;
  inFirst: number;
  inFirstThree: number;
  sentences: number;
  earliest: number;
  nearness: number;
  capitals: number;
  /** Sentences that hold it, by index. */
  readonly holders: number[];
}

interface Counting extends Concept {
  lastArticle: number;
  lastFirst: number;
  lastThree: number;
}

export interface ConceptTable {
  readonly concepts: readonly Concept[];
  /** Of every sentence, the indexes of its concepts, each once. */
  readonly held: readonly (readonly number[])[];
  readonly articles: number;
  readonly byKey: ReadonlyMap<string, Concept>;
}

/** Counts the concepts of a story: content words, and pairs of words that are not two stop words. */
export function conceptsOf(sentences: readonly StorySentence[]): ConceptTable {
  const index = new Map<string, number>();
  const concepts: Counting[] = [];
  const held = sentences.map((sentence, at) => {
    const own = new Set<number>();
    for (const [n, token] of sentence.tokens.entries()) {
      if (!token.stop) own.add(note(token.stem, undefined, token.capital, sentence));
      const next = sentence.tokens[n + 1];
      if (next && !(token.stop && next.stop))
        own.add(note(`${token.stem} ${next.stem}`, [token, next], token.capital || next.capital, sentence));
    }
    for (const one of own) {
      const concept = concepts[one];
      if (!concept) continue;
      concept.holders.push(at);
      countIn(concept, sentence);
    }
    return [...own];
  });

  function note(key: string, pair: Concept['pair'], capital: boolean, sentence: StorySentence): number {
    let at = index.get(key);
    if (at === undefined) {
      at = concepts.length;
      index.set(key, at);
      const none = {
        articles: 0,
        inFirst: 0,
        inFirstThree: 0,
        sentences: 0,
        earliest: sentence.position,
        nearness: 0,
        capitals: 0,
      };
      concepts.push({ key, pair, ...none, holders: [], lastArticle: -1, lastFirst: -1, lastThree: -1 });
    }
    const concept = concepts[at];
    if (concept && capital) concept.capitals++;
    return at;
  }

  const byKey = new Map<string, Concept>(concepts.map((concept) => [concept.key, concept]));
  return { concepts, held, articles: new Set(sentences.map(({ article }) => article)).size, byKey };
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
export function conceptFeatures(concept: Concept, table: ConceptTable): number[] {
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
  const of = (token: Token): Concept | undefined => table.byKey.get(token.stem);
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
