import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line per unit of work. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Whatever the key is called in an object that is logged, a token is not shown. */
const secrets = ['token', '*.token', 'authorization', '*.authorization', 'headers.authorization'];

export function createLog(level: NonNullable<Config['logLevel']>): Log {
  return pino({
    level,
    base: undefined,
    redact: { paths: secrets, censor: '…' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
