import { rawTimeZones } from '@vvo/tzdb';
import { describe, expect, test } from 'vitest';
import { german } from '../../src/languages/de/language.ts';
import { majorZones } from '../../src/schedule/zonePlaces.ts';
import table from '../../src/schedule/zones.json' with { type: 'json' };
import { findZones, zoneOfLocale, zonesByClock, zoneTyped } from '../../src/schedule/zones.ts';

const now = Date.UTC(2026, 10, 24, 13, 5);
const discordLocales =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );
const first = (query: string, locale = 'en-US') => findZones(query, now, locale)[0]?.zone;

describe('a search for a zone', () => {
  test.each([
    ['Europe/Berlin', ['berlin', 'ber', 'München', 'munchen', 'germany', 'Deutschland', 'ger', 'CET', 'mez', 'UTC+1']],
    ['Europe/Zurich', ['Zürich']],
    ['Europe/Vienna', ['wien', 'osterreich', 'oesterreich']],
    ['Europe/London', ['uk', 'gmt']],
    ['Europe/Kyiv', ['Kiev']],
    ['America/St_Johns', ['st johns', "St. John's"]],
    ['America/New_York', ['new_york', 'york', 'boston', 'USA', 'est', '\u0000']],
    ['America/Los_Angeles', ['san francisco', 'PT', 'US/Pacific']],
    ['America/Chicago', ['texas']],
    ['America/Sao_Paulo', ['Brasil', 'GMT −3']],
    ['Asia/Kolkata', ['Calcutta', 'asia/calcutta', 'india', '+5:30']],
    ['Asia/Seoul', ['korea']],
    ['UTC', ['utc']],
    [undefined, ['qqqq', '+15']],
  ])('gives %s first', (zone, queries) => {
    expect(queries.map((query) => first(query))).toEqual(queries.map(() => zone));
  });

  test('shows what was found, the country, the time and the offset of now, in the asker’s language', () => {
    expect(findZones('hamb', now, 'de')).toEqual([
      { zone: 'Europe/Berlin', label: 'Hamburg (Berlin) · Deutschland · 14:05 (UTC+1)' },
    ]);
    expect(findZones('mumbai', now, 'en-GB')[0]?.label).toBe('Mumbai (Kolkata) · India · 18:35 (UTC+5:30)');
    expect(findZones('singap', now, 'en-GB')[0]?.label).toBe('Singapore · 21:05 (UTC+8)');
    const summer = Date.UTC(2026, 6, 1, 12);
    expect(findZones('wien', summer, 'de')[0]?.label).toBe('Wien · Österreich · 14:00 (UTC+2)');
  });

  test('without a query suggests the locale’s own zone first', () => {
    expect(first('', 'de')).toBe('Europe/Berlin');
    expect(first('', 'ja')).toBe('Asia/Tokyo');
    expect(first('   ', 'x!')).toBe('UTC');
  });

  test('never exceeds Discord’s limit, and gives each zone once, for any input and language', () => {
    const hostile = ['x'.repeat(100_000), '('.repeat(5_000), '%_\\', 'ا', '🦔'];
    const queries = ['', 'a', 'usa', 'utc+1', 'america/', 'russia', ...hostile];
    for (const locale of [...discordLocales, 'not a locale']) {
      for (const query of queries) {
        const found = findZones(query, now, locale);
        expect(found.length).toBeLessThanOrEqual(25);
        expect(new Set(found.map(({ zone }) => zone)).size).toBe(found.length);
        expect(found.every(({ label }) => label.length <= 100 && label.length > 5)).toBe(true);
      }
    }
  });

  test('finds every zone by its own name, or an equivalent one with the same time', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(first(zone)).toBe(rawTimeZones.find(({ group }) => group.includes(zone))?.name);
    }
    expect(first('Australia/Melbourne')).toBe('Australia/Sydney');
  });
});

test.each([
  ['Europe/Berlin', ['Europe/Berlin', 'Berlin', 'germany', 'CET']],
  ['America/Los_Angeles', ['us/pacific']],
  ['America/Inuvik', ['america/inuvik']],
  ['UTC', ['UTC']],
  [undefined, ['ber', 'UTC+1', '', 'Atlantis']],
])('a zone that was typed and not chosen is %s', (zone, texts) => {
  expect(texts.map((text) => zoneTyped(text, now, 'en-US'))).toEqual(texts.map(() => zone));
});

test('a Discord locale has the zone of its country', () => {
  const zones = discordLocales.map(zoneOfLocale);
  expect(zones).not.toContain('UTC');
  expect(['de', 'en-US', 'pt-BR', 'es-419', 'uk', 'no locale'].map(zoneOfLocale)).toEqual([
    ...['Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'America/Mexico_City', 'Europe/Kyiv', 'UTC'],
  ]);
});

describe('zones by the clock', () => {
  test('are at most 25 groups from west to east, each showing its time now', () => {
    for (const month of [0, 2, 6, 10]) {
      const at = Date.UTC(2026, month, 30, 23, 59);
      const choices = zonesByClock(at);
      expect(choices.length).toBeGreaterThan(20);
      expect(choices.length).toBeLessThanOrEqual(25);
      const offsets = choices.map(({ zones, time, label }) => {
        const local = zones.map((zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
        expect(new Set(local.map((there) => there.toPlainTime().toString().slice(0, 5)))).toEqual(new Set([time]));
        expect(label.length).toBeLessThanOrEqual(100);
        return local[0]?.offsetNanoseconds ?? 0;
      });
      expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
    }
  });

  test.each([0, 6, 10])('are those by which most people live (month %i)', (month) => {
    const chosen = new Set(zonesByClock(Date.UTC(2026, month, 26)).flatMap(({ zones }) => zones));
    for (const zone of majorZones.slice(0, majorZones.indexOf('Asia/Yangon'))) expect(chosen).toContain(zone);
  });

  test('name the cities most people mean, in the asker’s language', () => {
    const berlin = zonesByClock(now, 'de').find(({ zones }) => zones[0] === 'Europe/Berlin');
    expect(berlin).toMatchObject({ label: 'Berlin, Paris, Madrid, Rom', time: '14:05' });
  });
});

test('the tables name only zones that can be found', () => {
  const used = [...majorZones, ...Object.keys(table.morePlaces), ...Object.keys(german.places ?? {})];
  expect(used.filter((zone) => first(zone) !== zone)).toEqual([]);
  expect(new Set(majorZones).size).toBe(majorZones.length);
});
