import type { Article } from '../articles/article.ts';
import { headlineOf } from '../stories/headline.ts';
import { mayQuote, quotable } from '../summaries/quoting.ts';
import { tellStory } from '../summaries/telling.ts';
import type { QuotedSentence } from './digest.ts';
import { saysMuted } from './muted.ts';
import { asStoryArticle, quotedBy } from './quoted.ts';

/** More than are shown: some are too long for what one article may give. */
const sentencesRead = 6;

/** What may be quoted of the articles, and which of it stands under the headline. */
function quotedOf(articles: readonly Article[], headlineId: string) {
  const allowed = articles.filter(mayQuote);
  const head = allowed.find(({ id }) => id === headlineId) ?? (allowed.length > 0 ? headlineOf(allowed) : undefined);
  return { allowed, head };
}

/**
 * What tells the story in public, best first, of the articles that may be quoted; nothing that `told`, sentences and
 * headlines, says, and nothing with a muted word.
 */
export function publicSentences(
  articles: readonly Article[],
  headlineId: string,
  given: { max: number; told: readonly string[]; mutedWords?: readonly string[] },
): QuotedSentence[] {
  const { max, told, mutedWords = [] } = given;
  const { allowed, head } = quotedOf(articles, headlineId);
  if (!head) return [];
  const byId = new Map(allowed.map((article) => [article.id, article]));
  const lines = tellStory(allowed.map(asStoryArticle), asStoryArticle(head), {
    max: max === 1 ? 1 : sentencesRead,
    told,
    mayStand: ({ text, articleId }) => !saysMuted({ text, language: byId.get(articleId)?.language }, mutedWords),
  });
  const quoted = lines.flatMap(({ text, articleId }) => {
    const article = byId.get(articleId);
    return article ? [quotedBy(article, text)] : [];
  });
  return quotable(quoted, byId).slice(0, max);
}
