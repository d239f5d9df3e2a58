import type { CommandText } from '../../src/discord/commandText.ts';
import type { FieldText } from '../../src/discord/forms/fields.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['topics', 'Make your own topics from words'],
    subcommands: {
      list: ['list', 'This server’s own topics'],
      create: ['create', 'Make a topic from words; you first see what it would find'],
      edit: ['edit', 'Change the name or the words of a topic'],
      delete: ['delete', 'Delete a topic'],
    },
    options: {
      topic: ['topic', 'Which topic'],
      name: ['name', 'Its name, up to 40 characters'],
      all: ['all', 'All of these words must occur; separate them with commas'],
      any: ['any', 'At least one of these words must occur; separate them with commas'],
      not: ['not', 'None of these words may occur; separate them with commas'],
    },
  } satisfies CommandText,
  none: 'This server has no topics of its own yet. /topics create makes one from words you choose.',
  heading: 'This server’s own topics',
  all: (words: string) => `all of: ${words}`,
  any: (words: string) => `any of: ${words}`,
  not: (words: string) => `none of: ${words}`,
  /** In the list, of a topic that came with a feed. */
  feedsOnly: 'only own feeds, no words',
  tried: (matches: number, of: number) =>
    of === 0
      ? 'There are no stories from the last 7 days yet to try it on.'
      : matches === 0
        ? `${f.form(of, 'The only story from the last 7 days would not match.', `None of the ${f.number(of)} stories from the last 7 days would match.`)} Fewer or more common words find more.`
        : `${f.form(of, 'The only story', `${f.number(matches)} of the ${f.number(of)} stories`)} from the last 7 days would match, such as:`,
  save: 'Save',
  created: (name: string) => `**${name}** is saved. /subscribe adds it to a channel’s digest.`,
  /** `changes` is "any ferry → ferry, quay" and so on. */
  edited: (name: string, changes: string) => `**${name}** is saved: ${changes}`,
  same: 'Nothing changed: that holds already.',
  /** An empty list of words. */
  noWords: 'none',
  deleted: (name: string) => `**${name}** was deleted; no channel gets it any more.`,
  /** The forms of a topic: each field's label (45 characters) and description (100). */
  form: {
    create: 'A topic made of words',
    /** Plain text, 45 characters with the topic's name, which may be cut. */
    edit: (name: string) => `Topic ${name}`,
    pick: 'Change a topic',
    fields: {
      name: ['Name', 'Up to 40 characters'],
      all: ['All of these words', 'Each must occur; separate them with commas'],
      any: ['Any of these words', 'At least one must occur; separate them with commas'],
      not: ['None of these words', 'Stories with one of them are left out; separate them with commas'],
    } satisfies Record<string, FieldText>,
  },
  deleteSure: (name: string, channels: string) =>
    channels === ''
      ? `Delete **${name}**? No channel gets it.`
      : `Delete **${name}**? It is in the digest of ${channels}.`,
  deleteFeeds: (feeds: number) => f.form(feeds, 'Its feed goes with it.', `Its ${f.number(feeds)} feeds go with it.`),
  deleteLast: (channels: string) =>
    `For ${channels} it is the last topic: the digest there ends, and its schedule is deleted.`,
  delete: 'Delete',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
