import { write, writeSync } from 'node:fs';
import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';

/** One JSON line per unit of work. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Keys whose values are never logged. */
const secrets = ['token', '*.token', 'authorization', '*.authorization', 'headers.authorization'];

/**
 * Interaction tokens in URLs, found in errors of discord.js. Bodies of these errors are left out, because they contain
 * other people's texts.
 */
const tokenInPath = /((?:interactions|webhooks)\/\d+)\/[^/?\s"']+/g;
const detailsMax = 4_000;

/** An error as it may be logged: its message, place and codes, without tokens and bodies. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code, status, method } = stdSerializers.err(error) as Record<string, unknown>;
  const clean = (text: unknown) =>
    String(text ?? '')
      .slice(0, detailsMax)
      .replace(tokenInPath, '$1/…');
  return {
    type,
    message: clean(message),
    stack: clean(stack),
    code,
    status,
    method,
    cause: error.cause === undefined ? undefined : errorForLog(error.cause),
  };
}

interface Destination {
  write(line: string): void;
}

/** Priorities by pino's level, as systemd's journal reads them at the beginning of a line (sd-daemon(3)). */
const priorities: Readonly<Record<number, string>> = { 20: '<7>', 30: '<6>', 40: '<4>', 50: '<3>' };

/** Begins each line with its priority, which the journal strips. */
const withPriorities = (destination: Destination): Destination & { lastLevel?: number } => ({
  // Makes pino set `lastLevel` to the level of each line.
  [Symbol.for('pino.metadata')]: true,
  lastLevel: undefined,
  write(line) {
    destination.write(`${priorities[this.lastLevel ?? 0] ?? ''}${line}`);
  },
});

/** Writes to standard output by default; `toJournal` adds the priorities of systemd's journal. */
export function createLog(
  level: NonNullable<Config['logLevel']>,
  destination?: Destination,
  { toJournal = false } = {},
): Log {
  const standard = (): Destination =>
    createLogDestination(1, (lines) => log.warn({ lines }, 'lines are missing before this: they could not be written'));
  const given = destination ?? standard();
  const log: Log = pino(
    {
      level,
      base: undefined,
      redact: { paths: secrets, censor: '…' },
      serializers: { err: errorForLog, error: errorForLog, cause: errorForLog },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    toJournal ? withPriorities(given) : given,
  );
  return log;
}

/** Maximum number of characters that wait for a reader. Further lines are dropped. */
const waitingMax = 1024 * 1024;
const againMs = 100;
/** A pipe takes up to this much atomically (PIPE_BUF), so lines written at exit never break other lines. */
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
 * process. pino's own destination would end it, or retry for ever at exit. `missed` is called with the number of lost
 * lines, at the place in the log where they are missing.
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
    // A write under way can't be taken back, and another one could print the lines twice.
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
