import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['headlines', 'The top stories right now, shown only to you'],
    options: {
      topic: ['topic', 'Only this topic'],
      since: ['since', 'How far back'],
    },
    choices: { today: 'today', '3days': '3 days', digest: 'last digest' },
  } satisfies CommandText,
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
