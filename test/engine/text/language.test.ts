import { expect, test } from 'vitest';
import { languageSpoken } from '../../../src/engine/text/language.ts';

test('the stated language wins, in its shortest form', () => {
  expect(languageSpoken('Der Rat stimmte am Montag ab.', 'en-GB')).toBe('en');
  expect(languageSpoken('', ' DE_at ')).toBe('de');
});

test('without a usable statement the letters decide', () => {
  expect(languageSpoken('The council voted on Monday to close the harbour bridge for repairs.')).toBe('en');
  expect(languageSpoken('Der Stadtrat hat am Montag beschlossen, die Hafenbrücke zu sperren.', 'und')).toBe('de');
  expect(languageSpoken('Le conseil municipal a voté lundi la fermeture du pont du port.', '12')).toBe('fr');
});

test('text without words has no language', () => {
  expect(languageSpoken('12:30 — 14:00')).toBeUndefined();
});
