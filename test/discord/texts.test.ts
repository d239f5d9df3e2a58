import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { wordsIn as alertsWords } from '../../commands/alerts/words.ts';
import { wordsIn as digestWords } from '../../commands/digest/words.ts';
import { features } from '../../commands/features.ts';
import { wordsIn as topicsWords } from '../../commands/topics/words.ts';
import { renderNotices } from '../../src/discord/cards/notice.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import type { FieldText } from '../../src/discord/forms/fields.ts';
import { catalogues, textsFor } from '../../src/discord/texts/texts.ts';
import { subtagOf } from '../../src/languages/subtag.ts';
import { commandsFolder } from '../commands/scene.ts';
import { textsOf } from './digestFixture.ts';

const folderOf = (locale: string) => join(import.meta.dirname, '../../src/discord/texts', subtagOf(locale) ?? '');

interface Part {
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  options?: readonly Part[];
  type?: number;
}

/** All commands, and the names and descriptions of all their parts, as Discord shows them in this language. */
async function partsOf(locale: string) {
  const commands = commandsOf(features).map(({ data }) => data.toJSON() as Part);
  const isBase = locale === catalogues[0]?.discordLocale;
  const named = (part: Part) => (isBase ? part.name : part.name_localizations?.[locale]) ?? '';
  const described = (part: Part) => (isBase ? part.description : part.description_localizations?.[locale]);
  const within = (part: Part): Part[] => [part, ...(part.options ?? []).flatMap(within)];
  return {
    commands: commands.flatMap((command) => [
      named(command),
      ...(command.options ?? [])
        .filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
        .map((sub) => `${named(command)} ${named(sub)}`),
    ]),
    parts: commands.flatMap(within).map((part) => [named(part), described(part)] as const),
  };
}

describe.each(catalogues)('the catalogue $discordLocale', ({ discordLocale, texts }) => {
  test('names only commands that exist in its language', async () => {
    const names = new Set((await partsOf(discordLocale)).commands);
    const folder = folderOf(discordLocale);
    const wordsOf = (ending: string) => globSync(`*/words${ending}.ts`, { cwd: commandsFolder });
    const inFeatures = wordsOf(subtagOf(discordLocale) === 'en' ? '' : `.${subtagOf(discordLocale)}`);
    const files = [
      ...readdirSync(folder).map((file) => join(folder, file)),
      ...inFeatures.map((file) => join(commandsFolder, file)),
    ];
    const source = files.map((file) => readFileSync(file, 'utf8'));
    const mentioned = [
      ...source
        .join('\n')
        .replaceAll(/\/\*\*.*?\*\//gs, '')
        .matchAll(/[\s('`]\/([\p{L}-]+)(?: (\p{L}+))?/gu),
    ];
    // A language that is only begun mentions few.
    const isWhole = inFeatures.length === wordsOf('').length;
    if (isWhole) expect(mentioned.length).toBeGreaterThan(20);
    for (const [, name = '', sub = ''] of mentioned) {
      expect(names).toContain(name);
      if ([...names].some((one) => one.startsWith(`${name} `))) expect(names).toContain(`${name} ${sub}`);
    }
  });

  test('has a text for every command, subcommand and option within Discord’s bounds', async () => {
    const { parts } = await partsOf(discordLocale);
    expect(parts.length).toBeGreaterThan(50);
    for (const [name, description] of parts) {
      expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      expect(description?.length, name).toBeLessThanOrEqual(100);
    }
  });

  test('labels and describes the fields of forms within Discord’s bounds', () => {
    const forms = [digestWords, alertsWords, topicsWords].flatMap((wordsIn) =>
      Object.values<FieldText>(wordsIn(texts).form.fields),
    );
    for (const [label, description = ''] of forms) {
      expect(label.length, label).toBeLessThanOrEqual(45);
      expect(description.length, description).toBeLessThanOrEqual(100);
    }
  });

  test('never says that a word would have hidden or found none or one “of 1” or “of 0”', () => {
    for (const [found, of] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      for (const words of [
        digestWords(texts).settings.mutes('ferry', found, of),
        topicsWords(texts).tried(found, of),
      ]) {
        expect(words.replace('7', '')).not.toMatch(/\d/);
        expect(words.endsWith(':')).toBe(found > 0);
      }
    }
    expect(digestWords(texts).settings.mutes('ferry', 1, 40)).toMatch(/1\D+40/);
  });
});

test('plurals, numbers and times follow the language', () => {
  const [english, german] = [textsFor('en-GB').digest, textsFor('de').digest];
  const [inEnglish, inGerman] = [digestWords(textsFor('en-GB')).digest, digestWords(textsFor('de')).digest];
  expect(inEnglish.counts(1, 1_430, 1)).toBe('1 story from 1,430 articles · 1 minute to read');
  expect(inGerman.counts(1, 1_430, 1)).toBe('1 Meldung aus 1.430 Artikeln · 1 Minute Lesezeit');
  expect(english.outlets({ outlets: 3, voices: 1 })).toBe('3 outlets, 1 origin');
  expect(german.outlets({ outlets: 3, voices: 2 })).toBe('3 Medien, 2 Quellen');
  // Origins are mentioned only if they are fewer than the outlets.
  expect(english.outlets({ outlets: 2, voices: 2 })).toBe('2 outlets');
  expect([-1.25, -0.04, 0.04].map(textsFor('en-GB').f.decimal)).toEqual(['−1.3', '0.0', '0.0']);
  // If nothing was read, the text must not say "from 0 articles".
  expect(inEnglish.quiet(0, 0)).toBe('A quiet day: nothing new.');
  expect([0, 1, 3].map(english.told)).toEqual([
    'in an earlier digest today',
    'in yesterday’s digest',
    'in the digest 3 days ago',
  ]);
  expect([0, 1, 3].map(german.told)).toEqual([
    'heute schon im Überblick',
    'im Überblick von gestern',
    'im Überblick vor 3 Tagen',
  ]);
});

const expired = { kind: 'expired', channelId: '5', localDate: '2026-11-24', ordinal: 0 } as const;
const secret = { url: 'https://f.example/rss?key=SECRET', reason: 'HTTP 410' };

test.each([
  [
    { kind: 'paused', channelId: '5', reason: 'missing-permission' },
    'Posting in <#5> is paused. Lede isn’t allowed to post',
  ],
  [{ kind: 'channel-gone', channelId: '5' }, 'The channel `5` was deleted'],
  [expired, 'The digest of Tuesday 24 November for <#5>'],
  [{ ...expired, missed: { count: 2, lastDate: '2026-11-24' } }, 'post: 2 digests for <#5>, of Tuesday 24 November,'],
  [
    { ...expired, missed: { count: 3, lastDate: '2026-11-25' } },
    'post: 3 digests for <#5>, from Tuesday 24 November to Wednesday 25 November, were not posted.',
  ],
  [{ ...expired, kind: 'refused' }, 'Discord rejected the digest of Tuesday 24 November for <#5>.'],
  [{ ...expired, kind: 'unknown-outcome' }, 'that the digest of Tuesday 24 November arrived in <#5>. To be safe'],
  [{ kind: 'unknown-outcome', channelId: '5' }, 'that a message arrived in <#5>. To be safe, it is not posted again'],
  [{ kind: 'feed-failing', ...secret, title: 'Lab *news*' }, 'The feed Lab \\*news\\* can’t be read: HTTP 410'],
  [{ kind: 'feed-gone', ...secret }, 'The feed f.example is gone and no longer read: HTTP 410'],
  [{ kind: 'feed-back', url: 'https://f.example/*', reason: '' }, 'The feed f.example/\\* works again'],
  [{ kind: 'silent', what: 'polling', sinceMs: 7_200_000 }, 'No outlet has been read for 120 minutes'],
  [{ kind: 'silent', what: 'sending', sinceMs: 1 }, 'for 1 minute.'],
] as const)('the notice %j is a sentence', (notice, words) => {
  expect(textsOf(renderNotices([notice], 'en-US')).join('')).toContain(words);
});
