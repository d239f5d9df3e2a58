import { isStopWord } from '../text/locales/stopWords.ts';
import { stemOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { modelledTopics } from './topicModel.ts';

/** A story with more says what it is about before that. */
const charactersMax = 100_000;

/** all: each must occur; any: at least one (if there are some); not: none may. A word may be a phrase. */
export interface TopicWords {
  all: readonly string[];
  any: readonly string[];
  not: readonly string[];
}

interface Phrase {
  stems: readonly string[];
  /** Acronyms by position, since "US" and "WHO" are also "us" and "who". */
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

/** A text that topics by words are looked for in. */
export interface ReadText {
  language: string | undefined;
  tokens: readonly string[];
  stems: readonly string[];
  /** Where each stem stands. */
  positions: ReadonlyMap<string, readonly number[]>;
}

export function readText(text: string, language?: string): ReadText {
  const tokens = tokensOf(text.slice(0, charactersMax), language);
  const stems = tokens.map((token) => stemOf(token, language));
  return { language, tokens, stems, positions: Map.groupBy(stems.keys(), (at) => stems[at] ?? '') };
}

/** Whether a text fits a topic by words, in any inflection. A topic of only `not` fits nothing. */
export const matchTopic = (words: TopicWords, text: string, language?: string): boolean =>
  fitsTopic(words, readText(text, language));

/** As `matchTopic`, of a text that is read once for many topics. */
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

/** What an article says of its topics. */
export interface TopicalArticle {
  /** Topics of the feeds that list it. */
  topicIds: readonly string[];
  /** What the topic model says: 0 to 1 for each topic that it knows. */
  topicShares: ReadonlyMap<string, number>;
}

/** Measured on five labelled mornings, with models that had not seen the day. */
const storyShareMin = 0.35;
/** Of a general topic in a story that general feeds mostly list: more than a stray vote. */
const generalShareMin = 0.2;
const headShareMin = { ofFeed: 0.35, ofOther: 0.6, alone: 0.85 };
const togetherMin = 0.5;

/** How far an article belongs to a topic, by the model; if it doesn't know, whether a feed of the topic lists it. */
export function shareOf({ topicIds, topicShares }: TopicalArticle, topicId: string): number {
  const isJudged = topicShares.size > 0 && modelledTopics.has(topicId);
  return isJudged ? (topicShares.get(topicId) ?? 0) : Number(topicIds.includes(topicId));
}

/** Whether the article may head its story in a channel of the topic; `alone` if no other outlet's feed confirms it. */
export function isOfTopic(article: TopicalArticle, topicId: string, alone = false): boolean {
  const min = alone ? 'alone' : article.topicIds.includes(topicId) ? 'ofFeed' : 'ofOther';
  return shareOf(article, topicId) >= headShareMin[min];
}

/**
 * Topics among the wanted ones that a story of these articles belongs to, most fitting first. General topics that the
 * model does not know count for each other, since "US", "World" and "Politics" share one story's feeds. Where several
 * topics are wanted and none fits, the one with most articles will do if feeds of all of them together list half.
 */
export function topicsOfStory(
  articles: readonly TopicalArticle[],
  wanted: readonly string[],
  general: ReadonlySet<string> = new Set(),
): string[] {
  const mean = (of: (article: TopicalArticle) => number) =>
    articles.reduce((sum, article) => sum + of(article), 0) / Math.max(1, articles.length);
  const listedIn = (isMeant: (topicId: string) => boolean) => mean(({ topicIds }) => Number(topicIds.some(isMeant)));
  const isGeneral = listedIn((id) => general.has(id)) >= togetherMin;
  const shares = wanted.map((topicId) => ({ topicId, share: mean((article) => shareOf(article, topicId)) }));
  shares.sort((a, b) => b.share - a.share);
  const fitting = shares.filter(({ topicId, share }) => {
    const countsForOthers = isGeneral && general.has(topicId) && !modelledTopics.has(topicId);
    return share >= (countsForOthers ? generalShareMin : storyShareMin);
  });
  if (fitting.length > 0) return fitting.map(({ topicId }) => topicId);
  const [best] = shares;
  const together = listedIn((id) => wanted.includes(id));
  return best !== undefined && together >= togetherMin && wanted.length > 1 ? [best.topicId] : [];
}
