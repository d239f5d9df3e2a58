import { expect, test } from 'vitest';
import { isStopWord, stemOf, termsOf, tokensOf } from '../../src/text/terms.ts';

test('words keep their case, numbers their points, acronyms lose their dots and possessives their s', () => {
  expect(tokensOf("The U.S. Navy's 1,200 men don't like O'Brien’s 3.5m co-op.")).toEqual([
    'The',
    'US',
    'Navy',
    '1,200',
    'men',
    "don't",
    'like',
    "O'Brien",
    '3.5m',
    'co',
    'op',
  ]);
});

test('a script without spaces gives pairs of characters', () => {
  expect(tokensOf('日本語 水')).toEqual(['日本', '本語', '水']);
});

test('inflections share a stem', () => {
  expect(new Set(['vote', 'votes', 'Voted', 'voting'].map((word) => stemOf(word))).size).toBe(1);
  expect(
    ['caresses', 'ponies', 'relational', 'hopping', 'agreed', 'happy', 'controlling', 'probate'].map((word) =>
      stemOf(word),
    ),
  ).toEqual(['caress', 'poni', 'relat', 'hop', 'agre', 'happi', 'control', 'probat']);
  expect(stemOf('Regierungen', 'de')).toBe(stemOf('Regierung', 'de-AT'));
});

test('accents are folded and figures stay whole', () => {
  expect(stemOf('Peña')).toBe('pena');
  expect(stemOf('1,200')).toBe('1,200');
});

test('the stem of a word stays the same however many words were asked for in between', () => {
  const before = stemOf('negotiations');
  for (let n = 0; n < 45_000; n++) stemOf(`word${n}`);
  expect(stemOf('negotiations')).toBe(before);
});

test('terms are stems of the content words, in order and repeated', () => {
  expect(termsOf('The ministers said that the minister would resign')).toEqual(['minist', 'minist', 'resign']);
  expect(termsOf('Der Minister und die Ministerin', 'de')).toHaveLength(2);
  expect(isStopWord('Don’t')).toBe(true);
  expect(isStopWord('nicht', 'de')).toBe(true);
});
