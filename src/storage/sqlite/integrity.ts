import { Worker } from 'node:worker_threads';
import type { IntegrityAnswer, IntegrityTask } from './integrityWorker.ts';

/**
 * Reads the whole file in a thread of its own, since that takes seconds on a large one; answers what SQLite found
 * wrong, so empty means sound. `single` first makes the file stand alone (no -wal beside it), for a copy that is
 * nobody's yet.
 */
export function checkIntegrity(path: string, options: { single?: boolean } = {}): Promise<readonly string[]> {
  const workerData: IntegrityTask = { path, single: options.single ?? false };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./integrityWorker.ts', import.meta.url), { workerData });
    worker.once('message', (answer: IntegrityAnswer) => resolve(answer.problems));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The integrity check ended without an answer.')));
  });
}
