import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['watch', 'Get a direct message when a new story has one of your words'],
    subcommands: {
      add: ['add', 'Watch words'],
      remove: ['remove', 'Stop watching a word'],
      list: ['list', 'The words that you watch'],
    },
    options: {
      words: ['words', 'Words, with commas between them; ten in all'],
      word: ['word', 'Which word'],
    },
  } satisfies CommandText,
  watches: (words: string) =>
    `You’re watching ${words}. New stories with one of these come as direct messages, at most five a day. /watch remove removes a word.`,
  /** How many stories of the last 7 days had one of the words. */
  lately: (matches: number, of: number) =>
    `In the last 7 days ${f.number(matches)} of ${f.count(of, 'story', 'stories')} had one of these.`,
  tooMany: 'That is more than five a day, so most of them won’t come: choose rarer words.',
  watchClosed: (words: string) =>
    `Lede can’t send you direct messages, so it isn’t watching ${words} for you. Allow direct messages in your privacy settings, then /watch add starts again, with any of these words.`,
  watchesNothing: 'You aren’t watching any words. /watch add adds one.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
