import { articleIdOf } from './fromItem.ts';
import type { PackedArticle } from './packed.ts';

/** An article as its feed lists it now. */
export interface FeedArticle {
  /** Identifies the item within the feed: its guid, plus the article's id if several items have that guid. */
  key: string;
  article: PackedArticle;
  /** Whether the feed states a date. */
  dated: boolean;
  /** Whether other items have the same address. Then the page is not about this item alone. */
  sharesPage: boolean;
}

/** Ids shared by several items that have the same address but different titles. */
function sharedIds(listed: readonly FeedArticle[]): Set<string> {
  const byId = Map.groupBy(listed, ({ article }) => article.id);
  return new Set(
    [...byId].flatMap(([id, items]) => (new Set(items.map(({ article }) => article.title)).size > 1 ? [id] : [])),
  );
}

/** Whether a guid is the article's address plus a version number, which some publishers increment at each rewrite. */
const isVersion = (guid: string, { url }: FeedArticle['article']) =>
  guid.startsWith(url) && /^#\d{1,6}$/.test(guid.slice(url.length, url.length + 8));

/**
 * Adds guids to the ids of items with the same address, such as the episodes of a show. Items with the same title or
 * guid keep one id.
 */
export function toldApart(listed: FeedArticle[], scope: string): FeedArticle[] {
  const shared = sharedIds(listed);
  if (shared.size === 0) return listed;
  const guids = new Map<string, string>();
  return listed.map((one) => {
    const { key, article } = one;
    // If several items share a guid, the key also contains the article's id.
    const isGuid = !key.endsWith(article.id);
    if (!shared.has(article.id) || !isGuid || isVersion(key, article)) return one;
    const name = `${article.id}\n${article.title}`;
    const guid = guids.get(name) ?? key;
    guids.set(name, guid);
    return { ...one, article: { ...article, id: articleIdOf(scope, article.url, guid) }, sharesPage: true };
  });
}
