import { expect, test } from 'vitest';
import { type FiledArticle, learnTopics } from '../../../src/engine/stories/topicModel.ts';

type Topic = 'sports' | 'business' | 'nation';

/** Fifteen of a topic's thirty words, a different selection for each number, and a name that belongs to no topic. */
const about = (topic: Topic, nth: number): string[] =>
  Array.from({ length: 15 }, (_, at) => `${topic}${(2 * at + nth) % 30}`).concat(`name${nth % 40}`);

const filed = (stems: readonly string[], feeds: Partial<FiledArticle> = {}): FiledArticle => ({
  stems,
  language: 'en',
  sections: [],
  frontPages: [],
  ...feeds,
});

/** Articles of two sections, and a national front page that lists a third of them again under other titles. */
function newsroom(language = 'en'): FiledArticle[] {
  return Array.from({ length: 100 }, (_, nth) => [
    filed(about('sports', nth), { sections: ['sports'], language }),
    filed(about('business', nth), { sections: ['business'], language }),
    filed(about('nation', nth), { frontPages: ['nation'], language }),
    ...(nth % 3 === 0 ? [filed(about('sports', nth + 1), { frontPages: ['nation'], language })] : []),
  ]).flat();
}

test('an article on a front page gets the topic of its words', async () => {
  const model = await learnTopics(newsroom());
  const match = model.shares(filed(about('sports', 7), { frontPages: ['nation'] }));
  expect(match.get('sports')).toBeGreaterThan(0.6);
  const vote = model.shares(filed(about('nation', 7), { frontPages: ['nation'] }));
  expect(vote.get('nation')).toBeGreaterThan(0.8);
});

test('a section counts more than a stray word of another topic', async () => {
  const model = await learnTopics(newsroom());
  const shares = model.shares(filed([...about('business', 7), 'sports3'], { sections: ['business'] }));
  expect(shares.get('business')).toBeGreaterThan(0.8);
  expect(shares.values().reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

test("each language is learned separately; with too few articles, the feeds' topics apply", async () => {
  const few = newsroom('fr').slice(0, 150);
  const model = await learnTopics([...newsroom(), ...newsroom('de'), ...few]);
  const article = filed(about('sports', 7), { frontPages: ['nation'] });
  expect(model.shares({ ...article, language: 'de-AT' }).get('sports')).toBeGreaterThan(0.5);
  for (const language of ['fr', 'pl', undefined]) expect(model.shares({ ...article, language }).size).toBe(0);
});

test("an article in a topic without training articles keeps its feeds' topics", async () => {
  const model = await learnTopics(newsroom());
  expect(model.shares(filed(about('sports', 7), { sections: ['chess'] })).size).toBe(0);
});
