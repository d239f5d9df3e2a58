import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['catchup', 'The top stories since you last looked'],
    options: { topic: ['topic', 'Only this topic'] },
  } satisfies CommandText,
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
