import { articlesOf, type PressArticle, type VisibleArticle, wordingAt } from './article.ts';
import { pressEvents } from './event.ts';

/** Oldest first. */
export const pressArticles: readonly PressArticle[] = pressEvents
  .flatMap(articlesOf)
  .sort((a, b) => a.publishedOffsetMs - b.publishedOffsetMs);

/** What is published by then, newest first; of one outlet or of all. */
export function articlesVisibleAt(offsetMs: number, outletId?: string): VisibleArticle[] {
  const visible: VisibleArticle[] = [];
  for (const article of pressArticles) {
    if (outletId && article.outletId !== outletId) continue;
    const wording = wordingAt(article, offsetMs);
    if (wording) visible.push(wording);
  }
  return visible.reverse();
}
