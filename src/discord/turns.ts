import { setImmediate, setTimeout } from 'node:timers/promises';

/** Hundreds at once would all end together, when Discord waits for none of them any more. */
const atOnceMax = 3;
/** A command that waits for the web keeps the others waiting no longer than this. */
const holdMs = 200;
/** A line this long is not through in half a second. */
const longLine = 40;

/** Lets a few commands work at once, and answers leave in between. */
export function createTurns() {
  const waiting: (() => void)[] = [];
  let working = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  };
  return {
    /** Whether who comes now waits for long. */
    isLong: () => waiting.length >= longLine,
    /** Waits in line, then works. */
    async take<T>(work: () => Promise<T>): Promise<T> {
      if (working < atOnceMax) working += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      // What others have to send goes first.
      await setImmediate();
      const done = work();
      void Promise.race([done.catch(() => undefined), setTimeout(holdMs, undefined, { ref: false })]).then(leave);
      return done;
    },
  };
}
