import type { EpochMs } from '../clock.ts';
import type { FeedDocument } from '../feeds/document.ts';
import type { Article } from './article.ts';
import { articleFrom } from './fromItem.ts';
import { type PackedArticle, packed } from './packed.ts';
import { toldApart } from './sameAddress.ts';
import { namesIn } from './titles.ts';

/** Who lists a feed's items, and when they are read. */
export interface Listing {
  /** Within which an address names one article. */
  scope: string;
  outletId: string;
  outletName: string;
  /** Known better than what the feed says of itself. */
  language?: string;
  now: EpochMs;
}

/** An article as its feed lists it now. */
export interface ListedArticle {
  /** Identifies the feed's item: its guid, with the article's id if the document gives it to several. */
  key: string;
  article: PackedArticle;
  /** Whether the feed states a date. */
  dated: boolean;
  /** Other items have the same address, so its page is not about this one alone. */
  sharesPage: boolean;
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

/** Less text may hold only names and numbers. */
const sampleMin = 100;
const sampleMax = 1_000;
const sampled = 12;

/** Loaded when a feed first needs it: 90 MB and a quarter of a second a thread, and most feeds state theirs. */
export const loadLanguages = () => import('../text/language.ts');

/** The language of the whole feed, since one title says too little. */
async function languageIn(articles: readonly Article[], stated: string | undefined): Promise<string | undefined> {
  const { languageSpoken } = await loadLanguages();
  const openings = articles
    .slice(0, sampled)
    .map(({ title, paragraphs }) => [title, ...paragraphs.slice(0, 3)].join('\n'));
  const text = openings.join('\n').slice(0, sampleMax);
  return languageSpoken(text.length < sampleMin ? '' : text, stated);
}

/** All items of a document that can be quoted and linked, in its order. */
export async function articlesFrom(
  { items, ...facts }: FeedDocument,
  listing: Listing,
): Promise<{ facts: FeedFacts; listed: ListedArticle[] }> {
  const shared = sharedKeys(items);
  const namesOf = namesIn(items, listing.outletName);
  const read = items.flatMap((item) => {
    const { title, outletName } = namesOf(item);
    const article = articleFrom({ ...item, title }, { ...listing, outletName });
    return article ? [{ item, article }] : [];
  });
  const articles = read.map(({ article }) => article);
  const language = listing.language ?? (await languageIn(articles, facts.language));
  const listed = read.map(({ item, article }): ListedArticle => {
    const dated = item.publishedAt !== undefined || item.updatedAt !== undefined;
    const key = shared.has(item.id) ? `${item.id}\n${article.id}` : item.id;
    article.language = language;
    return { key, article: packed(article), dated, sharesPage: false };
  });
  return { facts: { ...facts, language }, listed: toldApart(listed, listing.scope) };
}
