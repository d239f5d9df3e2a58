import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { IntegrityTask } from './integrityWorker.ts';

/** Keeps an idle thread for a minute, because starting one takes longer than checking a small file. */
const thread = new Piscina<IntegrityTask, readonly string[]>({
  filename: new URL(`./integrityWorker${extname(import.meta.filename)}`, import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 60_000,
});

/**
 * Checks the whole file in a thread, because a large one takes seconds. Returns the problems that SQLite found; empty
 * means none. `single` first merges the -wal file into the file; use it only for a copy that no other program has open.
 */
export function checkIntegrity(path: string, { single = false } = {}): Promise<readonly string[]> {
  return thread.run({ path, single });
}
