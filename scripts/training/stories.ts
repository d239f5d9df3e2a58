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

const penalty = 3;

/** Features and the share of references that hold the concept, for the words and the pairs of one story. */
function rowsOf(story: Story): { words: Rows; pairs: Rows } {
  const table = conceptsOf(storySentences(story.articles));
  const inReference = story.references.map((text) => {
    const tokens = rougeTokens(text);
    return new Set([...ngrams(tokens, 1).keys(), ...ngrams(tokens, 2).keys()]);
  });
  const share = (concept: Concept): number =>
    inReference.filter((keys) => keys.has(concept.key)).length / story.references.length;
  const rows = (list: readonly Concept[]): Rows => ({
    features: list.map((concept) => conceptFeatures(concept, table)),
    targets: list.map(share),
  });
  return {
    words: rows(table.concepts.filter(({ pair }) => !pair)),
    pairs: rows(table.concepts.filter(({ pair }) => pair)),
  };
}

const rounded = (list: readonly number[]): number[] => list.map((value) => Number(value.toPrecision(5)));

function learn(rows: readonly { words: Rows; pairs: Rows }[]): StoryWeights {
  const of = (kind: 'words' | 'pairs'): number[] =>
    rounded(
      ridge(
        rows.flatMap((one) => one[kind].features),
        rows.flatMap((one) => one[kind].targets),
        penalty,
      ),
    );
  return { words: of('words'), pairs: of('pairs') };
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
