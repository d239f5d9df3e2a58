import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['setup', 'Save this server’s whole set-up as a file, or load one'],
    subcommands: {
      export: ['export', 'Get subscriptions, settings, own topics, feeds, muted words and outlets as a file'],
      import: ['import', 'Load such a file; you first see what it would change'],
    },
    options: { file: ['file', 'A file from /setup export, at most 256 KB'] },
  } satisfies CommandText,
  exported: (channels: number) =>
    `The set-up of this server, with ${f.count(channels, 'channel', 'channels')}: /setup import loads it here or on another server. It names your channels, topics, feeds, muted words and roles, so share it only with people who may know them.`,
  preview: 'What this file would set up',
  done: 'Set up as in the file',
  nothing: 'Nothing in this file is new here',
  go: 'Set it up',
  /** Parts of a set-up. */
  parts: {
    ownTopics: 'Topics of your own',
    ownFeeds: 'Feeds',
    mutes: 'Muted words',
    channels: 'Channels with a digest',
    alerts: 'Channels with alerts',
  },
  log: 'Log channel',
  added: (count: number) => `${f.number(count)} new`,
  changed: (count: number) => `${f.number(count)} changed`,
  left: 'Can’t be imported',
  noOutlet: 'there is no such outlet here',
  alertLacks: 'role and tags don’t come with the file. Choose them in that channel: /alerts set',
  noChannel: 'not on this server. Make a channel of that name, then import the file again.',
  severalChannels: 'this server has several channels of that name.',
  file: {
    unreachable: 'The file could not be loaded from Discord. Please attach it again.',
    'too-large': 'This file is larger than 256 KB, which is too much for a set-up. Nothing was changed.',
    broken: 'Lede can’t read this file as a set-up, so nothing was changed. /setup export writes one.',
  },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
