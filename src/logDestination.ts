import { write, writeSync } from 'node:fs';

/** Maximum number of characters that wait while nobody reads them. Further lines are dropped. */
const waitingMax = 1024 * 1024;
const againMs = 100;
/** A pipe takes up to this much atomically (PIPE_BUF), so lines written at exit never land inside others. */
const pieceBytesMax = 4096;

/** The first whole lines that fit into a piece, or the first line. */
function firstLines(text: string): string {
  let end = 0;
  for (let bytes = 0; ; ) {
    const lineEnd = text.indexOf('\n', end) + 1;
    if (lineEnd === 0) break;
    bytes += Buffer.byteLength(text.slice(end, lineEnd));
    if (end > 0 && bytes > pieceBytesMax) break;
    end = lineEnd;
  }
  return end === 0 ? text : text.slice(0, end);
}

/**
 * Writes lines to a file descriptor without blocking. A full disk or a closed reader loses lines, but never ends the
 * process; pino's own destination would end it on such an error, or retry for ever at exit. `missed` is called with the
 * number of dropped lines, at the place where they would have stood.
 */
export function createLogDestination(fd: number, missed: (lines: number) => void): { write(line: string): void } {
  let waiting = '';
  let current: Buffer = Buffer.alloc(0);
  let state: 'new' | 'free' | 'writing' | 'resting' = 'new';
  let leftOut = 0;

  const next = () => {
    state = 'writing';
    if (current.length === 0) {
      const lines = firstLines(waiting);
      current = Buffer.from(lines);
      waiting = waiting.slice(lines.length);
      const left = leftOut;
      leftOut = 0;
      if (left > 0) missed(left);
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
    // A write under way can't be taken back, and repeating it could print the lines twice.
    let piece = state === 'writing' ? Buffer.alloc(0) : current;
    try {
      for (;;) {
        while (piece.length > 0) piece = piece.subarray(writeSync(fd, piece));
        const lines = firstLines(waiting);
        if (lines === '') return;
        waiting = waiting.slice(lines.length);
        piece = Buffer.from(lines);
      }
    } catch {
      // Nobody reads the lines, and the process must end.
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
