import type { FeedDocument } from '../feeds/document.ts';
import type { Article } from './article.ts';
import { articleFrom, type FeedContext } from './fromItem.ts';
import { packed } from './packed.ts';
import { type FeedArticle, toldApart } from './sameAddress.ts';
import { namesIn } from './titles.ts';

/** A feed's statements about itself, and its articles in its order. */
export interface FeedArticles {
  facts: Omit<FeedDocument, 'items'>;
  listed: FeedArticle[];
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

/** The items of a document as articles, without those that can't be quoted or linked. */
export async function articlesFrom({ items, ...facts }: FeedDocument, listing: FeedContext): Promise<FeedArticles> {
  const byGuid = Map.groupBy(items, ({ id }) => id);
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
    const isShared = (byGuid.get(item.id)?.length ?? 0) > 1;
    const key = isShared ? `${item.id}\n${article.id}` : item.id;
    article.language = language;
    return { key, article: packed(article), dated, sharesPage: false };
  });
  return { facts: { ...facts, language }, listed: toldApart(listed, listing.scope) };
}
