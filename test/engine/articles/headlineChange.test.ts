import { expect, test } from 'vitest';
import { isRetitled, saysOther } from '../../../src/engine/articles/headlineChange.ts';

const ofPost = (title: string) => ({ title, outletName: 'Post', language: 'en' });

test.each([
  ['case', 'Ferry crews walk out', 'FERRY CREWS WALK OUT'],
  ['spaces and punctuation', 'Ferry crews  walk out', '“Ferry crews” walk-out.'],
  ['the outlet’s name', 'Ferry crews walk out', 'Ferry crews walk out - Post World'],
  ['a label before it', 'Ferry crews walk out', 'BREAKING: Ferry crews walk out'],
  ['a label behind it', 'Ferry crews walk out', 'Ferry crews walk out – video'],
  ['a German label', 'Fähren stehen still', 'Eilmeldung: Fähren stehen still'],
])('a headline that differs only in %s says the same', (_, before, after) => {
  expect(saysOther(before, after, 'Post')).toBe(false);
});

test.each([
  ['word', 'Ferry crews walk out', 'Ferry crews walked out'],
  ['number', 'Ferry loses 15 tonnes', 'Ferry loses 1.5 tonnes'],
  ['sign', 'It was 5 degrees', 'It was -5 degrees'],
  ['currency', 'Ferry costs £5m', 'Ferry costs €5m'],
])('a headline with another %s says something else', (_, before, after) => {
  expect(saysOther(before, after, 'Post')).toBe(true);
  expect(isRetitled(ofPost(before), after)).toBe(true);
});

test('a new headline is no retitling on a live page, or if no word of the old one is left', () => {
  expect(isRetitled(ofPost('Ferry strike live: talks begin'), 'Ferry strike live: talks end')).toBe(false);
  expect(isRetitled(ofPost('Ferry talks begin – live'), 'Ferry talks end – as it happened')).toBe(false);
  expect(isRetitled(ofPost('Ferry strike'), 'Liveticker: Ferry strike ends')).toBe(false);
  expect(isRetitled(ofPost('Rain in the north on Monday'), 'Storms reach Brannick')).toBe(false);
});
