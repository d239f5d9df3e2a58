import { setImmediate } from 'node:timers/promises';

/** Texts of so many characters keep the main thread for some hundredths of a second. */
const charactersAtOnce = 10_000;

/** Between two pieces of long work on texts: lets commands and requests go on once enough characters were read. */
export function createPauses(): (charactersRead: number) => Promise<void> {
  let characters = 0;
  return async (charactersRead) => {
    characters += charactersRead;
    if (characters < charactersAtOnce) return;
    characters = 0;
    await setImmediate();
  };
}

export const lengthOf = ({ paragraphs }: { paragraphs: readonly string[] }): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
