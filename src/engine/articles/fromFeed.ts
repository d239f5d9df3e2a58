import type { EpochMs } from '../../clock.ts';
import type { OutletId } from '../../ids.ts';
import type { FeedDocument } from '../feeds/document.ts';
import type { Article } from './article.ts';
import { articleFrom } from './fromItem.ts';
import { packed } from './packed.ts';
import { type FeedArticle, toldApart } from './sameAddress.ts';
import { namesIn } from './titles.ts';

/** The outlet that lists a feed's items, and when they are read. */
export interface FeedContext {
  /** The namespace in which an address identifies one article: the outlet if it is in the catalogue, else the feed. */
  scope: string;
  outletId: OutletId;
  outletName: string;
  /** Overrides the language that the feed states. */
  language?: string;
  now: EpochMs;
}

/** A feed's statements about itself. */
export type FeedFacts = Omit<FeedDocument, 'items'>;

/** The guids that several items share. */
function sharedKeys(items: FeedDocument['items']): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) shared.add(id);
    seen.add(id);
  }
  return shared;
}

/** Minimum number of characters for detecting a language; a shorter text may hold only names and numbers. */
const sampleMin = 100;
const sampleMax = 1_000;
const sampled = 12;

/** Loaded on demand: it costs a thread 90 MB and a quarter of a second, and the catalogue knows most languages. */
export const loadLanguages = () => import('../text/language.ts');

/** Detects one language for the whole feed, because a single title is too short for that. */
async function languageIn(articles: readonly Article[], stated: string | undefined): Promise<string | undefined> {
  const { languageSpoken } = await loadLanguages();
  const openings = articles
    .slice(0, sampled)
    .map(({ title, paragraphs }) => [title, ...paragraphs.slice(0, 3)].join('\n'));
  const text = openings.join('\n').slice(0, sampleMax);
  return languageSpoken(text.length < sampleMin ? '' : text, stated);
}

/** The items of a document as articles, in its order, without those that can't be quoted or linked. */
export async function articlesFrom(
  { items, ...facts }: FeedDocument,
  listing: FeedContext,
): Promise<{ facts: FeedFacts; listed: FeedArticle[] }> {
  const shared = sharedKeys(items);
  const namesOf = namesIn(items, listing.outletName);
  const read = items.flatMap((item) => {
    const { title, outletName } = namesOf(item);
    const article = articleFrom({ ...item, title }, { ...listing, outletName });
    return article ? [{ item, article }] : [];
  });
  const articles = read.map(({ article }) => article);
  const language = listing.language ?? (await languageIn(articles, facts.language));
  const listed = read.map(({ item, article }): FeedArticle => {
    const dated = item.publishedAt !== undefined || item.updatedAt !== undefined;
    const key = shared.has(item.id) ? `${item.id}\n${article.id}` : item.id;
    article.language = language;
    return { key, article: packed(article), dated, sharesPage: false };
  });
  return { facts: { ...facts, language }, listed: toldApart(listed, listing.scope) };
}
