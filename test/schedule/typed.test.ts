import { expect, test } from 'vitest';
import { parseDays } from '../../src/schedule/days.ts';
import { parseLanguages } from '../../src/schedule/languages.ts';
import { parseTimes } from '../../src/schedule/times.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const work = [1, 2, 3, 4, 5];

test.each([
  ['every day', all],
  ['jeden Tag', all],
  ['weekdays', work],
  ...['workdays', 'working days', 'Werktage', 'jours ouvrés', 'en semaine', 'días hábiles', 'entre semana'].map(
    (text): [string, number[]] => [text, work],
  ),
  ...['weekly', 'every week', 'once a week', 'wöchentlich', 'jede Woche', 'hebdomadaire', 'chaque semaine'].map(
    (text): [string, number[]] => [text, [1]],
  ),
  ...['semanal', 'cada semana', 'una vez por semana'].map((text): [string, number[]] => [text, [1]]),
  ['Wochenende', [6, 7]],
  ['Mon – Fri', work],
  ['Mo.-Fr.', work],
  ['Monday to Friday', work],
  ['Montag bis Freitag', work],
  ['from Monday to Friday', work],
  ['fri-mon', [1, 5, 6, 7]],
  ['mon-mon', [1]],
  ['Samstag und Sonntag', [6, 7]],
  ['mo mi fr', [1, 3, 5]],
  ['Mon, Wed & Fri', [1, 3, 5]],
  ['mondays and fridays', [1, 5]],
  ['mon-fri, sun', [1, 2, 3, 4, 5, 7]],
])('%j are days', (text, days) => {
  expect(parseDays(text)).toEqual(days);
});

test.each(['', ' , ', 'monthly', 'mon, funday', '1-5', 'mon-', 'mon-wed-fri', 'x'.repeat(100_000), '- '.repeat(100)])(
  '%j aren’t days',
  (text) => {
    expect(parseDays(text)).toBeUndefined();
  },
);

test.each([
  ['8', ['08:00']],
  ['8:05', ['08:05']],
  ['20.30', ['20:30']],
  ['8：００', ['08:00']],
  ['8 AM', ['08:00']],
  ['8:30pm', ['20:30']],
  ['12am', ['00:00']],
  ['12pm', ['12:00']],
  ['20.30 Uhr', ['20:30']],
  ['20 h 30', ['20:30']],
  ['18:00 8:00', ['08:00', '18:00']],
  ['8am & 6 pm', ['08:00', '18:00']],
  ['8 Uhr und 18 Uhr', ['08:00', '18:00']],
  ['8, 08:00, 8am', ['08:00']],
])('%j are times', (text, times) => {
  expect(parseTimes(text)).toEqual(times);
});

test.each([
  ['nothing', ['', ' , ']],
  ['hours that no clock shows', ['24:00', '25', '8:60', '13am', '0pm', '20:30pm', '12345']],
  ['words', ['8, soon', 'noon', 'halb 9', '8 bis 9', '8pm ET', '8amx']],
  ['what could be read in two ways', ['8-18', '-8', '8:00:00', '8.5']],
  ['hostile lengths', ['8 '.repeat(100_000), ' '.repeat(200_000), '1'.repeat(200_000), ',;'.repeat(50_000)]],
])('%s aren’t times', (_, texts) => {
  for (const text of texts) expect(parseTimes(text), text.slice(0, 50)).toBeUndefined();
});

test.each([
  ['English, German', ['en', 'de']],
  ['englisch und Deutsch', ['en', 'de']],
  ['fr; de-AT, pt-BR', ['fr', 'de', 'pt']],
  ['Français', ['fr']],
  ['en, english', ['en']],
  ['All', []],
  ['-', []],
])('%j are languages', (text, languages) => {
  expect(parseLanguages(text, 'de')).toEqual(languages);
});

test.each(['', ' , ', 'Klingon', 'en, xq', 'de en', 'x'.repeat(100_000)])('%j aren’t languages', (text) => {
  expect(parseLanguages(text, 'en-US')).toBeUndefined();
});
