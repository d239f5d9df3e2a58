import type { ConceptTable } from './concepts.ts';
import { seededRandom } from './random.ts';
import type { StorySentence } from './storySentences.ts';

export interface CoverageRules {
  readonly wordsMax: number;
  readonly perArticleMax: number;
  readonly mayStand: (sentence: StorySentence) => boolean;
}

/** Rounds of greedy choice with noised weights; the best of them by the true weights is kept. */
const rounds = 24;
/** A further sentence must bring this share of the mean gain so far: better a short summary than a filled one. */
const gainShareMin = 0.1;

/** The sentences that together hold the heaviest concepts within the words, most telling first. */
export function coverBest(
  sentences: readonly StorySentence[],
  table: ConceptTable,
  weights: Float64Array,
  rules: CoverageRules,
): StorySentence[] {
  const usable = sentences.flatMap((sentence, at) =>
    !sentence.copy && sentence.words <= rules.wordsMax && rules.mayStand(sentence) ? [at] : [],
  );
  const random = seededRandom(7);
  let best: { chosen: number[]; value: number } = { chosen: [], value: -1 };
  const noised = new Float64Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    const power = round < 3 ? 0.6 + round * 0.2 : 0.6 + 0.4 * random();
    for (let at = 0; at < weights.length; at++)
      noised[at] = (weights[at] ?? 0) * (round < 3 ? 1 : 0.4 + 1.2 * random());
    const chosen = greedy(sentences, usable, table, noised, power, rules);
    const value = weightOf(chosen, table, weights);
    if (value > best.value) best = { chosen, value };
  }
  return mostTellingFirst(best.chosen, table, weights).flatMap((at) => sentences[at] ?? []);
}

function greedy(
  sentences: readonly StorySentence[],
  usable: readonly number[],
  table: ConceptTable,
  weights: Float64Array,
  power: number,
  rules: CoverageRules,
): number[] {
  const covered = new Uint8Array(weights.length);
  const fromArticle = new Map<number, number>();
  const chosen: number[] = [];
  let left = rules.wordsMax;
  let gained = 0;
  for (;;) {
    let best = -1;
    let bestScore = 0;
    let bestGain = 0;
    for (const at of usable) {
      const sentence = sentences[at];
      if (!sentence || sentence.words > left || (fromArticle.get(sentence.article) ?? 0) >= rules.perArticleMax)
        continue;
      const gain = gainOf(table.held[at] ?? [], weights, covered);
      const score = gain / sentence.words ** power;
      if (score > bestScore) [best, bestScore, bestGain] = [at, score, gain];
    }
    const sentence = sentences[best];
    if (!sentence || bestGain < (gainShareMin * gained) / Math.max(1, chosen.length)) return chosen;
    chosen.push(best);
    gained += bestGain;
    left -= sentence.words;
    fromArticle.set(sentence.article, (fromArticle.get(sentence.article) ?? 0) + 1);
    for (const concept of table.held[best] ?? []) covered[concept] = 1;
  }
}

function gainOf(held: readonly number[], weights: Float64Array, covered: Uint8Array): number {
  let gain = 0;
  for (const concept of held) if (covered[concept] === 0) gain += weights[concept] ?? 0;
  return gain;
}

function weightOf(chosen: readonly number[], table: ConceptTable, weights: Float64Array): number {
  const covered = new Uint8Array(weights.length);
  let value = 0;
  for (const at of chosen) {
    value += gainOf(table.held[at] ?? [], weights, covered);
    for (const concept of table.held[at] ?? []) covered[concept] = 1;
  }
  return value;
}

/** The chosen set in the order in which each next sentence brings most, so that whoever is short of room drops from the end. */
function mostTellingFirst(chosen: readonly number[], table: ConceptTable, weights: Float64Array): number[] {
  const covered = new Uint8Array(weights.length);
  const rest = [...chosen];
  const order: number[] = [];
  while (rest.length > 0) {
    const gains = rest.map((at) => gainOf(table.held[at] ?? [], weights, covered));
    const at = rest.splice(gains.indexOf(Math.max(...gains)), 1)[0];
    if (at === undefined) break;
    order.push(at);
    for (const concept of table.held[at] ?? []) covered[concept] = 1;
  }
  return order;
}
