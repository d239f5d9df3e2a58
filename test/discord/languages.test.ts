import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import { catalogues, languagesIn, textsFor, wordsBeside } from '../../src/discord/texts/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'languages-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const english = pathToFileURL(join(import.meta.dirname, '../../src/discord/texts/en/language.ts')).href;

test('a language is a folder: it speaks, formats and names topics, and lacks nothing that English has', async () => {
  mkdirSync(join(folder, 'en'));
  mkdirSync(join(folder, 'fi'));
  writeFileSync(join(folder, 'en/language.ts'), `export { default } from '${english}';`);
  writeFileSync(
    join(folder, 'fi/language.ts'),
    `import en from '${english}';
    export default {
      discordLocale: 'fi',
      words: (f) => ({ ...en.words(f), story: { ...en.words(f).story, share: 'Jaa' } }),
    };`,
  );
  const spoken = await languagesIn(folder);
  expect(spoken.map(({ discordLocale }) => discordLocale)).toEqual(['en-GB', 'fi']);
  const finnish = textsFor('fi', spoken);
  expect(finnish.story.share).toBe('Jaa');
  expect(finnish.f.number(1_430.5)).toBe('1\u00a0430,5');
  expect(textsFor('sv-SE', spoken).story.share).toBe('Share here');
  const topic = { id: 'world', names: { en: 'World', fi: 'Maailma' }, colour: 0, own: false };
  expect(topicLabel(topic, finnish)).toBe('Maailma');
  expect(topicLabel({ ...topic, names: { en: 'World' } }, finnish)).toBe('World');
});

test('a feature speaks the languages in its folder, and English in all others', async () => {
  const translated = join(folder, 'translated');
  mkdirSync(translated, { recursive: true });
  writeFileSync(join(translated, 'words.de.ts'), "export default () => ({ hello: 'Hallo' });");
  const english = () => ({ hello: 'Hello' });
  for (const [place, german] of [
    [translated, 'Hallo'],
    [join(folder, 'untranslated'), 'Hello'],
  ] as const) {
    const wordsIn = await wordsBeside(place, english);
    expect(['en-GB', 'de'].map((locale) => wordsIn(textsFor(locale)).hello)).toEqual(['Hello', german]);
  }
});

test('the shipped languages are English, which the others fall back to, and German', () => {
  expect(catalogues[0]?.discordLocale).toBe('en-GB');
  expect(catalogues.map(({ discordLocale }) => discordLocale)).toContain('de');
  expect(textsFor('de-AT').story.share).toBe('Hier teilen');
});
