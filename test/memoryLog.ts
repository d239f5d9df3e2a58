import { Keyv } from 'keyv';
import type { PendingStore } from '../src/discord/command.ts';
import type { Log } from '../src/log.ts';

export interface Entry {
  level: string;
  values: Record<string, unknown>;
  message: string;
}

/** A log that a test can read. */
export function memoryLog() {
  const entries: Entry[] = [];
  const write =
    (level: string) =>
    (values: unknown, message = '') =>
      void entries.push({ level, values: { ...(values as object) }, message });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { log, entries };
}

export const memoryStore = (): PendingStore => new Keyv();
