import { expect, test } from 'vitest';
import { parseDays } from '../../src/schedule/days.ts';
import { parseLanguages } from '../../src/schedule/languages.ts';
import { parseTimes } from '../../src/schedule/times.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const work = [1, 2, 3, 4, 5];

test.each([
  [all, ['every day', 'jeden Tag', 'tous les jours', 'todos los días']],
  [work, ['weekdays', 'workdays', 'working days', 'Werktage', 'jours ouvrés', 'en semaine', 'días hábiles']],
  [work, ['días laborables', 'entre semana', 'Mon – Fri', 'Mo.-Fr.', 'Monday to Friday', 'Montag bis Freitag']],
  [work, ['from Monday to Friday', 'du lundi au vendredi', 'de lunes a viernes']],
  [[1], ['mon-mon', 'weekly', 'every week', 'once a week', 'wöchentlich', 'jede Woche', 'hebdomadaire']],
  [[1], ['chaque semaine', 'semanal', 'cada semana', 'una vez por semana']],
  [
    [6, 7],
    ['Wochenende', 'Samstag und Sonntag', 'le week-end', 'los fines de semana', 'los sábados y domingos'],
  ],
  [
    [1, 3, 5],
    ['mo mi fr', 'Mon, Wed & Fri', 'lun., mer. et ven.', 'lun., mié. y vie.'],
  ],
  [[1, 5, 6, 7], ['fri-mon']],
  [[1, 5], ['mondays and fridays']],
  [[1, 2, 3, 4, 5, 7], ['mon-fri, sun']],
])('the days %j are typed as %j', (days, texts) => {
  for (const text of texts) expect(parseDays(text), text).toEqual(days);
});

test.each([
  ['nothing', ['', ' , ']],
  ['words', ['monthly', 'mon, funday', 'jours fériés', 'días festivos']],
  ['ranges without names or ends', ['1-5', 'mon-', 'mon-wed-fri']],
  ['hostile lengths', ['x'.repeat(100_000), '- '.repeat(100)]],
])('%s aren’t days', (_, texts) => {
  for (const text of texts) expect(parseDays(text), text.slice(0, 50)).toBeUndefined();
});

test.each([
  [['08:00'], ['8', '8：００', '8 AM', '8, 08:00, 8am']],
  [['08:05'], ['8:05']],
  [['20:30'], ['20.30', '8:30pm', '20.30 Uhr', '20 h 30', '20.30 horas']],
  [['00:00'], ['12am']],
  [['12:00'], ['12pm']],
  [
    ['08:00', '18:00'],
    ['18:00 8:00', '8am & 6 pm', '8 Uhr und 18 Uhr'],
  ],
  [
    ['08:00', '12:30', '18:00'],
    ['8 h, 12h30 et 18 heures', '8 h, 12:30 y 6 p. m.'],
  ],
])('the times %j are typed as %j', (times, texts) => {
  for (const text of texts) expect(parseTimes(text), text).toEqual(times);
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
  ['de', ['en', 'de'], ['English, German', 'englisch und Deutsch']],
  ['de', ['fr', 'de', 'pt'], ['fr; de-AT, pt-BR']],
  ['de', ['fr'], ['Français']],
  ['de', ['en'], ['en, english']],
  ['de', [], ['All', '-']],
  ['fr', ['fr', 'en'], ['français et anglais']],
  ['fr', [], ['toutes']],
  ['es', ['es', 'en'], ['español e inglés']],
  ['es', [], ['todos']],
])('in the locale %s the languages %j are typed as %j', (locale, languages, texts) => {
  for (const text of texts) expect(parseLanguages(text, locale), text).toEqual(languages);
});

test.each(['', ' , ', 'Klingon', 'en, xq', 'de en', 'x'.repeat(100_000)])('%j aren’t languages', (text) => {
  expect(parseLanguages(text, 'en-US')).toBeUndefined();
});
