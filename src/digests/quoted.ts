import type { Article } from '../articles/article.ts';
import type { QuotedSentence } from './digest.ts';

/** A sentence with the article it stands in. */
export const quotedBy = (article: Article, text: string): QuotedSentence => ({
  text,
  articleId: article.id,
  outlet: article.outletName,
  url: article.url,
});

/** The article as story summaries take it. */
export const asStoryArticle = <Given extends Article>(article: Given) => ({ ...article, outlet: article.outletName });
