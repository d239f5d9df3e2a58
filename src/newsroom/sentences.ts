import type { Article } from '../articles/article.ts';
import type { QuotedSentence } from '../digests/digest.ts';
import { headlineOf } from '../stories/headline.ts';
import { saysMuted } from './muted.ts';
import { mayQuote, quotable } from './summaries/quoting.ts';
import { tellStory } from './summaries/telling.ts';

/** A sentence with the article it stands in. */
export const quotedBy = (article: Article, text: string): QuotedSentence => ({
  text,
  articleId: article.id,
  outlet: article.outletName,
  url: article.url,
});

/** The article as story summaries take it. */
export const asStoryArticle = <Given extends Article>(article: Given) => ({ ...article, outlet: article.outletName });

/**
 * The sentence that tells the story in public, from articles that may be quoted: none that repeats the sentences and
 * headlines in `told`, and none with a muted word. Undefined if none is fit.
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
    mayStand: ({ text, articleId }) => !saysMuted({ text, language: byId.get(articleId)?.language }, mutedWords),
  });
  const article = line && byId.get(line.articleId);
  return article && quotable([quotedBy(article, line.text)], byId)[0];
}
