import { expect, test } from 'vitest';
import { articlesFrom } from '../../../src/engine/articles/fromFeed.ts';
import { unpacked } from '../../../src/engine/articles/packed.ts';

const french = {
  'La mairie de Valbrune ferme la piscine': 'Le coût du chauffage a doublé en deux ans, a annoncé la mairie.',
  'Un élan retarde le train de nuit': 'Personne n’a été blessé, a dit la compagnie des chemins de fer.',
  'Le prix du beurre monte encore': 'Les boulangers demandent une aide, selon une association de consommateurs.',
  'Une grève perturbe les bus': 'Les syndicats demandent des pauses plus longues et des vestiaires chauffés.',
};
const scores = { 'Skarrow 2-1 Brannick': '', 'Olmsund 0-0 Venn': '' };

/** The languages of a feed's articles, if the feed states `language` and the catalogue says `known` of the outlet. */
async function languagesOf(
  items: Record<string, string>,
  language: string | undefined,
  known?: string,
): Promise<unknown[]> {
  const document = {
    format: 'rss' as const,
    title: 'Post',
    bytes: 0,
    language,
    items: Object.entries(items).map(([title, text], at) => ({
      id: `${at}`,
      title,
      url: `https://post.example/${at}`,
      categories: [],
      html: `<p>${text}</p>`,
    })),
  };
  const listing = { scope: 'post', outletId: 'post', outletName: 'Post', language: known, now: 0 };
  const { facts, listed } = await articlesFrom(document, listing);
  return [facts.language, ...new Set(listed.map(({ article }) => unpacked(article).language))];
}

test('articles get their outlet’s language, else the one that their feed states or is written in', async () => {
  expect(await languagesOf(french, 'fr-CA')).toEqual(['fr', 'fr']);
  expect(await languagesOf(french, undefined)).toEqual(['fr', 'fr']);
  // Many feeds state en-US only because their template does.
  expect(await languagesOf(french, 'en-US')).toEqual(['fr', 'fr']);
  expect(await languagesOf(french, 'en', 'de')).toEqual(['de', 'de']);
});

test('a few names and numbers do not reveal a language', async () => {
  expect(await languagesOf(scores, undefined)).toEqual([undefined, undefined]);
  expect(await languagesOf(scores, 'sv')).toEqual(['sv', 'sv']);
});
