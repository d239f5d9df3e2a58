import { describe, expect, test } from 'vitest';
import { isOfTopics, matchTopic, topicsOfStory } from '../../../src/engine/stories/topics.ts';

const words = (all: string[], any: string[] = [], not: string[] = []) => ({ all, any, not });

describe('a topic by words', () => {
  const text = 'Ministers agreed on new climate targets.\nThe changes to coal mining begin in Zürich.';

  test('all must occur, in any inflection', () => {
    expect(matchTopic(words(['minister', 'target']), text)).toBe(true);
    expect(matchTopic(words(['minister', 'election']), text)).toBe(false);
  });

  test('one word of `any` is enough, none of `not` may occur', () => {
    expect(matchTopic(words([], ['election', 'coal']), text)).toBe(true);
    expect(matchTopic(words([], ['election', 'coal'], ['mines']), text)).toBe(false);
    expect(matchTopic(words(['minister'], ['election']), text)).toBe(false);
  });

  test('a phrase must occur in one piece and in order', () => {
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
    ['uzonie', 'Le parlement de l’Uzonie vote.', 'fr', true],
    ["l'Uzonie", 'Les ports d’Uzonie ferment.', 'fr', true],
    ['IA', "La loi sur l'IA passe.", 'fr', true],
    ['elections', 'Une élection sous tension', 'fr', true],
    ['mexico', 'México vota', 'es', true],
    ['eleccion', 'Unas elecciones bajo tensión', 'es', true],
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

  test('only excluded words, or no words at all, match nothing', () => {
    expect(matchTopic(words([], [], ['cat']), text)).toBe(false);
    expect(matchTopic(words([' ', '!']), text)).toBe(false);
  });
});

describe('the topics of a story', () => {
  const article = (topicIds: string[], shares: Record<string, number> = {}) => ({
    topicIds,
    topicShares: new Map(Object.entries(shares)),
  });

  test('are those of half of its articles, best match first', () => {
    const articles = [['world'], ['climate'], ['climate', 'world'], ['climate']].map((ids) => article(ids));
    expect(topicsOfStory(articles, ['world', 'climate', 'science'])).toEqual(['climate', 'world']);
    expect(topicsOfStory(articles, ['science'])).toEqual([]);
  });

  test('may come from the model if no feed filed the story there', () => {
    expect(topicsOfStory([article(['world'], { climate: 0.6 })], ['climate'])).toEqual(['climate']);
    expect(topicsOfStory([article(['world'], { climate: 0.3 })], ['climate'])).toEqual([]);
  });

  test('one stray article in five does not change a story’s topic', () => {
    const articles = [...Array.from({ length: 4 }, () => article(['world'])), article(['science'])];
    expect(topicsOfStory(articles, ['science'])).toEqual([]);
  });

  test('a story spread over the wanted topics belongs to the one with most of its articles', () => {
    const articles = ['world', 'world', 'business', 'health', 'science'].map((topic) => article([topic]));
    expect(topicsOfStory(articles, ['health', 'world', 'business'])).toEqual(['world']);
  });

  test('a story that the words spread over several wanted topics belongs to the one with most of it, in a channel of all these', () => {
    const split = [article(['us'], { us: 0.3, politics: 0.34, nation: 0.3, sports: 0.06 })];
    expect(topicsOfStory(split, ['us', 'politics', 'nation'])).toEqual(['politics']);
    expect(topicsOfStory(split, ['politics'])).toEqual([]);
  });

  test('an article provides the headline in topics of its feeds, or if its words make the wanted topics likely enough', () => {
    expect(isOfTopics(article(['world']), ['world'])).toBe(true);
    expect(isOfTopics(article(['world'], { climate: 0.8 }), ['climate'])).toBe(true);
    expect(isOfTopics(article(['world'], { climate: 0.5 }), ['climate'])).toBe(false);
    expect(isOfTopics(article(['world'], { climate: 0.5, world: 0.2 }), ['climate', 'world'])).toBe(true);
  });
});
