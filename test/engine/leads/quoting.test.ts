import { expect, test } from 'vitest';
import { mayQuote, quotable } from '../../../src/engine/leads/quoting.ts';

const words = (count: number): string => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
const lines = (...counts: number[]) => counts.map((count, n) => ({ text: `${n} ${words(count - 1)}`, articleId: 'a' }));
const long = new Map([['a', { paragraphs: [words(1_000)] }]]);

test('an article gives two sentences in public and three on a card', () => {
  expect(quotable(lines(20, 20, 20, 20), long)).toHaveLength(2);
  expect(quotable(lines(20, 20, 20, 20), long, 'card')).toHaveLength(3);
});

test('no second sentence goes over 60 words or a quarter of the article', () => {
  expect(quotable(lines(40, 30, 15), long).map(({ text }) => text.split(' ').length)).toEqual([40, 15]);
  expect(quotable(lines(20, 20), new Map([['a', { paragraphs: [words(100)] }]]))).toHaveLength(1);
});

test('one sentence may be longer, but not without end', () => {
  expect(quotable(lines(66, 20), long).map(({ text }) => text.split(' ').length)).toEqual([66]);
  expect(quotable(lines(121, 20), long).map(({ text }) => text.split(' ').length)).toEqual([20]);
});

test('the publisher may allow less, and sentences of unknown articles are left out', () => {
  expect(quotable(lines(20, 20), new Map([['a', { paragraphs: [words(1_000)], sentencesMax: 0 }]]))).toEqual([]);
  expect(quotable(lines(20, 20), new Map([['a', { paragraphs: [words(1_000)], sentencesMax: 1 }]]))).toHaveLength(1);
  expect(quotable(lines(20), new Map())).toEqual([]);
});

test('nothing is quoted of an article that its outlet withdrew', () => {
  const article = { title: 'Retraction: the minister owns no spring', paragraphs: [words(1_000)] };
  expect(mayQuote(article)).toBe(false);
  expect(quotable(lines(20), new Map([['a', article]]))).toEqual([]);
  expect(mayQuote({ ...article, title: 'The minister owns no spring' })).toBe(true);
});
