import type { ListedArticle } from '../articles/fromFeed.ts';
import { articleIdOf } from '../articles/fromItem.ts';
import { dayMs } from '../clock.ts';
import type { ArticleRecord } from '../storage/records/articles.ts';

/** What is known of a feed's items before they are taken. */
export interface KnownItems {
  listed: readonly ListedArticle[];
  /** By keys of the feed the articles that they stood for when they were listed last. */
  seen: ReadonlyMap<string, string>;
  before: ReadonlyMap<string, ArticleRecord>;
}

/** A date without a time, or one that other items have as well, tells no two of them apart. */
function isTelling({ article, dated }: ListedArticle, listed: readonly ListedArticle[]): boolean {
  const { publishedAt } = article;
  return (
    dated &&
    publishedAt % dayMs !== 0 &&
    listed.every((one) => one.article === article || one.article.publishedAt !== publishedAt)
  );
}

/** A guid that counts places in the list names another article with every poll: title or date must agree as well. */
const isSameArticle = (known: ArticleRecord, one: ListedArticle, listed: readonly ListedArticle[]) =>
  known.title === one.article.title || (known.publishedAt === one.article.publishedAt && isTelling(one, listed));

/**
 * Under which id an item is in the archive, or comes into it. A known address under a new guid, or a known guid under a
 * new address, is the same article, unless the list has the old address still: then its guids count places.
 */
export function articleIdIn({ listed, seen, before }: KnownItems, one: ListedArticle): string {
  const { key, article } = one;
  // Nothing is, at a first poll: to look a text up in a map costs more than all the rest here.
  const seenAs = seen.size > 0 ? seen.get(key) : undefined;
  if (seenAs === undefined || seenAs === article.id) return article.id;
  // Items that share an address have their guids in their ids, but for the one that was there alone, or before they
  // had.
  if (seenAs === articleIdOf(article) || seenAs === articleIdOf(article, key)) return seenAs;
  const known = before.get(seenAs);
  if (known === undefined || before.has(article.id) || !isSameArticle(known, one, listed)) return article.id;
  return listed.some((other) => other.article.id === known.id) ? article.id : known.id;
}
