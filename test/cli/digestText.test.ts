import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { digestAsText } from '../../src/cli/digestText.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';

test.each([
  [1, 1, '1 story from 1 article of the last 24 hours · 2.0 s'],
  [2, 40, '2 stories from 40 articles of the last 24 hours · 2.0 s'],
])('a preview of %i stories of %i articles says so', (stories, articles, head) => {
  const places = Array.from({ length: stories }, (_, number) => placeOf(number));
  const text = stripVTControlCharacters(digestAsText(digestOf({ places, articles }), 2));
  expect(text.split('\n')).toContain(head);
});
