import { Piscina } from 'piscina';
import { moduleExtension } from '../../moduleExtension.ts';
import type { IntegrityTask } from './integrityWorker.ts';

/** A thread stays a minute for the next check, because it takes longer to start than to read a small file. */
const thread = new Piscina<IntegrityTask, readonly string[]>({
  filename: new URL(`./integrityWorker${moduleExtension}`, import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 60_000,
});

/**
 * Reads the whole file in a thread of its own, since that takes seconds on a large one; answers what SQLite found
 * wrong, so empty means sound. `single` first makes the file stand alone (no -wal beside it), for a copy that is
 * nobody's yet.
 */
export function checkIntegrity(path: string, { single = false } = {}): Promise<readonly string[]> {
  return thread.run({ path, single });
}
