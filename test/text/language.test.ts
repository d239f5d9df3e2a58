import { expect, test } from 'vitest';
import { languageOf } from '../../src/text/language.ts';

test('the stated language wins, in its shortest form', () => {
  expect(languageOf('Der Rat stimmte am Montag ab.', 'en-GB')).toBe('en');
  expect(languageOf('', ' DE_at ')).toBe('de');
});

test('without a usable statement the letters decide', () => {
  expect(languageOf('The council voted on Monday to close the harbour bridge for repairs.')).toBe('en');
  expect(languageOf('Der Stadtrat hat am Montag beschlossen, die Hafenbrücke zu sperren.', 'und')).toBe('de');
  expect(languageOf('Le conseil municipal a voté lundi la fermeture du pont du port.', '12')).toBe('fr');
});

test('no answer is given where there is none', () => {
  expect(languageOf('12:30 — 14:00')).toBeUndefined();
});
