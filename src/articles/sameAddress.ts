import type { ListedArticle } from './fromFeed.ts';
import { articleIdOf } from './fromItem.ts';

/** Ids that several items with different titles share by their address. */
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

/** Some publishers give a rewritten article its address with the number of a version as guid. */
const isVersion = (guid: string, { url }: ListedArticle['article']) =>
  guid.startsWith(url) && /^#\d{1,6}$/.test(guid.slice(url.length, url.length + 8));

/**
 * Puts guids into the ids of items that all lead to one page, as the episodes of a show do. Items of one title or one
 * guid stay one.
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
