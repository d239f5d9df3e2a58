import { expect, test } from 'vitest';
import { features } from '../../commands/features.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import { catalogues, textsFor } from '../../src/discord/texts/texts.ts';
import { localeIn } from '../../src/schedule/languages.ts';
import { messagesOf } from './locales.ts';

const spain = textsFor('es-ES');
const america = textsFor('es-419');
test('each message opens questions with ¿, has round quotation marks and says tú', () => {
  for (const [key, message] of [...messagesOf('es.json'), ...messagesOf('es-419.json')]) {
    if (/[\p{L}*}”][?!](?!\.)/u.test(message)) expect(message, key).toMatch(/[¿¡]/u);
    expect(message.match(/[«»]|\p{L}'\p{L}|[.,]”/u), key).toBeNull();
    const other = /(?<!\p{L})(?:usted|vosotr|vuestr|haga|elija(?!s)|escriba|pulse|vídeo|ordenador)\p{L}*/iu;
    expect(message.match(other), key).toBeNull();
  }
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

test('dates and lists follow Spanish', () => {
  const { f } = spain;
  expect(f.dayHeading('2026-12-01')).toBe('Martes, 1 de diciembre');
  expect(f.list(['Italia', 'Irlanda'])).toBe('Italia e Irlanda');
  expect(f.days([3, 6], { everyDay: '', weekdays: '', weekend: '' })).toBe('mié y sáb');
});
