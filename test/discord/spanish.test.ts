import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsIn as digestWords } from '../../commands/digest/words.ts';
import { features } from '../../commands/features.ts';
import { wordsIn as whyWords } from '../../commands/why/words.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import { catalogues, textsFor } from '../../src/discord/texts/texts.ts';
import { localeIn } from '../../src/schedule/languages.ts';

const spain = textsFor('es-ES');
const america = textsFor('es-419');
const root = join(import.meta.dirname, '../..');
const files = globSync(['src/discord/texts/es/*.ts', 'commands/*/words.es.ts'], { cwd: root });

test.each(files)('%s opens questions with ¿, has round quotation marks and says tú', (file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const asking = source.split('\n').filter((line) => /[\p{L}*}”][?!](?!\.)/u.test(line));
  expect(asking.filter((line) => !/[¿¡]/u.test(line))).toEqual([]);
  expect(source.match(/[«»]|\p{L}'\p{L}|[.,]”/gu)).toBeNull();
  expect(
    source.match(/(?<!\p{L})(?:usted|vosotr|vuestr|haga|elija(?!s)|escriba|pulse|vídeo|ordenador)\p{L}*/giu),
  ).toBeNull();
});

test('both Spanish locales of Discord have the names of all commands, and Latin America its numbers', async () => {
  for (const { data } of commandsOf(features)) {
    const { name, name_localizations: names } = data.toJSON();
    expect(names?.['es-ES'], name).toBeDefined();
    expect(names?.['es-419']).toBe(names?.['es-ES']);
  }
  expect(catalogues.map(({ discordLocale }) => discordLocale)).toEqual(['en-GB', 'de', 'es-ES', 'es-419', 'fr']);
  expect([spain, america].map(({ f }) => [f.number(14_300), f.decimal(1.25)])).toEqual([
    ['14.300', '1,3'],
    ['14,300', '1.3'],
  ]);
  expect(spain.errors.needsManage).toContain('Gestionar servidor');
  expect(america.errors.needsManage).toContain('Administrar servidor');
});

test('a channel in Spanish on a server of Latin America follows Latin American Spanish', () => {
  expect(localeIn('es', 'es-419')).toBe('es-419');
  expect(localeIn('es', 'en-US')).toBe('es');
  expect(localeIn(undefined, 'es-419')).toBe('es-419');
});

test('plurals, numbers and dates follow Spanish', () => {
  const { digest, f } = spain;
  expect(digestWords(spain).digest.counts(1, 14_300, 2)).toBe('1 noticia de 14.300 artículos · 2 minutos de lectura');
  expect(digest.outlets({ outlets: 5, voices: 2 })).toBe('5 medios, 2 fuentes');
  expect([0, 1, 2, 3].map(digest.told)).toEqual([
    'ya en un resumen de hoy',
    'ya en el resumen de ayer',
    'ya en el resumen de anteayer',
    'ya en el resumen de hace 3 días',
  ]);
  expect(f.dayHeading('2026-12-01')).toBe('Martes, 1 de diciembre');
  expect(f.list(['Italia', 'Irlanda'])).toBe('Italia e Irlanda');
  expect(f.days([3, 6], { everyDay: '', weekdays: '', weekend: '' })).toBe('mié y sáb');
  expect(whyWords(spain).place(1, 9, 'resumen')).toBe('Era la 1.ª de 9 en el resumen.');
});

test('why a feed can’t be read is said in Spanish if its reason is known', () => {
  expect(spain.errors.problem({ code: 'refused', host: 'a.example', reason: 'x' })).toBe(
    'a.example rechazó la conexión.',
  );
  expect(spain.errors.problem({ code: 'new', host: 'a.example', reason: 'No idea.' })).toBe('No idea.');
});
