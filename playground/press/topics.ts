import type { Topic } from '../../src/newsroom/catalogue.ts';

/** The real catalogue's topics, and those of the two French and the two Spanish outlets. */
const topics = [
  { id: 'world', names: { en: 'World', de: 'Welt', es: 'Mundo', fr: 'Monde' }, colour: 0x2f6f9f },
  { id: 'politics', names: { en: 'Politics', de: 'Politik', es: 'Política', fr: 'Politique' }, colour: 0x8c3b4a },
  { id: 'business', names: { en: 'Business', de: 'Wirtschaft', es: 'Economía', fr: 'Économie' }, colour: 0x5b6b3a },
  {
    id: 'technology',
    names: { en: 'Technology', de: 'Technik', es: 'Tecnología', fr: 'Technologie' },
    colour: 0x4a5fb0,
  },
  { id: 'science', names: { en: 'Science', de: 'Wissenschaft', es: 'Ciencia', fr: 'Sciences' }, colour: 0x2d8577 },
  { id: 'health', names: { en: 'Health', de: 'Gesundheit', es: 'Salud', fr: 'Santé' }, colour: 0xc05a5a },
  { id: 'climate', names: { en: 'Climate', de: 'Klima', es: 'Clima', fr: 'Climat' }, colour: 0x3f8f4f },
  { id: 'sports', names: { en: 'Sports', de: 'Sport', es: 'Deportes', fr: 'Sport' }, colour: 0xc9822b },
  {
    id: 'entertainment',
    names: { en: 'Entertainment', de: 'Unterhaltung', es: 'Cultura', fr: 'Culture' },
    colour: 0x9a4f9f,
  },
  { id: 'gaming', names: { en: 'Gaming', de: 'Spiele', es: 'Videojuegos', fr: 'Jeux' }, colour: 0x6a4fc0 },
  {
    id: 'riviere',
    names: {
      en: 'The river (French)',
      de: 'Am Fluss (französisch)',
      es: 'A orillas del río (francés)',
      fr: 'Au bord du fleuve',
    },
    language: 'fr',
    colour: 0x2f6f9f,
  },
  {
    id: 'puerto',
    names: { en: 'The harbour (Spanish)', de: 'Am Hafen (spanisch)', es: 'Junto al puerto', fr: 'Au port (espagnol)' },
    language: 'es',
    colour: 0xb5652b,
  },
] as const satisfies readonly Topic[];

export type TopicId = (typeof topics)[number]['id'];
export const topicIds = topics.map(({ id }) => id);
export const pressTopics: readonly (Topic & { id: TopicId })[] = topics;
