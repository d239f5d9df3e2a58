import { type ArticleText, articleText, type SummarizedArticle } from './articleSentences.ts';
import { type Boosted, boostedValue } from './boosted.ts';
import { candidateSets } from './candidates.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { sentenceFeatures } from './sentenceFeatures.ts';
import { judged, setFeatures } from './setFeatures.ts';

/** All learned numbers: trees that score sentences, then trees and a linear part that score whole summaries. */
export interface SummaryWeights {
  readonly sentences: readonly Boosted[];
  readonly sets: readonly Boosted[];
  readonly linear: readonly number[];
}

export interface Read {
  readonly language: string | undefined;
  readonly text: ArticleText;
  readonly likeness: Likeness;
  readonly features: readonly (readonly number[])[];
}

/** An article as the models see it. */
export function read(article: SummarizedArticle): Read {
  const text = articleText(article);
  const likeness = likenessOf(text);
  return { language: article.language, text, likeness, features: sentenceFeatures(text, likeness) };
}

const total = (models: readonly Boosted[], row: readonly number[]): number =>
  models.reduce((sum, model) => sum + boostedValue(model, row), 0);

/** How much each sentence alone would tell, relative to the others of its article. */
export function sentenceScores({ features }: Read, weights: SummaryWeights): number[] {
  return features.map((row) => total(weights.sentences, row) / weights.sentences.length);
}

export interface RankedSet {
  readonly set: readonly number[];
  readonly value: number;
}

/** The candidate summaries, best first. `lead` is always among the sentences they are made of. */
export function rankedSets(
  article: Read,
  scores: readonly number[],
  weights: SummaryWeights,
  wordsMax: number,
  lead?: number,
): RankedSet[] {
  const all = judged(article.text, article.likeness, scores);
  return candidateSets(article.text, scores, wordsMax, lead)
    .map((set) => {
      const row = setFeatures(set, all);
      let value = total(weights.sets, row) + (weights.linear[0] ?? 0);
      for (const [at, feature] of row.entries()) value += feature * (weights.linear[at + 1] ?? 0);
      return { set, value };
    })
    .sort((a, b) => b.value - a.value);
}
