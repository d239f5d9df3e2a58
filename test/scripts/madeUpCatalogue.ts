import type { Catalogue } from '../../src/newsroom/catalogue.ts';

type Outlet = Catalogue['outlets'][number];

export function outletOf(id: string, feeds: Outlet['feeds'], name = id.toUpperCase()): Outlet {
  const siteUrl = 'https://outlet.example/';
  return { id, name, country: '', owner: '', paywall: false, language: 'en', siteUrl, feeds, checked: null };
}

export const catalogueOf = (outlets: Outlet[]): Catalogue => ({
  topics: [
    { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 1 },
    { id: 'science', names: { en: 'Science', de: 'Wissenschaft' }, colour: 2 },
  ],
  outlets,
});
