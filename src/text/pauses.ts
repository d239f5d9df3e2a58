/** Texts of so many characters keep the main thread for some hundredths of a second. */
const charactersAtOnce = 10_000;

const waiting: (() => void)[] = [];

/**
 * Between two pieces of long work: lets timers, requests and commands go on. One piece goes on for each turn of the event
 * loop, because all that `setImmediate` was given goes on in one turn, however many ask at once.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

function goOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}

/** Waits for its turn once enough characters were read. */
export function createPauses(): (charactersRead: number) => Promise<void> {
  let characters = 0;
  return async (charactersRead) => {
    characters += charactersRead;
    if (characters < charactersAtOnce) return;
    characters = 0;
    await nextTurn();
  };
}

export const lengthOf = ({ paragraphs }: { paragraphs: readonly string[] }): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
