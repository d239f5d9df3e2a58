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

/** The guids that the document gives to several items. */
function sharedKeys(items: FeedDocument['items']): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) shared.add(id);
    seen.add(id);
  }
  return shared;
}

/** All items of a document that can be quoted and linked, in its order. */
export function articlesFrom(
  { items, ...facts }: FeedDocument,
  listing: Listing,
): { facts: FeedFacts; listed: ListedArticle[] } {
  const context = { ...listing, language: listing.language ?? facts.language };
  const shared = sharedKeys(items);
  const listed = items.flatMap((item): ListedArticle[] => {
    const article = articleFrom(item, context);
    if (!article) return [];
    const dated = item.publishedAt !== undefined || item.updatedAt !== undefined;
    const key = shared.has(item.id) ? `${item.id}\n${article.id}` : item.id;
    return [{ key, article: packed(article), dated }];
  });
  return { facts, listed };
}
