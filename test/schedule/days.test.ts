import { expect, test } from 'vitest';
import { parseDays } from '../../src/schedule/days.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const work = [1, 2, 3, 4, 5];

test.each([
  ['daily', all],
  ['every day', all],
  ['täglich', all],
  ['jeden Tag', all],
  ['weekdays', work],
  ['werktags', work],
  ['weekend', [6, 7]],
  ['Wochenende', [6, 7]],
  ['Mon-Fri', work],
  ['Mon – Fri', work],
  ['Mo.-Fr.', work],
  ['Monday to Friday', work],
  ['Montag bis Freitag', work],
  ['fri-mon', [1, 5, 6, 7]],
  ['mon-mon', [1]],
  ['Sat, Sun', [6, 7]],
  ['Samstag und Sonntag', [6, 7]],
  ['mo mi fr', [1, 3, 5]],
  ['Mon, Wed & Fri', [1, 3, 5]],
  ['mondays and fridays', [1, 5]],
  ['every monday', [1]],
  ['jeden Sonnabend', [6]],
  ['mon-fri, sun', [1, 2, 3, 4, 5, 7]],
])('%j are days', (text, days) => {
  expect(parseDays(text)).toEqual(days);
});

test.each(['', ' , ', 'monthly', 'mon, funday', '1-5', 'mon-', 'mon-wed-fri', 'x'.repeat(100_000), '- '.repeat(100)])(
  '%j are none',
  (text) => {
    expect(parseDays(text)).toBeUndefined();
  },
);
