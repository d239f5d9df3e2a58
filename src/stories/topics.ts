import { isStopWord, stemOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { topicsOfCategory } from './categories.ts';

/** What a topic by words looks through at most; a story with more says what it is about before that. */
const charactersMax = 100_000;

/** all: each must occur; any: at least one (if there are some); not: none may. A word may be a phrase. */
export interface TopicWords {
  all: readonly string[];
  any: readonly string[];
  not: readonly string[];
}

interface Phrase {
  stems: readonly string[];
  /** By position: the word must be written so. "US" and "WHO" would otherwise be "us" and "who", French "LA" any article. */
  exact: readonly (string | undefined)[];
}

const isAcronym = (word: string, language: string | undefined): boolean =>
  /^\p{Lu}{2,}$/u.test(word) && (isStopWord(word) || isStopWord(word, language));

function phraseOf(text: string, language: string | undefined): Phrase {
  const words = tokensOf(text, language);
  return {
    stems: words.map((word) => stemOf(word, language)),
    exact: words.map((word) => (isAcronym(word, language) ? word : undefined)),
  };
}

/** Positions of each stem, so that a phrase is looked for only where its first word stands. */
function positionsOf(stems: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  stems.forEach((stem, at) => {
    const list = positions.get(stem);
    if (list) list.push(at);
    else positions.set(stem, [at]);
  });
  return positions;
}

/** Whether a text fits a topic by words, in any inflection. Words without a letter or digit are left out; a topic of only `not` fits nothing. */
export function matchTopic(words: TopicWords, text: string, language?: string): boolean {
  const tokens = tokensOf(text.slice(0, charactersMax), language);
  const stems = tokens.map((token) => stemOf(token, language));
  const positions = positionsOf(stems);
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

/** What an article says of its topic. */
export interface TopicalArticle {
  id: string;
  /** Catalogue topics of the feeds that list it. */
  feedTopicIds: readonly string[];
  /** As the feed states them. */
  categories: readonly string[];
}

export interface StoryTopic {
  topicId: string;
  /** Of all topics, most first: why this one. */
  votes: readonly { topicId: string; feeds: number; categories: number }[];
}

/** A feed that is only about one topic says more than a tag that an editor added. */
const categoryWeight = 0.5;
/** Feeds called so carry what is important in every topic. */
const general = new Set(['world', 'politics']);
const generalWeight = 0.75;

/**
 * The catalogue topic that most articles of the story are filed under; undefined when nothing names one. An article in several feeds has one
 * vote in all. Only topics that some feed of the story has can win, so that a tag alone never moves a story to where nobody filed it.
 */
export function topicOfStory(articles: readonly TopicalArticle[]): StoryTopic | undefined {
  const votes = new Map<string, { topicId: string; feeds: number; categories: number }>();
  const voteFor = (topicId: string) => {
    const known = votes.get(topicId) ?? { topicId, feeds: 0, categories: 0 };
    votes.set(topicId, known);
    return known;
  };
  for (const { feedTopicIds, categories } of articles) {
    const topics = new Set(feedTopicIds);
    for (const topicId of topics) voteFor(topicId).feeds += 1 / topics.size;
    const named = new Set(categories.flatMap((category) => topicsOfCategory(category)));
    for (const topicId of named) voteFor(topicId).categories += 1 / named.size;
  }
  const weight = (vote: { topicId: string; feeds: number; categories: number }): number =>
    (vote.feeds + categoryWeight * vote.categories) * (general.has(vote.topicId) ? generalWeight : 1);
  const inOrder = [...votes.values()].sort((a, b) => weight(b) - weight(a) || (a.topicId < b.topicId ? -1 : 1));
  const best = inOrder.find((vote) => vote.feeds > 0);
  return best && { topicId: best.topicId, votes: inOrder };
}
