import type { Article } from '../engine/articles/article.ts';
import { isShortEnough, mayQuote, quotable } from '../engine/leads/quoting.ts';
import { tellStory } from '../engine/leads/telling.ts';
import { headlineOf } from '../engine/stories/headline.ts';
import type { QuotedSentence } from '../storage/telling.ts';
import { saysMuted } from './muted.ts';

export const quotedBy = (article: Article, text: string): QuotedSentence => ({
  text,
  articleId: article.id,
  outlet: article.outletName,
  url: article.url,
});

/** The article in the form for the engine. */
export const asStoryArticle = <Given extends Article>(article: Given) => ({ ...article, outlet: article.outletName });

/**
 * Chooses the sentence to quote in public, if its article may be quoted. It repeats no sentence or headline in `told`
 * and contains no muted word. Undefined if none qualifies.
 */
export function publicSentence(
  articles: readonly Article[],
  headlineId: string,
  given: { told: readonly string[]; mutedWords?: readonly string[] },
): QuotedSentence | undefined {
  const { told, mutedWords = [] } = given;
  const allowed = articles.filter(mayQuote);
  const head = allowed.find(({ id }) => id === headlineId) ?? (allowed.length > 0 ? headlineOf(allowed) : undefined);
  if (!head) return undefined;
  const byId = new Map(allowed.map((article) => [article.id, article]));
  const [line] = tellStory(allowed.map(asStoryArticle), asStoryArticle(head), {
    max: 1,
    told,
    mayStand: ({ text, articleId }) =>
      isShortEnough(text, byId.get(articleId)) &&
      !saysMuted({ text, language: byId.get(articleId)?.language }, mutedWords),
  });
  const article = line && byId.get(line.articleId);
  return article && quotable([quotedBy(article, line.text)], byId)[0];
}
