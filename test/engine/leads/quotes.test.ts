import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../src/engine/leads/quotes.ts';

const textsOf = (language: string, ...paragraphs: string[]) => findQuotes(paragraphs, language).map(({ text }) => text);

describe('a sentence is a quote if it names the speaker', () => {
  test.each([
    ['en', '“We have been patient for nine years,” said Ida Brandt, a deckhand.'],
    ['en', '"We have been patient for nine years," Ida Brandt of the union said.'],
    ['en', 'Gov. Rolf T. Hale (D), who signed the bill, said: “This is a start, and only a start.”'],
    ['en', '“I wrote the rule for gardens,” Petra Nyhall said, “and then I wanted a place to read.”'],
    ['de', '„Wir haben neun Jahre lang gewartet“, sagte Ida Brandt am Dienstag.'],
    ['de', 'Rolf Hagen von der Reederei erklärte am Abend: „Wir zahlen nicht mehr als vier Prozent.“'],
    ['de', '»Die Stadt macht hier einen großen Fehler«, so Bürgermeisterin Ines Roth.'],
    ['fr', '« Nous ne céderons pas à la menace », a déclaré le ministre de l’Intérieur, Bruno Delmas, lundi.'],
    ['fr', 'Interrogée par l’agence, Marie Delorme affirme : « Aucune piste n’est écartée à ce stade. »'],
    ['es', '«No vamos a ceder ante la amenaza», declaró el ministro del Interior, Bruno Delmar, el lunes.'],
    ['es', 'La presidenta de la región, Carla Ravé, advirtió: “Cerraremos el puerto desde mañana por la mañana”.'],
  ])('%s: %s', (language, sentence) => {
    expect(textsOf(language, sentence)).toEqual([sentence]);
  });

  test('also by a surname, if the article gives the full name', () => {
    const said = '“One of them caught the bouquet,” Ness said.';
    expect(textsOf('en', 'Tove Ness reached the church.', said)).toEqual([said]);
    expect(textsOf('en', said)).toEqual([]);
  });

  test('and a quotation of several sentences belongs to one', () => {
    const said = '“We are tired. Nobody has listened to us for nine years,” said Ida Brandt.';
    expect(textsOf('en', `Crews met on Monday. ${said} The talks go on.`)).toEqual([said]);
  });
});

test.each([
  ['a role', '“There is a certain logic in it,” the minister said.'],
  ['a pronoun', 'Ida Brandt left. “There is a certain logic in it,” she said.'],
  ['a pronoun, and somebody else', '“There was never another captain here,” he said of Ida Brandt.'],
  ['a German pronoun', '„Warum haben wir neun Jahre gewartet“, sagte sie über Ida Brandt.'],
  ['a few words', 'Ida Brandt called the bridge “a dull and ugly thing”.'],
  ['a title', 'Ida Brandt, who starred in “The Sound at Night,” lives in Skarrow.'],
  ['a half-open quotation', 'Ida Brandt said: “We have been patient for nine years.'],
  ['a question to somebody', 'A reporter asked Ida Brandt: “Why have you been patient for so long?”'],
  ['a quotation that leans on the sentence before', '“But nobody has listened to the crews,” said Ida Brandt.'],
  ['a sentence that the feed cut', '“We have been patient for nine years,” said Ida Brandt, who then …'],
])('%s is no quote', (_, paragraph) => {
  expect(textsOf('en', paragraph)).toEqual([]);
});

test('a quote is word for word from its paragraph, without the dateline, and names the speaker', () => {
  const said = '“We have been patient for nine years,” said Ida Brandt.';
  expect(findQuotes(['Crews met.', `SKARROW (AP) — ${said}`], 'en')).toEqual([
    { text: said, speaker: 'Brandt', paragraph: 1 },
  ]);
});

test.each(['A. B. C. ', '“a” ', '“', '„', '« a', 'He said, "x y." ', 'Ida Brandt said “', 'Ab ', 'A-'])(
  'a long text of %j is read to its end',
  (piece) => {
    const run = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(findQuotes([run, `${run.slice(0, 20_000)} said “We have been patient for years.”`])).toBeInstanceOf(Array);
  },
);
