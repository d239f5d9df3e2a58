import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, onTestFinished, test } from 'vitest';
import { argumentsOf, declarationOf } from '../../scripts/texts.ts';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import { languagesIn, textsFor } from '../../src/discord/texts/texts.ts';
import { localesFolder } from '../../src/schedule/languages.ts';
import { messagesOf } from './locales.ts';

/** A folder with these languages. */
function localesOf(files: Record<string, object>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, file] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(file));
  return pathToFileURL(`${folder}/`);
}

interface Greetings {
  hello: string;
  greet: (values: { name: string | readonly string[] | undefined; times: number }) => string;
  bye: readonly [string, string];
}
const english = {
  locale: 'en-GB',
  hello: 'Hello',
  greet: '{name, select, none {Hello} other {Hello {name}}}, {times, plural, one {# time} other {# times}}',
  bye: ['Bye', 'So long'],
};

test('a language is a file: it speaks, formats and names topics, and lacks nothing that English has', () => {
  const folder = localesOf({ 'fi.json': { locale: 'fi', hello: 'Hei', bye: {} }, 'en.json': english });
  const spoken = languagesIn<Greetings>(folder);
  expect(spoken.map(({ discordLocale }) => discordLocale)).toEqual(['en-GB', 'fi']);
  const finnish = textsFor('fi', spoken);
  expect(finnish.hello).toBe('Hei');
  expect(finnish.greet({ name: 'Aino', times: 1_430 })).toBe('Hello Aino, 1\u00a0430 times');
  expect(finnish.bye).toEqual(['Bye', 'So long']);
  expect(textsFor('sv-SE', spoken).hello).toBe('Hello');
  const topic = { id: 'world', names: { en: 'World', fi: 'Maailma' }, colour: 0, own: false };
  const texts = { ...textsFor('en-GB'), f: finnish.f };
  expect(topicLabel(topic, texts)).toBe('Maailma');
  expect(topicLabel({ ...topic, names: { en: 'World' } }, texts)).toBe('World');
});

test('a variety of a language has what differs, and the rest from the language', () => {
  const spanish = { locale: 'es-ES', hello: 'Hola', greet: '{name}: {times, number}' };
  const folder = localesOf({
    'en.json': english,
    'es-419.json': { locale: 'es-419', hello: 'Qué tal' },
    'es.json': spanish,
  });
  const texts = textsFor('es-419', languagesIn<Greetings>(folder));
  expect(texts.hello).toBe('Qué tal');
  expect(texts.greet({ name: ['Ana', 'Inés'], times: 14_300 })).toBe('Ana e Inés: 14,300');
  expect(texts.bye).toEqual(['Bye', 'So long']);
});

test('“none” stands for a missing or empty value, not for a text that says so', () => {
  const { greet } = textsFor('en-GB', languagesIn<Greetings>(localesOf({ 'en.json': english })));
  const greeted = [undefined, '', [], 'none', '{name}'].map((name) => greet({ name, times: 1 }));
  expect(greeted).toEqual([
    'Hello, 1 time',
    'Hello, 1 time',
    'Hello, 1 time',
    'Hello none, 1 time',
    'Hello {name}, 1 time',
  ]);
});

test('a folder without English is refused', () => {
  expect(() => languagesIn(localesOf({}))).toThrow('There is no en.json');
});

test('a reader of any variety gets the shipped language', () => {
  expect(textsFor('de-AT').story.share).toBe('Hier teilen');
});

const standard = messagesOf('en.json');
const files = readdirSync(localesFolder).filter((name) => name.endsWith('.json'));

test.each(files)('%s has the keys and arguments of en.json, and each message can be said', (file) => {
  const messages = messagesOf(file);
  const isVariety = file.includes('-');
  if (isVariety) expect([...standard.keys()]).toEqual(expect.arrayContaining([...messages.keys()]));
  else expect([...messages.keys()]).toEqual([...standard.keys()]);
  for (const [key, message] of messages) {
    const expected = standard.get(key) ?? '';
    expect(message.includes('{'), key).toBe(expected.includes('{'));
    if (!message.includes('{')) continue;
    const values = argumentsOf(message);
    expect(Object.fromEntries(values), key).toEqual(Object.fromEntries(argumentsOf(expected)));
    const samples = [...values].map(([name, type]) => [name, type === 'number' ? 2 : 'x']);
    expect(
      new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format(Object.fromEntries(samples)),
      key,
    ).toEqual(expect.any(String));
  }
});

test('locales/texts.d.ts is what “npm run texts” writes from en.json', () => {
  const [source, declaration] = ['en.json', 'texts.d.ts'].map((name) =>
    readFileSync(new URL(name, localesFolder), 'utf8'),
  );
  expect(declaration).toBe(declarationOf(source ?? ''));
});
