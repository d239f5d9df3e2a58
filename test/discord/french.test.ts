import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsIn as digestWords } from '../../commands/digest/words.ts';
import { wordsIn as whyWords } from '../../commands/why/words.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { problemOf } from '../../src/web/problem.ts';

const texts = textsFor('fr');
const root = join(import.meta.dirname, '../..');
const files = globSync(['src/discord/texts/fr/*.ts', 'commands/*/words.fr.ts'], { cwd: root });

test.each(files)('%s has French blanks before high marks and in guillemets, and says tu', (file) => {
  const source = readFileSync(join(root, file), 'utf8');
  expect(source.match(/\p{L} (?:[;»]|!(?!=)).*|«[^\u202f].*|[^\u202f]».*|\p{L} [?:]['`].*/gu)).toBeNull();
  expect(source.match(/(?<!\p{L})(?:vous|votre|vos)(?!\p{L}).*/giu)).toBeNull();
  expect(source.match(/\p{L}'\p{L}.*/gu)).toBeNull();
});

test('plurals, numbers and dates follow French', () => {
  const { digest, f } = texts;
  expect(digestWords(texts).digest.counts(1, 1_430, 0)).toBe(
    '1 sujet tiré de 1\u202f430 articles · 0 minute de lecture',
  );
  expect(digest.outlets({ outlets: 5, voices: 2 })).toBe('5 médias, 2 sources');
  expect([0, 1, 2, 3].map(digest.told)).toEqual([
    'déjà dans un bulletin d’aujourd’hui',
    'déjà dans le bulletin d’hier',
    'déjà dans le bulletin d’avant-hier',
    'déjà dans le bulletin d’il y a 3 jours',
  ]);
  expect(f.dayHeading('2026-12-01')).toBe('Mardi 1er décembre');
  expect(f.day('2026-12-21')).toBe('lundi 21 décembre');
  expect(f.days([1, 3], { everyDay: '', weekdays: '', weekend: '' })).toBe('lun. et mer.');
  expect(whyWords(texts).place(1, 9, 'bulletin')).toBe('Il était 1er sur 9 dans le bulletin.');
});

test('why a feed can’t be read is said in French if its reason is known', () => {
  const { message: reason, ...problem } = problemOf(
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    'a.example',
  );
  expect(texts.errors.problem({ ...problem, reason, host: 'a.example' })).toBe('a.example a refusé la connexion.');
  expect(texts.errors.problem({ code: 'http-404', host: 'a.example', reason: '' })).toContain('(404)');
  expect(texts.errors.problem({ code: 'new', host: 'a.example', reason: 'No idea.' })).toBe('No idea.');
});
