import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['catchup', 'The top stories since you last looked'],
    options: { topic: ['topic', 'Only this topic'] },
  } satisfies CommandText,
  heading: (topic: string | undefined) => `Since you last looked${topic === undefined ? '' : ` · ${topic}`}`,
  /** Headings and answers of a member who never looked before, who gets the last 24 hours. */
  firstHeading: (topic: string | undefined) => `The last 24 hours${topic === undefined ? '' : ` · ${topic}`}`,
  nothing: (relative: string) => `Nothing new since you last looked, ${relative}.`,
  nothingYet: 'There was nothing new in the last 24 hours.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
