import type { ArticleId } from '../../ids.ts';
import { aloneWordsMax, quotedShareMax, quotingLimits } from '../articles/quotingLimits.ts';
import { saysWithdrawn } from '../text/labels.ts';
import { wordCount } from '../text/wordCount.ts';

/** Where extracts are shown: in a message for a whole channel, or on a card that one reader opened. */
export type QuotingPlace = keyof typeof quotingLimits;

/** The fields of an article that the limits depend on. */
export interface QuotedArticle {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  /** Maximum number of sentences that the publisher allows to be quoted. */
  readonly sentencesMax?: number;
  /** Maximum number of characters that the publisher allows to be quoted. */
  readonly charactersMax?: number;
}

/** Whether the article's text may be quoted: its publisher allows it, and its outlet did not withdraw the article. */
export const mayQuote = ({ title = '', paragraphs, sentencesMax = 1 }: QuotedArticle): boolean =>
  paragraphs.length > 0 && sentencesMax > 0 && !saysWithdrawn(title);

/** Whether the publisher's limit of characters allows quoting the text, if nothing else of the article is quoted. */
export const isShortEnough = (text: string, article: QuotedArticle | undefined): boolean =>
  text.length <= (article?.charactersMax ?? Number.POSITIVE_INFINITY);

/** A sentence, or a quotation within one. */
interface Extract {
  readonly text: string;
  readonly articleId: ArticleId;
}

/**
 * Limits what one message shows of each article, by `quotingLimits` and the publisher's limit. `take` returns false,
 * and counts nothing, if the extract exceeds a limit, or if its article isn't in `articles` or forbids quotes.
 */
export function createQuota(
  articles: ReadonlyMap<ArticleId, QuotedArticle>,
  place: QuotingPlace,
): { take(extract: Extract): boolean } {
  const used = new Map<string, { count: number; words: number; text: string }>();
  const lengths = new Map<string, number>();
  const limit = quotingLimits[place];
  return {
    take({ text, articleId }) {
      const article = articles.get(articleId);
      if (!article || !mayQuote(article)) return false;
      const so = used.get(articleId) ?? { count: 0, words: 0, text: '' };
      const words = so.words + wordCount(text);
      const count = so.count + 1;
      if (count > Math.min(limit.sentencesMax, article.sentencesMax ?? Number.POSITIVE_INFINITY)) return false;
      if (!isShortEnough(so.text + text, article)) return false;
      if (count === 1 && words > aloneWordsMax) return false;
      if (count > 1) {
        const wordsIn = () => article.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);
        const all = lengths.getOrInsertComputed(articleId, wordsIn);
        if (words > limit.wordsMax || words > all * quotedShareMax) return false;
      }
      used.set(articleId, { count, words, text: so.text + text });
      return true;
    },
  };
}

/** The sentences that may be shown together, in order. */
export function quotable<S extends Extract>(
  sentences: readonly S[],
  articles: ReadonlyMap<ArticleId, QuotedArticle>,
  place: QuotingPlace = 'public',
): S[] {
  const quota = createQuota(articles, place);
  return sentences.filter((sentence) => quota.take(sentence));
}
