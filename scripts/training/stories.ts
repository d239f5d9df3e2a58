import { type Concept, conceptFeatures, conceptsOf } from '../../src/summaries/concepts.ts';
import { type StoryArticle, storySentences } from '../../src/summaries/storySentences.ts';
import { type StoryWeights, summarizeStory } from '../../src/summaries/storySummary.ts';
import { ridge } from './ridge.ts';
import { ngrams, recall, rougeTokens } from './rouge.ts';

export interface Story {
  id: string;
  articles: StoryArticle[];
  references: string[];
}

interface Rows {
  readonly features: number[][];
  readonly targets: number[];
}

type Prepared = Readonly<Record<keyof StoryWeights, Rows>>;

const penalty = 3;

/** Features and the share of references that hold the concept (once, or at least twice), for the words and the pairs of one story. */
function rowsOf(story: Story): Prepared {
  const table = conceptsOf(storySentences(story.articles));
  const inReference = story.references.map((text) => {
    const tokens = rougeTokens(text);
    return new Map([...ngrams(tokens, 1), ...ngrams(tokens, 2)]);
  });
  const share = (concept: Concept, times: number): number =>
    inReference.filter((counts) => (counts.get(concept.key) ?? 0) >= times).length / story.references.length;
  const rows = (list: readonly Concept[], times: number): Rows => ({
    features: list.map((concept) => conceptFeatures(concept, table)),
    targets: list.map((concept) => share(concept, times)),
  });
  const words = table.concepts.filter(({ pair }) => !pair);
  const pairs = table.concepts.filter(({ pair }) => pair);
  const repeated = ({ sentences }: Concept): boolean => sentences > 1;
  return {
    words: rows(words, 1),
    pairs: rows(pairs, 1),
    wordsAgain: rows(words.filter(repeated), 2),
    pairsAgain: rows(pairs.filter(repeated), 2),
  };
}

const rounded = (list: readonly number[]): number[] => list.map((value) => Number(value.toPrecision(5)));

function learn(rows: readonly Prepared[]): StoryWeights {
  const of = (kind: keyof StoryWeights): number[] =>
    rounded(
      ridge(
        rows.flatMap((one) => one[kind].features),
        rows.flatMap((one) => one[kind].targets),
        penalty,
      ),
    );
  return { words: of('words'), pairs: of('pairs'), wordsAgain: of('wordsAgain'), pairsAgain: of('pairsAgain') };
}

function scores(story: Story, weights: StoryWeights): { cut1: number; cut2: number; whole1: number; whole2: number } {
  const text = (wordsMax: number): string =>
    summarizeStory(story.articles, { wordsMax, weights })
      .map((line) => line.text)
      .join(' ');
  const cut = rougeTokens((text(130).match(/\S+/g) ?? []).slice(0, 100).join(' '));
  const whole = rougeTokens(text(100));
  const mean = (tokens: readonly string[], size: number): number =>
    (100 *
      story.references.reduce(
        (sum, reference) => sum + recall(ngrams(rougeTokens(reference), size), ngrams(tokens, size)),
        0,
      )) /
    story.references.length;
  return { cut1: mean(cut, 1), cut2: mean(cut, 2), whole1: mean(whole, 1), whole2: mean(whole, 2) };
}

/** Learns from all stories, and says how well weights learned from the other stories do on each one. */
export function trainStories(stories: readonly Story[]): StoryWeights {
  const rows = stories.map(rowsOf);
  const held = stories.map((story, at) => scores(story, learn(rows.filter((_, n) => n !== at))));
  const mean = (key: keyof (typeof held)[number]): string =>
    (held.reduce((sum, one) => sum + one[key], 0) / held.length).toFixed(2);
  console.log(
    `stories, each with weights of the ${stories.length - 1} others: R1/R2 cut ${mean('cut1')}/${mean('cut2')}, whole ${mean('whole1')}/${mean('whole2')}`,
  );
  return learn(rows);
}
