import type { ConceptTable } from './concepts.ts';
import type { StorySentence } from './storySentences.ts';

export interface CoverageRules {
  readonly wordsMax: number;
  readonly perArticleMax: number;
  readonly mayStand: (sentence: StorySentence) => boolean;
}

/** What each concept is worth when it is said first, and when it is said once more. */
export interface ConceptWeights {
  readonly once: Float64Array;
  readonly again: Float64Array;
}

/** Between the most telling sentence (0) and the most telling per word (1); beyond this a full search for the best set does worse. */
const lengthPower = 0.8;
/** A further sentence must bring this share of the mean gain so far: better a short summary than a filled one. */
const gainShareMin = 0.1;
/** A further sentence of whose worth less than this is new says the same again, however heavy its names are. */
const newShareMin = 0.2;

interface Said {
  readonly times: Uint8Array;
  readonly fromArticle: Map<number, number>;
}

/** The sentences that together hold the heaviest concepts within the words; each next one tells most per word beside those before it. */
export function coverBest(
  sentences: readonly StorySentence[],
  table: ConceptTable,
  weights: ConceptWeights,
  { wordsMax, perArticleMax, mayStand }: CoverageRules,
): StorySentence[] {
  const usable = new Set(
    sentences.flatMap((sentence, at) => (!sentence.copy && sentence.words <= wordsMax ? [at] : [])),
  );
  const costs = sentences.map(({ words }) => words ** lengthPower);
  const said: Said = { times: new Uint8Array(table.concepts.length), fromArticle: new Map() };
  const chosen: StorySentence[] = [];
  let left = wordsMax;
  let gained = 0;
  for (;;) {
    let best = { at: -1, gain: 0, score: 0 };
    for (const at of usable) {
      const sentence = sentences[at];
      if (!sentence || sentence.words > left || (said.fromArticle.get(sentence.article) ?? 0) >= perArticleMax)
        continue;
      const gain = gainOf(table.held[at] ?? [], weights, said.times);
      const score = gain / (costs[at] ?? 1);
      if (score > best.score) best = { at, gain, score };
    }
    const sentence = sentences[best.at];
    if (!sentence) return chosen;
    usable.delete(best.at);
    // Asked of the best ones only: it is the most expensive question about a sentence.
    if (!mayStand(sentence)) continue;
    if (best.gain < (gainShareMin * gained) / Math.max(1, chosen.length)) return chosen;
    chosen.push(sentence);
    gained += best.gain;
    left -= sentence.words;
    said.fromArticle.set(sentence.article, (said.fromArticle.get(sentence.article) ?? 0) + 1);
    for (const concept of table.held[best.at] ?? []) said.times[concept] = (said.times[concept] ?? 0) + 1;
  }
}

function gainOf(held: readonly number[], { once, again }: ConceptWeights, times: Uint8Array): number {
  let all = 0;
  let fresh = 0;
  let repeated = 0;
  for (const concept of held) {
    const weight = once[concept] ?? 0;
    all += weight;
    if (times[concept] === 0) fresh += weight;
    else if (times[concept] === 1) repeated += again[concept] ?? 0;
  }
  return fresh < newShareMin * all ? 0 : fresh + repeated;
}
