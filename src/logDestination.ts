import { write, writeSync } from 'node:fs';

/** Of lines that wait while nothing takes them; what comes beyond that is left out. */
const waitingMax = 1024 * 1024;
const againMs = 100;

/**
 * Writes lines to a file descriptor without holding anybody up. A full disk or a reader that is gone costs lines, never
 * the process: pino's own destination ends it on such an error, or tries for ever while it exits. `missed` hears how many
 * lines were left out, at the place where they would have stood.
 */
export function createLogDestination(fd: number, missed: (lines: number) => void): { write(line: string): void } {
  let waiting = '';
  let current: Buffer = Buffer.alloc(0);
  let state: 'new' | 'free' | 'writing' | 'resting' = 'new';
  let leftOut = 0;

  const next = () => {
    state = 'writing';
    if (current.length === 0) {
      current = Buffer.from(waiting);
      waiting = '';
      const lines = leftOut;
      leftOut = 0;
      if (lines > 0) missed(lines);
    }
    if (current.length === 0) {
      state = 'free';
      return;
    }
    write(fd, current, (error, written) => {
      if (error === null) {
        current = current.subarray(written);
        next();
        return;
      }
      state = 'resting';
      setTimeout(next, againMs).unref();
    });
  };

  const writeRest = () => {
    // What is under way can't be taken back, and would stand there twice.
    let rest = Buffer.concat([state === 'writing' ? Buffer.alloc(0) : current, Buffer.from(waiting)]);
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
    } catch {
      // Nobody takes it, and the process must end.
    }
  };

  return {
    write(line) {
      if (waiting.length + line.length > waitingMax) {
        leftOut += 1;
        return;
      }
      waiting += line;
      if (state === 'new') process.once('exit', writeRest);
      if (state === 'new' || state === 'free') next();
    },
  };
}
