import { expect, test } from 'vitest';
import { parseTimes } from '../../src/schedule/times.ts';

test.each([
  ['8', ['08:00']],
  ['08:00', ['08:00']],
  ['8:05', ['08:05']],
  ['20.30', ['20:30']],
  ['８：００', ['08:00']],
  ['8am', ['08:00']],
  ['8 AM', ['08:00']],
  ['8:30pm', ['20:30']],
  ['12am', ['00:00']],
  ['12pm', ['12:00']],
  ['8 Uhr', ['08:00']],
  ['20.30 Uhr', ['20:30']],
  ['0:00', ['00:00']],
  ['08:00, 18:00', ['08:00', '18:00']],
  ['18:00 8:00', ['08:00', '18:00']],
  ['8am & 6 pm', ['08:00', '18:00']],
  ['8 Uhr und 18 Uhr', ['08:00', '18:00']],
  ['8 and 18', ['08:00', '18:00']],
  ['8, 08:00, 8am', ['08:00']],
])('%j are times', (text, times) => {
  expect(parseTimes(text)).toEqual(times);
});

test.each([
  ['nothing', ['', ' , ']],
  ['hours that no clock shows', ['24:00', '25', '8:60', '13am', '0pm', '20:30pm', '12345']],
  ['words', ['8, soon', 'noon', 'halb 9', '8 bis 9', '8pm ET', '8amx', 'every hour', 'abends um 8']],
  ['what could be read in two ways', ['8-18', '-8', '8:00:00', '8.5']],
  ['hostile lengths', ['8 '.repeat(100_000), ' '.repeat(200_000), '1'.repeat(200_000), ',;'.repeat(50_000)]],
])('%s are none', (_, texts) => {
  for (const text of texts) expect(parseTimes(text), text.slice(0, 50)).toBeUndefined();
});
