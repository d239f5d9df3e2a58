import type { Topic } from '../../src/feeds/catalogue.ts';

/** Topic ids, as in the real catalogue. */
export const topicIds = [
  'world',
  'politics',
  'business',
  'technology',
  'science',
  'health',
  'climate',
  'sports',
  'entertainment',
  'gaming',
] as const;

export type TopicId = (typeof topicIds)[number];

export const pressTopics: readonly (Topic & { id: TopicId })[] = [
  { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 0x2f6f9f },
  { id: 'politics', names: { en: 'Politics', de: 'Politik' }, colour: 0x8c3b4a },
  { id: 'business', names: { en: 'Business', de: 'Wirtschaft' }, colour: 0x5b6b3a },
  { id: 'technology', names: { en: 'Technology', de: 'Technik' }, colour: 0x4a5fb0 },
  { id: 'science', names: { en: 'Science', de: 'Wissenschaft' }, colour: 0x2d8577 },
  { id: 'health', names: { en: 'Health', de: 'Gesundheit' }, colour: 0xc05a5a },
  { id: 'climate', names: { en: 'Climate', de: 'Klima' }, colour: 0x3f8f4f },
  { id: 'sports', names: { en: 'Sports', de: 'Sport' }, colour: 0xc9822b },
  { id: 'entertainment', names: { en: 'Entertainment', de: 'Unterhaltung' }, colour: 0x9a4f9f },
  { id: 'gaming', names: { en: 'Gaming', de: 'Spiele' }, colour: 0x6a4fc0 },
];
