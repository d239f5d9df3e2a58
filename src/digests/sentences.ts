import type { Article } from '../articles/article.ts';
import { headlineOf } from '../stories/headline.ts';
import { mayQuote, quotable } from '../summaries/quoting.ts';
import { tellStory } from '../summaries/telling.ts';
import type { QuotedSentence } from './digest.ts';
import { asStoryArticle, quotedBy } from './quoted.ts';

/** More than are shown: some are too long for what one article may give. */
const sentencesRead = 6;

/** What tells the story in public, best first, of the articles that may be quoted; nothing that `told`, sentences and headlines, says. */
export function publicSentences(
  articles: readonly Article[],
  headlineId: string,
  { max, told }: { max: number; told: readonly string[] },
): QuotedSentence[] {
  const allowed = articles.filter(mayQuote);
  const byId = new Map(allowed.map((article) => [article.id, article]));
  if (allowed.length === 0) return [];
  const head = byId.get(headlineId) ?? headlineOf(allowed);
  const lines = tellStory(allowed.map(asStoryArticle), asStoryArticle(head), {
    max: max === 1 ? 1 : sentencesRead,
    told,
  });
  const quoted = lines.flatMap(({ text, articleId }) => {
    const article = byId.get(articleId);
    return article ? [quotedBy(article, text)] : [];
  });
  return quotable(quoted, byId).slice(0, max);
}
