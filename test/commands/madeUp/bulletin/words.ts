import type { CommandText } from '../../../../src/discord/commandText.ts';
import type { Formats } from '../../../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: { named: ['bulletin', 'How often the bells rang'] } satisfies CommandText,
  times: (bells: number) => f.count(bells, 'time', 'times'),
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
