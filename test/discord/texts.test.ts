import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { features } from '../../commands/features.ts';
import { renderNotices } from '../../src/discord/cards/notice.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import type { FieldText } from '../../src/discord/forms/fields.ts';
import { catalogues, type Texts, textsFor } from '../../src/discord/texts/texts.ts';
import { textsOf } from './digestFixture.ts';
import { messagesOf } from './locales.ts';

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
    const file = `${discordLocale.replace(/-[A-Z]+$/, '')}.json`;
    const mentioned = [...messagesOf(file)].flatMap(([key, message]) =>
      key.startsWith('playground.')
        ? []
        : [...message.matchAll(/(?<=^|[\s('`{])\/([\p{L}-]+)(?: (\p{L}+))?/gu)].map((match) => [key, ...match]),
    );
    if (!file.includes('-')) expect(mentioned.length).toBeGreaterThan(20);
    for (const [key, , name = '', sub = ''] of mentioned) {
      expect(names, key).toContain(name);
      if ([...names].some((one) => one.startsWith(`${name} `))) expect(names, key).toContain(`${name} ${sub}`);
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
    const forms = [texts.digest, texts.alerts, texts.topics].flatMap(({ form }) =>
      Object.values<FieldText>(form.fields),
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
        texts.digest.settings.mutes({ word: 'ferry', hidden: found, of }),
        texts.topics.tried({ matches: found, of }),
      ]) {
        expect(words.replace('7', '')).not.toMatch(/\d/);
        expect(words.endsWith(':')).toBe(found > 0);
      }
    }
    expect(texts.digest.settings.mutes({ word: 'ferry', hidden: 1, of: 40 })).toMatch(/1\D+40/);
  });
});

const toldIn = ({ digest, f }: Texts, daysAgo: number) => digest.told({ daysAgo, ago: f.daysAgo(daysAgo) });

test('plurals, numbers and times follow the language', () => {
  const [english, german] = [textsFor('en-GB').digest, textsFor('de').digest];
  const counted = { stories: 1, articles: 1_430 };
  expect(textsFor('en-GB').status.stories(counted)).toBe('1 story from 1,430 articles');
  expect(textsFor('de').status.stories(counted)).toBe('1 Meldung aus 1.430 Artikeln');
  expect(english.outlets({ outlets: 3 })).toBe('3 outlets');
  expect(german.outlets({ outlets: 3 })).toBe('3 Medien');
  expect([-1.25, -0.04, 0.04].map(textsFor('en-GB').f.decimal)).toEqual(['−1.3', '0.0', '0.0']);
  expect([0, 1, 3].map((daysAgo) => toldIn(textsFor('en-GB'), daysAgo))).toEqual([
    'in an earlier digest today',
    'in yesterday’s digest',
    'in the digest 3 days ago',
  ]);
  expect([0, 1, 3].map((daysAgo) => toldIn(textsFor('de'), daysAgo))).toEqual([
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
