import { dayMs } from '../../clock.ts';
import { isDamaged } from '../text/damaged.ts';
import { knownWords } from '../text/knownWords.ts';
import { namesCorrection } from '../text/labels.ts';
import { killedIn } from '../text/statedFigures.ts';
import { termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { weighted } from '../text/weighted.ts';
import { wordCount } from '../text/wordCount.ts';
import { firstSentences, repeatsOf, speaksOfItself } from './lead.ts';
import { quotation, standsAlone } from './readable.ts';
import type { ArticleSentence, StoryArticle } from './storyArticle.ts';

/** How much of an article is read: enough to contain its news even if the lead doesn't state it. */
const paragraphsRead = 6;
const sentencesRead = 14;
const lettersRead = 5_000;
const titleLetters = 300;
/** Shorter sentences are labels. */
const wordsMin = 4;
/** Minimum number of words outside quotations: enough to name the speaker. */
const toldMin = 2;
/** Shorter words are not searched for in compounds. */
const partLetters = 5;
/**
 * What each feature of a sentence is worth below a headline, in log-odds. Fitted (conditional logit) to 174 stories of
 * four archives whose sentences were judged one by one. Fitting on three archives and scoring on the fourth gave 84 %
 * fit sentences and 79 % fit pairs of headline and sentence.
 */
const weights = {
  /** Sentences before it in its article. */
  position: -0.36,
  first: 0.43,
  /** Says "I", "we" or "you". */
  personal: -0.86,
  /** The squared probability that its article is not news. */
  notNews: -1.4,
  /** The share of the headline's words that it has, even as part of a compound. */
  cover: 0.89,
  /** The logarithm of the number of words that the headline lacks, even as part of a compound. */
  added: 0.89,
  /** The logarithm of the number of names and numbers that the headline lacks. */
  facts: 0.28,
  /** Days, at most 1, that its article is older or newer than the headline's, and older than the newest. */
  older: -1.16,
  newer: -0.19,
  age: -0.51,
};

type Features = Record<keyof typeof weights, number>;

/** A sentence that may stand in a digest or on a card. */
export interface Quotable extends ArticleSentence {
  readonly article: StoryArticle;
  readonly position: number;
  readonly terms: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

const termSet = (text: string, language?: string): Set<string> => new Set(termsOf(text, language));

/** The stems of numbers, and of words with a capital other than the first word. */
function factsOf(text: string, language?: string): Set<string> {
  const known = knownWords(language);
  return new Set(
    tokensOf(text, language).flatMap((token, at) =>
      /^\d/.test(token) || (at > 0 && /^\p{Lu}/u.test(token)) ? [known.of(token).stem] : [],
    ),
  );
}

/** The sentences of the articles' openings that may be quoted alone; none is the title of one of the articles. */
export function quotablesOf(articles: readonly StoryArticle[]): Quotable[] {
  const titles = new Set(articles.map(({ title }) => title));
  return articles.flatMap((article) => {
    const { id, title, paragraphs, language } = article;
    const opening = paragraphs.slice(0, paragraphsRead);
    const repeatsTitle = repeatsOf(title);
    return firstSentences(opening, { count: sentencesRead, letters: lettersRead }, language, title).flatMap(
      (text, position) => {
        if (!mayStand(text) || titles.has(text) || repeatsTitle(text)) return [];
        const terms = termSet(text, language);
        return [{ text, articleId: id, article, position, terms, facts: factsOf(text, language) }];
      },
    );
  });
}

/** Whether the sentence is understood alone, undamaged and no bare quotation. */
const mayStand = (text: string): boolean =>
  wordCount(text) >= wordsMin &&
  wordCount(text.replace(quotation, '')) >= toldMin &&
  standsAlone(text) &&
  !isDamaged(text);

/** Whether the term contains one of the words or is part of one, as in German compounds. */
const isPartOf = (term: string, words: ReadonlySet<string>): boolean =>
  term.length >= partLetters &&
  [...words].some((word) => word.length >= partLetters && (word.includes(term) || term.includes(word)));

/** Returns a function for the features of a sentence below this headline. */
function sentenceFeatures(articles: readonly StoryArticle[], head: StoryArticle): (sentence: Quotable) => Features {
  const newest = Math.max(...articles.map(({ publishedAt = 0 }) => publishedAt));
  const title = head.title.slice(0, titleLetters);
  const headline = termSet(title, head.language);
  const headlineFacts = factsOf(title, head.language);
  return ({ text, article, position, terms, facts }) => {
    const { publishedAt = 0, notNews = 0 } = article;
    const days = (publishedAt - (head.publishedAt ?? 0)) / dayMs;
    const added = [...terms].filter((term) => !headline.has(term) && !isPartOf(term, headline));
    return {
      position: Math.min(position, 10),
      first: Number(position === 0),
      personal: Number(speaksOfItself(text.replace(quotation, ''))),
      notNews: notNews ** 2,
      cover:
        [...headline].filter((term) => terms.has(term) || isPartOf(term, terms)).length / Math.max(1, headline.size),
      added: Math.log1p(added.length),
      facts: Math.log1p(facts.difference(headlineFacts).size),
      older: Math.min(1, Math.max(0, -days)),
      newer: Math.min(1, Math.max(0, days)),
      age: Math.min(1, (newest - publishedAt) / dayMs),
    };
  };
}

/** A sentence with the log-odds that it should stand below the headline, compared with the story's other sentences. */
export interface RatedSentence {
  readonly sentence: Quotable;
  readonly worth: number;
}

/**
 * Rates the sentences below this headline, best first. Leaves out sentences that repeat it or give another death toll.
 * Leaves out another article's sentence if it shares no word with the headline and states no new fact, or if that
 * article is a correction, which explains a mistake ("It was 58").
 */
export function rateSentences(
  sentences: readonly Quotable[],
  articles: readonly StoryArticle[],
  head: StoryArticle,
): RatedSentence[] {
  const featuresOf = sentenceFeatures(articles, head);
  const repeatsHead = repeatsOf(head.title);
  const toll = killedIn(head.title.slice(0, titleLetters), head.publishedAt);
  const isHeads = ({ articleId }: Quotable) => Number(articleId === head.id);
  return sentences
    .flatMap((sentence) => {
      const features = featuresOf(sentence);
      const isOff = namesCorrection(sentence.article.title) || (features.cover === 0 && features.facts === 0);
      const killed = toll === 0 ? 0 : killedIn(sentence.text, sentence.article.publishedAt);
      const isOtherToll = killed !== 0 && killed !== toll;
      if (isOtherToll || repeatsHead(sentence.text) || (isOff && !isHeads(sentence))) return [];
      return [{ sentence, worth: weighted(features, weights) }];
    })
    .sort((a, b) => b.worth - a.worth || isHeads(b.sentence) - isHeads(a.sentence));
}
