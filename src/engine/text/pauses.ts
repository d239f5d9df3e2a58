/** Reading this many characters blocks the main thread for some hundredths of a second. */
const charactersAtOnce = 10_000;

const waiting: (() => void)[] = [];

/**
 * Lets timers, requests and commands run between two pieces of long work. Each turn of the event loop resumes one
 * piece; plain `setImmediate` would resume all of them in the same turn.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(resumeWaiters);
  });
}

function resumeWaiters(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(resumeWaiters);
}

/** The returned function adds up the characters read and waits for the next turn after every 10,000 or so. */
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
