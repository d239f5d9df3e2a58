import type { Article } from '../engine/articles/article.ts';
import { figuresByDay } from '../engine/leads/figures.ts';
import { createQuota, mayQuote } from '../engine/leads/quoting.ts';
import { localDateAt } from '../schedule/localTime.ts';
import type { ChangedFigure } from '../storage/postContent.ts';
import { asStoryArticle, quotedBy } from './sentences.ts';

/**
 * Figures of the story that changed from day to day in this time zone. The text of each value is the sentence that
 * states it, or '' if the sentence must not be quoted.
 */
export function changedFigures(articles: readonly Article[], zone: string): ChangedFigure[] {
  const allowed = new Map(articles.filter(mayQuote).map((article) => [article.id, article]));
  const quota = createQuota(allowed, 'card');
  const figures = figuresByDay([...allowed.values()].map(asStoryArticle), (at) => localDateAt(at, zone));
  return figures.map(({ noun, values }) => ({
    noun,
    values: values.flatMap(({ value, articleId, sentence }) => {
      const article = allowed.get(articleId);
      if (article === undefined) return [];
      const isQuotable = sentence === article.title || quota.take({ text: sentence, articleId });
      return [{ ...quotedBy(article, isQuotable ? sentence : ''), value, at: article.publishedAt }];
    }),
  }));
}
