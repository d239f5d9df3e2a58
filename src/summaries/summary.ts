import type { SummarizedArticle } from './articleSentences.ts';
import { leadOf } from './lead.ts';
import { type Read, rankedSets, read, type SummaryWeights, sentenceScores } from './model.ts';
import { reads } from './sentenceForms.ts';
import trained from './summaryWeights.json' with { type: 'json' };

const wordsMaxDefault = 60;
/** Longest summaries that the second model was taught. */
const wordsLearned = 60;
/** More alike than this, a further sentence says the same again. */
const alikeMax = 0.5;
/** A summary that begins with the lead is taken when it is predicted this close to the best one. */
const leadMargin = 0.3;

/**
 * Sentences of the article that tell it best within the words, word for word and in its order; the first one even if it alone is longer. It begins
 * with the lead unless that is far from telling the news, repeats no headline, breaks no quotation and leaves no pronoun without its sentence before.
 */
export function summarize(
  article: SummarizedArticle,
  options: { wordsMax?: number; weights?: SummaryWeights } = {},
): string[] {
  const weights = options.weights ?? (trained as SummaryWeights);
  const wordsMax = options.wordsMax ?? wordsMaxDefault;
  const known = read(article);
  if (known.text.sentences.length === 0) return [];
  const leadText = leadOf(article)[0];
  const lead = known.text.sentences.findIndex(({ text }) => text === leadText);
  const scores = sentenceScores(known, weights);
  const set = chosenSet(known, scores, weights, wordsMax, lead);
  return extended(known, scores, set, wordsMax).flatMap((at) => known.text.sentences[at]?.text ?? []);
}

/** The second model knows summaries of up to 60 words; longer ones go on with the next best sentences that say something else. */
function extended(known: Read, scores: readonly number[], set: readonly number[], wordsMax: number): number[] {
  const chosen = [...set];
  if (wordsMax <= wordsLearned) return chosen;
  const words = (at: number): number => known.text.sentences[at]?.words ?? 0;
  let left = wordsMax - chosen.reduce((sum, at) => sum + words(at), 0);
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  for (const at of order) {
    const alike = chosen.some((other) => (known.likeness.pairs[at]?.[other] ?? 0) >= alikeMax);
    if (chosen.includes(at) || words(at) > left || alike || words(at) < 8) continue;
    const next = [...chosen, at].sort((a, b) => a - b);
    if (!reads(known.forms, next)) continue;
    chosen.splice(0, chosen.length, ...next);
    left -= words(at);
  }
  return chosen;
}

function chosenSet(
  known: Read,
  scores: readonly number[],
  weights: SummaryWeights,
  wordsMax: number,
  lead: number,
): readonly number[] {
  const ranked = rankedSets(known, scores, weights, Math.min(wordsMax, wordsLearned), lead < 0 ? undefined : lead);
  const best = ranked[0];
  if (!best) return [Math.max(0, lead)];
  const led = ranked.find(({ set }) => set[0] === lead);
  return led && led.value >= best.value - leadMargin ? led.set : best.set;
}
