import { expect, test } from 'vitest';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { messagesOf } from './locales.ts';

test('each message has French blanks before high marks and in guillemets, and says tu', () => {
  for (const [key, message] of messagesOf('fr.json')) {
    expect(message.match(/\p{L} [;:!?»]|«[^\u202f]|[^\u202f]»/u), key).toBeNull();
    expect(message.match(/(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu), key).toBeNull();
    expect(message.match(/\p{L}'\p{L}/u), key).toBeNull();
  }
});

test('dates and lists of days follow French', () => {
  const { f } = textsFor('fr');
  expect(f.dayHeading('2026-12-01')).toBe('Mardi 1er décembre');
  expect(f.day('2026-12-21')).toBe('lundi 21 décembre');
  expect(f.clock(Date.UTC(2026, 11, 1, 8), 'UTC')).toBe('8 h');
  expect(f.clock(Date.UTC(2026, 11, 1, 0, 5), 'UTC')).toBe('0 h 05');
  expect(f.dayAndClock(Date.UTC(2026, 11, 1, 20, 15), 'Europe/Paris')).toBe('1er déc., 21 h 15');
  expect(f.days([1, 3], { everyDay: '', weekdays: '', weekend: '' })).toBe('lun. et mer.');
});
