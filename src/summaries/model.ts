import { articleText, type SummarizedArticle } from './articleSentences.ts';
import { articleTerms, expectedShares } from './articleTerms.ts';
import { type Boosted, boostedValue } from './boosted.ts';
import { candidateSets } from './candidates.ts';
import { likenessOf } from './likeness.ts';
import { sentenceFeatures } from './sentenceFeatures.ts';
import { formsOf, reads } from './sentenceForms.ts';
import { judged, type Material, setFeatures } from './setFeatures.ts';

/** All learned numbers: trees that score sentences, what terms are likely to be told, then trees and a linear part that score whole summaries. */
export interface SummaryWeights {
  readonly sentences: readonly Boosted[];
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  /** Learned from how good each set is. */
  readonly sets: readonly Boosted[];
  /** Learned from which set is the best of its article. */
  readonly choices: readonly Boosted[];
  readonly linear: readonly number[];
}

export interface Read extends Material {
  readonly features: readonly Float64Array[];
}

/** An article as the models see it. */
export function read(article: SummarizedArticle): Read {
  const text = articleText(article);
  const likeness = likenessOf(text);
  return {
    text,
    likeness,
    features: sentenceFeatures(text, likeness),
    forms: formsOf(text, article.language),
    terms: articleTerms(text),
  };
}

const total = (models: readonly Boosted[], row: Float64Array): number =>
  models.reduce((sum, model) => sum + boostedValue(model, row), 0);

/** How much each sentence alone would tell, relative to the others of its article. */
export function sentenceScores({ features }: Read, weights: Pick<SummaryWeights, 'sentences'>): number[] {
  return features.map((row) => total(weights.sentences, row) / weights.sentences.length);
}

export interface RankedSet {
  readonly set: readonly number[];
  readonly value: number;
}

/** The choices alone prefer short summaries; half of them beside the rest does best, with a little for every word. */
const choiceShare = 0.5;
const perWord = 0.003;

/** The candidate summaries that a reader can follow, best first. `lead` is always among the sentences they are made of. */
export function rankedSets(
  article: Read,
  scores: readonly number[],
  weights: SummaryWeights,
  wordsMax: number,
  lead?: number,
): RankedSet[] {
  const all = judged(article, scores, expectedShares(article.terms, weights));
  return readableSets(article, scores, wordsMax, lead)
    .map((set) => {
      const row = new Float64Array(setFeatures(set, all));
      let value = total(weights.sets, row) + choiceShare * total(weights.choices, row) + (weights.linear[0] ?? 0);
      value += perWord * set.reduce((words, at) => words + (article.text.sentences[at]?.words ?? 0), 0);
      for (let at = 0; at < row.length; at++) value += (row[at] ?? 0) * (weights.linear[at + 1] ?? 0);
      return { set, value };
    })
    .sort((a, b) => b.value - a.value);
}

/** The sets that the second model compares and learns from: only those that a reader can follow, unless there is none. */
export function readableSets(
  { text, forms }: Read,
  scores: readonly number[],
  wordsMax: number,
  also?: number,
): number[][] {
  const sets = candidateSets(text, scores, { wordsMax, also, mayStand: (set) => reads(forms, set) });
  return sets.length > 0 ? sets : candidateSets(text, scores, { wordsMax, also, mayStand: () => true });
}
