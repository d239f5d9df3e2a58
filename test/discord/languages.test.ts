import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { features } from '../../commands/features.ts';
import { feedsCard } from '../../commands/feeds/card.ts';
import { statusCard } from '../../commands/status/card.ts';
import { groupedCard } from '../../commands/story/command.ts';
import { argumentsOf, declarationOf } from '../../scripts/texts.ts';
import { renderNotices } from '../../src/discord/cards/notice.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import { catalogues, languagesIn, textsFor } from '../../src/discord/texts/texts.ts';
import { localeIn, localesFolder } from '../../src/schedule/languages.ts';
import { problemOf } from '../../src/web/problem.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { quietStatus, textsOf, world } from './digestFixture.ts';
import { messagesOf } from './locales.ts';

/** A folder with these languages. */
function localesOf(files: Record<string, object>): URL {
  const folder = scratchFolder();
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
  const american = { locale: 'es-419', hello: 'Qué tal' };
  const folder = localesOf({ 'en.json': english, 'es-419.json': american, 'es.json': spanish });
  const texts = textsFor('es-419', languagesIn<Greetings>(folder));
  expect(texts.hello).toBe('Qué tal');
  expect(texts.greet({ name: ['Ana', 'Inés'], times: 14_300 })).toBe('Ana e Inés: 14,300');
  expect(texts.bye).toEqual(['Bye', 'So long']);
});

test('“none” stands for a missing or empty value, not for a text that says so', () => {
  const { greet } = textsFor('en-GB', languagesIn<Greetings>(localesOf({ 'en.json': english })));
  const greeted = [undefined, '', [], 'none', '{name}'].map((name) => greet({ name, times: 1 }));
  const hello = 'Hello, 1 time';
  expect(greeted).toEqual([hello, hello, hello, 'Hello none, 1 time', 'Hello {name}, 1 time']);
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

const inGerman = textsFor('de');
const said = (message: unknown) => textsOf(message).join('\n');
const failureOf = (code: string) => {
  const { message, ...problem } = problemOf(Object.assign(new Error('x'), { code }), 'feed.example');
  return { code: problem.code, host: problem.host, reason: message };
};

test('quoted words have German quotation marks', () => {
  const reason = { outlet: 'Bote', title: 'Titel', url: 'https://bote.example/1', at: 1, probability: 0.7 };
  expect(said(groupedCard('Titel', [{ ...reason, opened: false, words: ['Fähre', 'Sund'] }], inGerman))).toContain(
    'gemeinsam: „Fähre“, „Sund“',
  );
});

test('times in sentences look as a German writes them', () => {
  // Discord shows <t:…:f> as "26. November 2026 um 07:00".
  const { headlines } = inGerman.story;
  expect(headlines.counts({ stories: 2, since: '26. November 2026 um 07:00' })).toContain('seit dem 26. November');
  expect(headlines.empty({ since: '26. November 2026 um 07:00' })).toMatch(/^Seit dem 26\. November/);
});

const codes = ['ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ABORT_ERR', 'ECONNREFUSED', 'EHOSTUNREACH', 'CERT_', 'HPE_', ''];

describe('why an address can’t be read', () => {
  test.each(codes)('is said in German and with its host after %j', (code) => {
    const failure = failureOf(code);
    const words = problemText(failure, inGerman);
    expect(words).toMatch(/feed\.example.*[.?]$/);
    expect(words).not.toBe(failure.reason);
    expect(problemText(failure, textsFor('en-GB'))).toMatch(/feed\.example.*[.]/);
  });

  test.each([404, 418, 503])('is said in German and with its host for status %i', (status) => {
    const words = problemText({ code: `http-${status}`, host: 'feed.example', reason: 'English' }, inGerman);
    expect(words).toMatch(new RegExp(`^feed\\.example .*\\b${status}\\b`));
  });

  test.each([{}, { code: 'of-a-later-version', host: 'feed.example' }, { code: 'constructor' }, { code: 'timeout' }])(
    'is shown as it was stored if no more is known than %j',
    (known) => {
      expect(problemText({ ...known, reason: 'feed.example rests.' }, inGerman)).toBe('feed.example rests.');
    },
  );

  test('appears so in the notice, the list of feeds and the status', () => {
    const problem = failureOf('ENOTFOUND');
    const words = 'feed.example ist nicht zu finden.';
    for (const kind of ['feed-failing', 'feed-gone'] as const) {
      expect(said(renderNotices([{ kind, url: 'https://feed.example/rss', ...problem }], 'de'))).toContain(words);
    }
    const feed = { id: '1', url: 'https://feed.example/', title: 'F', topic: world, nextDueAt: 1, articlesLastWeek: 0 };
    const max = { articles: 2_000, pages: 300, requests: 500, bytes: 50 * 1024 * 1024 };
    const quota = { spent: { articles: 2_000, pages: 7, requests: 4, bytes: 1 }, max, nextAt: 0 };
    const list = said(feedsCard([{ ...feed, state: 'failing', problem }], quota, inGerman));
    expect(list).toContain(words);
    const quotas =
      '2.000 von 2.000 neuen Artikeln, 7 von 300 abgerufenen Seiten, 4 von 500 anderen Anfragen und 1 von 50 MB';
    expect(list).toContain(`⚠️ Heute ${quotas} · weiter <t:0:R>`);
    const failing = [{ outlet: 'Post', ...problem }];
    expect(said(statusCard({ ...quietStatus, failing }, inGerman))).toContain(`Post: ${words}`);
  });
});

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
