import type { EpochMs } from '../clock.ts';
import type { FeedDocument } from '../feeds/document.ts';
import { articleFrom } from './fromItem.ts';
import { type PackedArticle, packed } from './packed.ts';

/** Who lists a feed's items, and when they are read. */
export interface Listing {
  outletId: string;
  outletName: string;
  /** Known better than what the feed says of itself. */
  language?: string;
  now: EpochMs;
}

/** An article as its feed lists it now. */
export interface ListedArticle {
  /** By this the feed's item is known again: the guid, unless the document gives it to several. */
  key: string;
  article: PackedArticle;
  /** Whether the feed states a date. */
  dated: boolean;
}

/** What a feed says beside its items. */
export type FeedFacts = Omit<FeedDocument, 'items'>;

/** Each guid that the document gives to one item only. */
function ownKeys(items: FeedDocument['items']): Set<string> {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Set([...counts].flatMap(([id, count]) => (count === 1 ? [id] : [])));
}

/** All items of a document that can be quoted and linked, in its order. */
export function articlesFrom(
  { items, ...facts }: FeedDocument,
  listing: Listing,
): { facts: FeedFacts; listed: ListedArticle[] } {
  const context = { ...listing, language: listing.language ?? facts.language };
  const unique = ownKeys(items);
  const listed = items.flatMap((item): ListedArticle[] => {
    const article = articleFrom(item, context);
    if (!article) return [];
    const dated = item.publishedAt !== undefined || item.updatedAt !== undefined;
    const key = unique.has(item.id) ? item.id : `${item.id}\n${article.id}`;
    return [{ key, article: packed(article), dated }];
  });
  return { facts, listed };
}
