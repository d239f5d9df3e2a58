import type { TopicId } from '../../ids.ts';
import { isStopWord } from '../languages/stopWords.ts';
import { stemsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';

/** How many characters of a text are matched. A longer text names its subject within them. */
const charactersMax = 100_000;

/**
 * Words of a topic: all of `all`, at least one of `any` (unless it is empty), and none of `not` must occur. A word may
 * be a phrase.
 */
export interface TopicWords {
  all: readonly string[];
  any: readonly string[];
  not: readonly string[];
}

/** Splits an alert's words: a word that begins with "-" must not occur; of the others, at least one must. */
export const alertWords = (words: readonly string[] = []): TopicWords => ({
  all: [],
  any: words.filter((word) => !word.startsWith('-')),
  not: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
});

interface Phrase {
  stems: readonly string[];
  /** Acronyms that are also stop words, by position; they match only in capitals: "US" is not "us". */
  exact: readonly (string | undefined)[];
}

const isAcronym = (word: string, language: string | undefined): boolean =>
  /^\p{Lu}{2,}$/u.test(word) && (isStopWord(word) || isStopWord(word, language));

function phraseOf(text: string, language: string | undefined): Phrase {
  const words = tokensOf(text, language);
  return {
    stems: stemsOf(words, language),
    exact: words.map((word) => (isAcronym(word, language) ? word : undefined)),
  };
}

/** A text prepared for matching word topics. */
export interface ReadText {
  language: string | undefined;
  tokens: readonly string[];
  stems: readonly string[];
  positions: ReadonlyMap<string, readonly number[]>;
}

export function readText(text: string, language?: string): ReadText {
  const tokens = tokensOf(text.slice(0, charactersMax), language);
  const stems = stemsOf(tokens, language);
  return { language, tokens, stems, positions: Map.groupBy(stems.keys(), (at) => stems[at] ?? '') };
}

/** Whether a text matches a word topic, in any inflection. A topic with only `not` matches nothing. */
export const matchTopic = (words: TopicWords, text: string, language?: string): boolean =>
  fitsTopic(words, readText(text, language));

/** Like `matchTopic`, for a text that is prepared once for many topics. */
export function fitsTopic(words: TopicWords, { language, tokens, stems, positions }: ReadText): boolean {
  const phrases = (list: readonly string[]): Phrase[] =>
    list.map((word) => phraseOf(word, language)).filter((phrase) => phrase.stems.length > 0);
  const occurs = ({ stems: wanted, exact }: Phrase): boolean =>
    (positions.get(wanted[0] ?? '') ?? []).some((at) =>
      wanted.every(
        (stem, k) =>
          stems[at + k] === stem && (exact[k] === undefined || tokens[at + k]?.toUpperCase() === tokens[at + k]),
      ),
    );
  const all = phrases(words.all);
  const any = phrases(words.any);
  if (all.length + any.length === 0) return false;
  return all.every(occurs) && (any.length === 0 || any.some(occurs)) && !phrases(words.not).some(occurs);
}

export interface TopicalArticle {
  /** Topics of the feeds that list it. */
  topicIds: readonly TopicId[];
  /**
   * Probability of each topic, 0 to 1, from the model learned on this installation's feeds; empty if nothing is known.
   */
  topicShares: ReadonlyMap<TopicId, number>;
}

/**
 * Minimum shares of a topic, chosen on five labelled mornings of the archive `en` for an earlier, shipped topic model.
 * With learned topics, other values (.35 to .5 for a story, .35 to .85 for its headline) were no better on the archives
 * `us`, `deat` and `en`.
 */
const storyShareMin = 0.35;
const headShareMin = { ofFeed: 0.35, ofOther: 0.6, alone: 0.85 };

/**
 * How far an article belongs to the wanted topics, 0 to 1. If nothing was learned: 1 if a feed of one of these topics
 * lists the article, else 0.
 */
export function shareOf({ topicIds, topicShares }: TopicalArticle, wanted: readonly TopicId[]): number {
  if (topicShares.size === 0) return Number(topicIds.some((id) => wanted.includes(id)));
  return wanted.reduce((sum, id) => sum + (topicShares.get(id) ?? 0), 0);
}

/**
 * Whether the article may provide its story's headline in a channel with these topics. Set `alone` if no other outlet's
 * feed confirms the topic.
 */
export function isOfTopics(article: TopicalArticle, wanted: readonly TopicId[], alone = false): boolean {
  const isListed = article.topicIds.some((id) => wanted.includes(id));
  const min = alone ? 'alone' : isListed ? 'ofFeed' : 'ofOther';
  return shareOf(article, wanted) >= headShareMin[min];
}

/**
 * The wanted topics that a story of these articles belongs to, best match first. A story spread over several of them
 * belongs at least to the one with the largest share. Empty if their total share is too small.
 */
export function topicsOfStory(articles: readonly TopicalArticle[], wanted: readonly TopicId[]): TopicId[] {
  const mean = (topicIds: readonly TopicId[]) =>
    articles.reduce((sum, article) => sum + shareOf(article, topicIds), 0) / Math.max(1, articles.length);
  if (mean(wanted) < storyShareMin) return [];
  const shares = wanted.map((topicId) => ({ topicId, share: mean([topicId]) })).sort((a, b) => b.share - a.share);
  return shares.filter(({ share }, at) => at === 0 || share >= storyShareMin).map(({ topicId }) => topicId);
}
