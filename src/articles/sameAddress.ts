import type { ListedArticle } from './fromFeed.ts';
import { articleIdOf } from './fromItem.ts';

/** Ids shared by several items that have the same address but different titles. */
function sharedIds(listed: readonly ListedArticle[]): Set<string> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { article } of listed) {
    if (seen.has(article.id)) doubled.add(article.id);
    seen.add(article.id);
  }
  if (doubled.size === 0) return doubled;
  const titles = Map.groupBy(
    listed.filter(({ article }) => doubled.has(article.id)),
    ({ article }) => article.id,
  );
  return new Set(
    [...titles].flatMap(([id, items]) => (new Set(items.map(({ article }) => article.title)).size > 1 ? [id] : [])),
  );
}

/** Whether a guid is the article's address plus a version number, which some publishers count up at each rewrite. */
const isVersion = (guid: string, { url }: ListedArticle['article']) =>
  guid.startsWith(url) && /^#\d{1,6}$/.test(guid.slice(url.length, url.length + 8));

/**
 * Adds guids to the ids of items that share one address, such as the episodes of a show. Items with the same title or
 * the same guid keep one id.
 */
export function toldApart(listed: ListedArticle[], scope: string): ListedArticle[] {
  const shared = sharedIds(listed);
  if (shared.size === 0) return listed;
  const guids = new Map<string, string>();
  return listed.map((one) => {
    const { key, article } = one;
    // If several items share a guid, the key holds the article's id too.
    const isGuid = !key.endsWith(article.id);
    if (!shared.has(article.id) || !isGuid || isVersion(key, article)) return one;
    const name = `${article.id}\n${article.title}`;
    const guid = guids.get(name) ?? key;
    guids.set(name, guid);
    return { ...one, article: { ...article, id: articleIdOf(scope, article.url, guid) }, sharesPage: true };
  });
}
