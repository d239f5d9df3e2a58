import { Locale } from 'discord.js';
import { expect, test } from 'vitest';
import { german } from '../../src/engine/languages/de/language.ts';
import table from '../../src/schedule/zones.json' with { type: 'json' };
import { cityMeant, zoneOfLocale, zoneTyped } from '../../src/schedule/zones.ts';

const typed = (text: string) => zoneTyped(text, 'en-US');

test.each([
  ['Europe/Berlin', ['Europe/Berlin', 'berlin', 'München', 'munchen', 'germany', 'Deutschland', 'CET', 'mez']],
  ['Europe/Zurich', ['Zürich']],
  ['Europe/Vienna', ['wien', 'osterreich']],
  ['Europe/London', ['uk', 'gmt']],
  ['Europe/Kyiv', ['Kiev']],
  ['America/St_Johns', ['st johns', "St. John's"]],
  ['America/New_York', ['new_york', 'boston', 'USA', 'est']],
  ['America/Los_Angeles', ['san francisco', 'PT', 'us/pacific']],
  ['America/Inuvik', ['america/inuvik']],
  ['America/Chicago', ['texas']],
  ['America/Sao_Paulo', ['Brasil']],
  ['Asia/Kolkata', ['Calcutta', 'Mumbai', 'india']],
  ['Asia/Seoul', ['south korea']],
  ['UTC', ['utc']],
  [undefined, ['ber', 'UTC+1', '', '\u0000', 'Atlantis', 'x'.repeat(100_000), '('.repeat(5_000), '%_\\', 'ا', '🦔']],
])('the zone that is typed by its name, a city, a country or an abbreviation is %s', (zone, texts) => {
  expect(texts.map(typed)).toEqual(texts.map(() => zone));
});

test.each([
  ['fr', 'heure de Paris', 'Europe/Paris'],
  ['fr', 'HNE', 'America/New_York'],
  ['fr', 'Londres', 'Europe/London'],
  ['fr', 'Genève', 'Europe/Zurich'],
  ['es-ES', 'hora de Madrid', 'Europe/Madrid'],
  ['es-419', 'hora del Perú', 'America/Lima'],
  ['es-419', 'CDMX', 'America/Mexico_City'],
  ['es-ES', 'Londres', 'Europe/London'],
  ['es-ES', 'Ginebra', 'Europe/Zurich'],
])('a zone is found as readers of %s name it: %s', (locale, text, zone) => expect(zoneTyped(text, locale)).toBe(zone));

test('every zone is found by its own name, and meant by a city that is misspelt or unfinished', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(typed(zone)).toBe(zone);
  expect(typed('Australia/Melbourne')).toBe('Australia/Melbourne');
  for (const locale of ['ja', 'uk', 'not a locale']) expect(zoneTyped('tokyo', locale)).toBe('Asia/Tokyo');
  const misspelt = ['Berln', 'Hamb', 'Wein', 'Oesterreich', 'San Fran', 'xyzzy', 'x'.repeat(100_000)];
  const meant = misspelt.map((text) => cityMeant(text, 'de'));
  expect(meant).toEqual(['Berlin', 'Hamburg', 'Wien', 'Wien', 'San Francisco', undefined, undefined]);
});

test('a Discord locale has the zone of its country', () => {
  expect(Object.values(Locale).map(zoneOfLocale)).not.toContain('UTC');
  const zones = ['de', 'en-US', 'pt-BR', 'es-419', 'no locale'].map(zoneOfLocale);
  expect(zones).toEqual(['Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'America/Mexico_City', 'UTC']);
});

test('the tables name only zones that can be found', () => {
  const used = [...table.majorZones, ...Object.keys(table.morePlaces), ...Object.keys(german.places ?? {})];
  expect(used.filter((zone) => typed(zone) !== zone)).toEqual([]);
  expect(new Set(table.majorZones).size).toBe(table.majorZones.length);
});
