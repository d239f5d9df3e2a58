import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';
import type { SetupFault } from './file.ts';

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
  cancel: 'Cancel',
  cancelled: 'Nothing was changed.',
  counts: {
    topics: (count: number) => `${f.count(count, 'topic', 'topics')} of your own added`,
    topicsChanged: (count: number) => `${f.count(count, 'topic', 'topics')} of your own changed`,
    feeds: (count: number) => `${f.count(count, 'feed', 'feeds')} added`,
    mutes: (count: number) => `${f.count(count, 'word', 'words')} muted`,
    channels: (count: number) => `${f.count(count, 'channel starts', 'channels start')} to get a digest`,
    channelsChanged: (count: number) =>
      `${f.count(count, 'channel gets', 'channels get')} the topics, settings and outlets of the file instead of ${f.form(count, 'its', 'their')} own`,
    alerts: (count: number) => `${f.count(count, 'channel starts', 'channels start')} to get alerts`,
    alertsChanged: (count: number) => `${f.count(count, 'channel gets', 'channels get')} the alerts of the file`,
    logChannel: 'the log channel set',
  },
  left: 'Can’t be imported',
  refused: {
    'topic-built-in': 'a topic of this name comes with Lede; give yours another name in the file',
    'too-many-topics': 'a server can have 20 topics of its own',
    'topic-words': 'it has too many words, words that are too long, or none',
    'short-word': 'nearly every story has it: a word needs three letters, or two in Chinese, Japanese, Korean or Thai',
    'too-many-alerts': 'a server can have alerts in 50 channels',
    'no-own-feeds': 'its alerts are about own feeds that this server lacks',
    'topic-gone': 'there is no such topic here',
    'mute-word': 'it has no letter or digit',
    'too-many-mutes': 'a server can mute 50 words',
    'unknown-outlet': 'there is no such outlet here',
    'alert-role': 'its alerts ping no role. Run /alerts set there to choose one.',
    'alert-tags': 'its posts have no tags for topics. Run /alerts set there to choose them.',
  } as Record<SetupFault, string>,
  noChannel: 'not on this server. Make a channel of that name, then import the file again.',
  severalChannels: 'this server has several channels of that name.',
  file: {
    unreachable: 'The file could not be loaded from Discord. Please attach it again.',
    'too-large': 'This file is larger than 256 KB, which is too much for a set-up. Nothing was changed.',
    'no-setup': 'This isn’t a set-up file. /setup export writes one. Nothing was changed.',
    newer: 'A newer Lede wrote this file. This one can’t read it, so nothing was changed.',
    broken: (place: string) => `This file isn’t a valid set-up, so nothing was changed. The first fault: ${place}`,
  },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
