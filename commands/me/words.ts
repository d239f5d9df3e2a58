import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['me', 'What Lede stores about you'],
    subcommands: {
      export: ['export', 'Get all of it as a file'],
      delete: ['delete', 'Delete all of it'],
    },
  } satisfies CommandText,
  exported: 'This is everything Lede stores about you. /me delete deletes it.',
  askDelete:
    'This deletes everything Lede stores about you: the stories you follow, the words you watch, how far you have read, and your votes on how articles are grouped. It can’t be undone.',
  deleteAll: 'Delete all of it',
  deleted: 'Lede no longer stores anything about you.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
