import { expect, test } from 'vitest';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { messagesOf } from './locales.ts';

const texts = textsFor('fr');
test('each message has French blanks before high marks and in guillemets, and says tu', () => {
  for (const [key, message] of messagesOf('fr.json')) {
    expect(message.match(/\p{L} [;:!?»]|«[^\u202f]|[^\u202f]»/u), key).toBeNull();
    expect(message.match(/(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu), key).toBeNull();
    expect(message.match(/\p{L}'\p{L}/u), key).toBeNull();
  }
});

test('plurals, numbers and dates follow French', () => {
  const { digest, f } = texts;
  expect(texts.status.stories({ stories: 1, articles: 1_430 })).toBe('1 sujet tiré de 1\u202f430 articles');
  expect(digest.outlets({ outlets: 5 })).toBe('5 médias');
  expect([0, 1, 2, 3].map((daysAgo) => digest.told({ daysAgo, ago: f.daysAgo(daysAgo) }))).toEqual([
    'déjà dans un bulletin d’aujourd’hui',
    'déjà dans le bulletin d’hier',
    'déjà dans le bulletin d’avant-hier',
    'déjà dans le bulletin d’il y a 3 jours',
  ]);
  expect(f.dayHeading('2026-12-01')).toBe('Mardi 1er décembre');
  expect(f.day('2026-12-21')).toBe('lundi 21 décembre');
  expect(f.days([1, 3], { everyDay: '', weekdays: '', weekend: '' })).toBe('lun. et mer.');
  expect(texts.why.place({ number: 1, of: 9, digest: 'bulletin' })).toBe('Il était 1er sur 9 dans le bulletin.');
});
