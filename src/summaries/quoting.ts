import { saysWithdrawn } from '../text/labels.ts';
import { wordCount } from '../text/wordCount.ts';

/** Where extracts stand: in a digest for everyone, or on the card that one reader asked for. */
export type Place = 'public' | 'card';

/** What the limits need to know of an article. */
export interface QuotedArticle {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  /** Sentences the publisher allows in all; no more than that is ever shown. */
  readonly sentencesMax?: number;
}

const limits: Record<Place, { sentences: number; words: number }> = {
  public: { sentences: 2, words: 60 },
  // Three sentences of the length that 60 words allow for two.
  card: { sentences: 3, words: 90 },
};
/** Never more of an article than this, however short it is. */
const shareMax = 0.25;
/** A snippet is shorter than any article: one sentence of it may always be shown, as the feed shows it itself. */
const sentencesAlways = 1;

/** Whether anything of the article may be shown: it has text, its publisher allows it, and its outlet did not withdraw it. */
export const mayQuote = ({ title = '', paragraphs, sentencesMax = 1 }: QuotedArticle): boolean =>
  paragraphs.length > 0 && sentencesMax > 0 && !saysWithdrawn(title);

/**
 * The sentences that may be shown, in order: per article at most two of 60 words in public or three on a card, never over a quarter of its
 * words unless it is a single sentence, never more than its publisher allows. Sentences of articles that are not given are left out.
 */
export function quotable<S extends { readonly text: string; readonly articleId: string }>(
  sentences: readonly S[],
  articles: ReadonlyMap<string, QuotedArticle>,
  place: Place = 'public',
): S[] {
  const used = new Map<string, { sentences: number; words: number }>();
  return sentences.filter(({ text, articleId }) => {
    const article = articles.get(articleId);
    if (!article || !mayQuote(article)) return false;
    const so = used.get(articleId) ?? { sentences: 0, words: 0 };
    const words = so.words + wordCount(text);
    const count = so.sentences + 1;
    const limit = limits[place];
    if (count > Math.min(limit.sentences, article.sentencesMax ?? Number.POSITIVE_INFINITY)) return false;
    if (count > sentencesAlways) {
      const all = article.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);
      if (words > limit.words || words > all * shareMax) return false;
    }
    used.set(articleId, { sentences: count, words });
    return true;
  });
}
