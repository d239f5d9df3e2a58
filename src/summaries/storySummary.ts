import { type ConceptTable, conceptFeatures, conceptsOf } from './concepts.ts';
import { type ConceptWeights, coverBest } from './coverage.ts';
import { supersededSentences } from './figures.ts';
import { repeatsOf } from './lead.ts';
import { marksBalanced, standsAlone } from './readable.ts';
import { mayStateFigure } from './statedFigures.ts';
import { type StoryArticle, type StorySentence, storySentences } from './storySentences.ts';
import trained from './storyWeights.json' with { type: 'json' };

/** Ridge weights for the features of words and of pairs, said first and said once more, as `scripts/train.ts` learns them. */
export interface StoryWeights {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  readonly wordsAgain: readonly number[];
  readonly pairsAgain: readonly number[];
}

export interface StoryLine {
  text: string;
  articleId: string;
}

/** Words count less than pairs, which hold them too. */
const wordShare = 0.7;
/** Many light concepts make no heavy one. */
const weightPower = 1.5;
/** What is said once more is worth that much of what was learned; all of it made summaries that circle around one name. */
const againShare = 0.5;
const perArticleMax = 2;
const wordsMaxDefault = 100;
/** Enough headlines to compare with in a story of hundreds. */
const titlesRead = 30;
/** Shorter ones are remarks that fill a gap ("Nothing seems right."). */
const wordsMin = 10;

/**
 * Sentences of several outlets that together tell most of the story, word for word, most telling first; at most two of one article. Only
 * sentences that stand by themselves: whole quotations, no pronoun in front, no question, no headline, no figure that a later article replaced.
 */
export function summarizeStory(
  articles: readonly StoryArticle[],
  options: { wordsMax?: number; weights?: StoryWeights } = {},
): StoryLine[] {
  const sentences = storySentences(articles);
  const table = conceptsOf(sentences);
  const weights = conceptWeights(table, options.weights ?? trained);
  const repeats = articles.slice(0, titlesRead).map(({ title }) => repeatsOf(title));
  let superseded: ReadonlySet<string> | undefined;
  const isSuperseded = (text: string): boolean => {
    if (!mayStateFigure(text)) return false;
    superseded ??= supersededSentences(articles);
    return superseded.has(text);
  };
  const stands = ({ text, words, language }: StorySentence): boolean =>
    words >= wordsMin &&
    standsAlone(text, language) &&
    !repeats.some((repeatsOne) => repeatsOne(text)) &&
    !isSuperseded(text);
  const rules = { wordsMax: options.wordsMax ?? wordsMaxDefault, perArticleMax };
  const chosen = coverBest(sentences, table, weights, { ...rules, mayStand: stands });
  const lines = chosen.length > 0 ? chosen : firstUsable(sentences, rules.wordsMax);
  return lines.map(({ text, articleId }) => ({ text, articleId }));
}

/** One sentence rather than none, though it is not of the kind one would choose. */
function firstUsable(sentences: readonly StorySentence[], wordsMax: number): StorySentence[] {
  const first = sentences.find(({ text, words }) => words <= wordsMax && marksBalanced(text)) ?? sentences[0];
  return first ? [first] : [];
}

function conceptWeights({ concepts, ...table }: ConceptTable, weights: StoryWeights): ConceptWeights {
  const once = new Float64Array(concepts.length);
  const again = new Float64Array(concepts.length);
  for (const [at, concept] of concepts.entries()) {
    const features = conceptFeatures(concept, table);
    const share = concept.pair ? 1 : wordShare;
    once[at] = (share * predicted(features, concept.pair ? weights.pairs : weights.words)) ** weightPower;
    if (concept.sentences > 1)
      again[at] =
        againShare *
        (share * predicted(features, concept.pair ? weights.pairsAgain : weights.wordsAgain)) ** weightPower;
  }
  return { once, again };
}

function predicted(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [at, feature] of features.entries()) sum += feature * (weights[at] ?? 0);
  return Math.max(0, sum);
}
