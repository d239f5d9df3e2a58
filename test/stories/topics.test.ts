import { describe, expect, test } from 'vitest';
import { topicsOfCategory } from '../../src/stories/categories.ts';
import { matchTopic, topicOfStory } from '../../src/stories/topics.ts';

const words = (all: string[], any: string[] = [], not: string[] = []) => ({ all, any, not });

describe('a topic by words', () => {
  const text = 'Ministers agreed on new climate targets.\nThe changes to coal mining begin in Zürich.';

  test('all must occur, in any inflection', () => {
    expect(matchTopic(words(['minister', 'target']), text)).toBe(true);
    expect(matchTopic(words(['minister', 'election']), text)).toBe(false);
  });

  test('one of any is enough, none of not may occur', () => {
    expect(matchTopic(words([], ['election', 'coal']), text)).toBe(true);
    expect(matchTopic(words([], ['election', 'coal'], ['mines']), text)).toBe(false);
    expect(matchTopic(words(['minister'], ['election']), text)).toBe(false);
  });

  test('a phrase stands together, in its order', () => {
    expect(matchTopic(words(['climate target']), text)).toBe(true);
    expect(matchTopic(words(['climate changes']), text)).toBe(false);
    expect(matchTopic(words(['targets climate']), text)).toBe(false);
  });

  test('umlauts are found however they are typed, and German inflections in German text', () => {
    expect(matchTopic(words(['zürich']), text)).toBe(true);
    expect(matchTopic(words(['ZÜRICH']), text)).toBe(true);
    expect(matchTopic(words(['Streik']), 'Die Streiks der Lokführer dauern an.', 'de')).toBe(true);
    expect(matchTopic(words(['Wälder']), 'Ein Wald brannte.', 'de')).toBe(true);
  });

  test('"US" is the country and not the pronoun', () => {
    expect(matchTopic(words(['US']), 'They told us nothing.')).toBe(false);
    expect(matchTopic(words(['US']), 'The U.S. said nothing.')).toBe(true);
  });

  test('"LA" is the city and not the article, where a language has such an article', () => {
    expect(matchTopic(words(['LA']), 'La grève dure à la gare.', 'fr')).toBe(false);
    expect(matchTopic(words(['LA']), 'Des feux menacent LA.', 'fr')).toBe(true);
  });

  test.each([
    ['Uzonie', 'Le parlement de l’Uzonie vote.', 'fr', true],
    ["l'Uzonie", 'Les ports d’Uzonie ferment.', 'fr', true],
    ['IA', "La loi sur l'IA passe.", 'fr', true],
    ['Uzonia', "Il parlamento dell'Uzonia vota.", 'it', true],
    ['Ankara', 'Ankara’da yağmur var.', 'tr', true],
    ['Angelo', "D'Angelo sings.", 'en', false],
    ['Brien', "O'Brien left.", 'en', false],
    ['NATO', '国会はNATO加盟を審議した。', 'ja', true],
    ['強い地震', '北部の島で強い地震があった。', 'ja', true],
    ['地震', '北部の島で強い風が吹いた。', 'ja', false],
  ])('%s in "%s"', (word, said, language, fits) => {
    expect(matchTopic(words([word]), said, language)).toBe(fits);
  });

  test('nothing but words to leave out, or no word at all, fits nothing', () => {
    expect(matchTopic(words([], [], ['cat']), text)).toBe(false);
    expect(matchTopic(words([' ', '!']), text)).toBe(false);
  });
});

describe('the topic of a story', () => {
  const article = (id: string, feedTopicIds: string[], categories: string[] = []) => ({ id, feedTopicIds, categories });

  test('is what most of its articles are filed under, a special topic before a general one', () => {
    const topic = topicOfStory([
      article('1', ['world']),
      article('2', ['climate']),
      article('3', ['climate', 'world']),
    ]);
    expect(topic?.topicId).toBe('climate');
    expect(topic?.votes.map((vote) => vote.topicId)).toEqual(['climate', 'world']);
  });

  test('is moved by categories, but not to where no feed filed it', () => {
    const filed = [article('1', ['business', 'technology'], ['Tech/Chips'])];
    expect(topicOfStory(filed)?.topicId).toBe('technology');
    expect(topicOfStory([article('1', ['business'], ['Football', 'Sport'])])?.topicId).toBe('business');
  });

  test('is unknown without any', () => {
    expect(topicOfStory([article('1', [], ['Football'])])).toBeUndefined();
  });

  test('reads categories in both languages and leaves names alone', () => {
    expect(topicsOfCategory('Wirtschaft')).toEqual(['business']);
    expect(topicsOfCategory('Sport/Football')).toEqual(['sports']);
    expect(topicsOfCategory('Angela Merkel')).toEqual([]);
    expect(topicsOfCategory('A whole sentence about sport is no category')).toEqual([]);
  });
});
