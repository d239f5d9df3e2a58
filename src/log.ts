import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';
import { createLogDestination } from './logDestination.ts';

/** One JSON line per unit of work. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Keys whose values are never logged. */
const secrets = ['token', '*.token', 'authorization', '*.authorization', 'headers.authorization'];

/**
 * Matches interaction tokens in URLs, which errors of discord.js contain. The errors' bodies are left out, because they
 * contain other people's texts.
 */
const tokenInPath = /((?:interactions|webhooks)\/\d+)\/[^/?\s"']+/g;
const detailsMax = 4_000;

/** An error in a form that may be logged: its message, place and codes, without tokens and bodies. */
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

/** The priorities that systemd's journal reads at the beginning of a line (sd-daemon(3)), by pino's level. */
const priorities: Readonly<Record<number, string>> = { 20: '<7>', 30: '<6>', 40: '<4>', 50: '<3>' };

/** Begins each line with its priority, which the journal strips. */
const withPriorities = (destination: Destination): Destination & { lastLevel?: number } => ({
  // This symbol makes pino set `lastLevel` to the level of each line.
  [Symbol.for('pino.metadata')]: true,
  lastLevel: undefined,
  write(line) {
    destination.write(`${priorities[this.lastLevel ?? 0] ?? ''}${line}`);
  },
});

/** Writes to standard output if no destination is given; `toJournal` adds the priorities of systemd's journal. */
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
