import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../src/newsroom/summaries/quotes/quotes.ts';

const speakersOf = (...paragraphs: string[]) => findQuotes(paragraphs).map(({ speaker }) => speaker);

describe('the speaker of a quotation', () => {
  test.each([
    ['“We have been patient for nine years,” said Ida Brandt, a deckhand.', 'Ida Brandt'],
    ['“We have been patient for nine years,” Brandt said on Monday.', 'Brandt'],
    ['"We have been patient for nine years," the operator’s spokesman said.', 'the operator’s spokesman'],
    ['Mayor Olav Dahl told reporters that “the bridge will not open this year.”', 'Mayor Olav Dahl'],
    ['Gov. R. T. Hale (D), who signed the bill, said: “This is a start, and only a start.”', 'Gov. R. T. Hale'],
    ['“The roof is not safe for anyone,” according to the report.', 'the report'],
    ['According to the inspectors, “the roof is not safe for anyone”.', 'the inspectors'],
    ['Dahl responded with a smile, saying, “I will be there at noon.”', 'Dahl'],
    ['The minister criticised the strike and called it “an attack on all travellers of this country”.', 'The minister'],
    ['“Never!” cried Ursula von der Lund.', 'Ursula von der Lund'],
    ['In a note found on the quay, she had written: “Nobody is to blame.”', 'she'],
    ['“No arrests are being made,” State Police Lt. Ida Brandt said.', 'State Police Lt. Ida Brandt'],
    ['Brandt had helped to found the union, saying it was “the only way out.”', 'Brandt'],
    ['“They do not represent us,” Brandt said, according to Reuters.', 'Brandt'],
  ])('%s', (paragraph, speaker) => {
    expect([...new Set(speakersOf(paragraph))]).toEqual([speaker]);
  });

  test('goes on over the next quotations and past an open paragraph', () => {
    expect(speakersOf('“We are tired,” said Ida Brandt. “Nobody listens to us. We', '“And nobody will.”')).toEqual([
      'Ida Brandt',
      'Ida Brandt',
      'Ida Brandt',
    ]);
    expect(speakersOf('Dahl added:', '“No bridge was ever built in a year.”')).toEqual(['Dahl']);
  });

  test('is expanded from a surname, and a pronoun becomes the person it surely means', () => {
    expect(speakersOf('Ida Brandt spoke to the crowd at noon.', '“We are not leaving the quay,” Brandt said.')).toEqual(
      ['Ida Brandt'],
    );
    expect(speakersOf('Olav Dahl defended the plan.', '“It is the only way,” he said.')).toEqual(['Olav Dahl']);
    // “He” can't be the country, and the only person nearby is a woman.
    expect(speakersOf('Until North Arland “commits itself to peace,” he said, “we must be ready.”')).toEqual([
      'he',
      'he',
    ]);
    expect(speakersOf('Mary Brandt defended the plan.', '“It is the only way,” he said.')).toEqual(['he']);
  });

  test('is missing for titles of works, and for words that nobody says', () => {
    expect(speakersOf('The actor starred in “The Sound at Night” last year.')).toEqual([undefined]);
    expect(speakersOf('The so-called “bridge to nowhere” opened in 2005.')).toEqual([undefined]);
    expect(speakersOf("It was the best of the '90s, and the crews' boats were full.")).toEqual([]);
  });
});

test('quotations are exact pieces of their paragraph, in all kinds of marks', () => {
  const paragraphs = [
    'He said, "one two." and “three four,” and ``five six\'\' and „sieben acht“ and «neuf dix».',
    'None here, 6" long.',
  ];
  const quotes = findQuotes(paragraphs);
  expect(quotes.map(({ text }) => text)).toEqual(['one two.', 'three four,', 'five six', 'sieben acht', 'neuf dix']);
  for (const quote of quotes) expect(paragraphs[quote.paragraph]).toContain(quote.text);
});

test('an empty text contains no quotation', () => {
  expect(findQuotes([])).toEqual([]);
  expect(findQuotes(['', '""', '“”'])).toEqual([]);
});

// Property names that every JavaScript object inherits; a constructor is also a racing team.
test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('“%s” is a word like any other', (word) => {
  const text = `“We won the ${word} title today and it feels great,” Ida Brandt said.`;
  expect(findQuotes([`The ${word} title was decided in Marhaven.`, text])).toMatchObject([{ speaker: 'Ida Brandt' }]);
});

test.each(['A. B. C. ', '“a” ', '“', 'He said, "x y." ', 'John Smith said “', 'and said ', 'A', 'A-'])(
  'a long text of %j is read to its end',
  (piece) => {
    const run = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(findQuotes([run, `${run.slice(0, 20_000)} said “We have been patient for years.”`])).toBeInstanceOf(Array);
  },
);
