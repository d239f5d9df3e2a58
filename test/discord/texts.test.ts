import { describe, expect, test } from 'vitest';
import { renderNotice } from '../../src/discord/cards/notice.ts';
import { loadCommands } from '../../src/discord/registry.ts';
import type { CommandText } from '../../src/discord/texts/en/commands.ts';
import { catalogues, textsFor } from '../../src/discord/texts/texts.ts';
import { commandsFolder } from '../commands/scene.ts';
import { textsOf } from './digestFixture.ts';

/** Every text of a catalogue, functions called with harmless values. */
function sentencesOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') {
    const values = ['X', 'Y', 'Z', 'W'];
    return [values, [2, 3, 4], [['A', 'B'], 2], ['X', 2, 3], [2, 'X'], ['X', ['A']]].flatMap((given) => {
      try {
        const said: unknown = part(...given);
        return typeof said === 'string' ? [said] : [];
      } catch {
        return [];
      }
    });
  }
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(sentencesOf);
  return [];
}

describe.each(catalogues)('the catalogue $discordLocale', ({ texts }) => {
  test('names in its sentences only commands that exist in its language', () => {
    const names = new Set(
      Object.values(texts.commands as Record<string, CommandText>).flatMap((command) => [
        command.name,
        ...Object.values(command.subcommands ?? {}).map((sub) => `${command.name} ${sub.name}`),
      ]),
    );
    const { f: _f, commands: _commands, ...areas } = texts;
    for (const sentence of sentencesOf(areas)) {
      for (const [, name = '', sub = ''] of sentence.matchAll(/(?:^|[ (])\/(\p{L}+)(?: (\p{L}+))?/gu)) {
        expect(names, sentence).toContain(name);
        const hasSubs = [...names].some((one) => one.startsWith(`${name} `));
        if (hasSubs) expect(names, sentence).toContain(`${name} ${sub}`);
      }
    }
  });

  test('has a text for every command, subcommand and option within Discord’s bounds', async () => {
    const parts = Object.values(texts.commands as Record<string, CommandText>).flatMap((command) => [
      command,
      ...Object.values(command.subcommands ?? {}),
      ...Object.values(command.options ?? {}),
    ]);
    for (const { name, description } of parts) {
      expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      expect(description.length).toBeLessThanOrEqual(100);
    }
    const loaded = await loadCommands(commandsFolder);
    expect(loaded.map((command) => command.data.name).sort()).toEqual(Object.keys(texts.commands).sort());
  });
});

describe('languages', () => {
  test('every other language reads English', () => {
    expect(textsFor('fr').story.share).toBe('Share here');
    expect(textsFor('de').story.share).toBe('Hier teilen');
  });

  test('plurals and numbers follow the language', () => {
    expect(textsFor('en-GB').digest.counts(1, 1_430, 1)).toBe('1 story from 1,430 articles · 1 minute to read');
    expect(textsFor('de').digest.counts(1, 1_430, 1)).toBe('1 Meldung aus 1.430 Artikeln · 1 Minute Lesezeit');
  });
});

test.each([
  ['en-GB', ['1 outlet', '3 outlets, 1 independent report', '3 outlets, 2 independent reports']],
  ['de', ['1 Medium', '3 Medien, 1 eigener Bericht', '3 Medien, 2 eigene Berichte']],
])('the number of independent reports agrees with its noun (%s)', (locale, words) => {
  const { outlets } = textsFor(locale).digest;
  expect([outlets(1, 1), outlets(3, 1), outlets(3, 2)]).toEqual(words);
});

test.each(['en-GB', 'de'])(
  'what a word would have hidden or found is never none or one “of 1” or “of 0” (%s)',
  (locale) => {
    const { settings, topics } = textsFor(locale);
    for (const [found, of] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      for (const words of [settings.mutes('ferry', found, of), topics.tried(found, of)]) {
        expect(words.replace('7', '')).not.toMatch(/\d/);
        expect(words.endsWith(':')).toBe(found > 0);
      }
    }
    expect(settings.mutes('ferry', 1, 40)).toMatch(/1 (?:of|von) 40/);
    expect(topics.tried(2, 40)).toMatch(/2 (?:of the|von) 40/);
  },
);

test.each([
  ['en-GB', 'A quiet day: nothing new.'],
  ['de', 'Ein ruhiger Tag: nichts Neues.'],
])('a day on which nothing was read brings nothing new, not nothing “from 0 articles” (%s)', (locale, words) => {
  expect(textsFor(locale).digest.quiet(0, 0)).toBe(words);
});

/** As Discord shows the time five hours before to readers of this language. */
const fiveHoursAgo = (locale: string) => new Intl.RelativeTimeFormat(locale).format(-5, 'hour');

test.each([
  ['en-GB', 'first reported 5 hours ago'],
  ['de', 'erste Meldung vor 5 Stunden'],
])('how old a story is reads as a phrase once Discord has put in the time (%s)', (locale, words) => {
  expect(textsFor(locale).digest.firstReported(fiveHoursAgo(locale))).toBe(words);
});

const expired = { kind: 'expired', channelId: '5', localDate: '2026-11-24', ordinal: 0 } as const;

describe('notices', () => {
  test.each([
    [
      { kind: 'paused', channelId: '5', reason: 'missing-permission' },
      'The digest of <#5> is paused. Lede may not post there.',
    ],
    [{ kind: 'channel-gone', channelId: '5' }, 'The channel `5` was deleted'],
    [expired, 'The digest of Tuesday 24 November for <#5>'],
    [
      { ...expired, missed: { count: 2, lastDate: '2026-11-24' } },
      'post: 2 digests for <#5>, of Tuesday 24 November, were not sent.',
    ],
    [
      { ...expired, missed: { count: 3, lastDate: '2026-11-25' } },
      'post: 3 digests for <#5>, from Tuesday 24 November to Wednesday 25 November, were not sent.',
    ],
    [
      { kind: 'unknown-outcome', channelId: '5', localDate: '2026-11-24', ordinal: 0 },
      'To be safe, it is not sent again',
    ],
    [
      { kind: 'feed-failing', url: 'https://f.example/*', reason: 'HTTP 503' },
      'The feed f.example/\\* can’t be read: HTTP 503',
    ],
    [
      { kind: 'feed-failing', url: 'https://f.example/rss?key=SECRET', title: 'Lab *news*', reason: 'HTTP 503' },
      'The feed Lab \\*news\\* can’t be read: HTTP 503',
    ],
    [
      { kind: 'feed-gone', url: 'https://f.example/rss?key=SECRET', reason: 'HTTP 410' },
      'The feed f.example is gone and no longer read: HTTP 410',
    ],
    [{ kind: 'feed-back', url: 'https://f.example' }, 'works again'],
    [{ kind: 'feed-gone', url: 'https://f.example', reason: 'HTTP 410' }, 'is gone and no longer read: HTTP 410'],
    [{ kind: 'silent', what: 'polling', sinceMs: 7_200_000 }, 'No outlet has been read for 120 minutes'],
    [{ kind: 'silent', what: 'sending', sinceMs: 1 }, 'for 1 minute.'],
  ] as const)('%j', (notice, words) => {
    expect(textsOf(renderNotice(notice as never, 'en-US')).join('')).toContain(words);
  });
});
