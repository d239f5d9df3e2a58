import { aloneWordsMax, quotedShareMax, quotingLimits } from '../articles/quotingLimits.ts';
import { saysWithdrawn } from '../text/labels.ts';
import { wordCount } from '../text/wordCount.ts';

/** Where extracts stand: in a digest for everyone, or on the card that one reader asked for. */
export type Place = keyof typeof quotingLimits;

/** What the limits need to know of an article. */
export interface QuotedArticle {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  /** Sentences the publisher allows in all; no more than that is ever shown. */
  readonly sentencesMax?: number;
}

/**
 * Whether anything of the article may be shown: it has text, its publisher allows it, and its outlet did not withdraw
 * it.
 */
export const mayQuote = ({ title = '', paragraphs, sentencesMax = 1 }: QuotedArticle): boolean =>
  paragraphs.length > 0 && sentencesMax > 0 && !saysWithdrawn(title);

/** What stands in quotation: a sentence, or words of somebody in it. */
interface Extract {
  readonly text: string;
  readonly articleId: string;
}

/**
 * Counts what one message shows of each article: at most two extracts of 60 words in public or three on a card, never
 * over a quarter of its words unless it is a single one, which may have 120; never more than its publisher allows.
 * `take` is false for what would be too much, or of an article that is not given.
 */
export function createQuota(
  articles: ReadonlyMap<string, QuotedArticle>,
  place: Place,
): { take(extract: Extract): boolean } {
  const used = new Map<string, { count: number; words: number }>();
  const limit = quotingLimits[place];
  return {
    take({ text, articleId }) {
      const article = articles.get(articleId);
      if (!article || !mayQuote(article)) return false;
      const so = used.get(articleId) ?? { count: 0, words: 0 };
      const words = so.words + wordCount(text);
      const count = so.count + 1;
      if (count > Math.min(limit.sentencesMax, article.sentencesMax ?? Number.POSITIVE_INFINITY)) return false;
      if (count === 1 && words > aloneWordsMax) return false;
      if (count > 1) {
        const all = article.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);
        if (words > limit.wordsMax || words > all * quotedShareMax) return false;
      }
      used.set(articleId, { count, words });
      return true;
    },
  };
}

/** The sentences that may be shown together, in order. */
export function quotable<S extends Extract>(
  sentences: readonly S[],
  articles: ReadonlyMap<string, QuotedArticle>,
  place: Place = 'public',
): S[] {
  const quota = createQuota(articles, place);
  return sentences.filter((sentence) => quota.take(sentence));
}
