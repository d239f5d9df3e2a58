import { parentPort } from 'node:worker_threads';
import work, { type JobOutcome, type Task } from '../../../src/reading/pool/worker.ts';

/** The pool's worker, but its first parser hangs on "hang", both parsers hang on "hang for good", and "die" ends it. */
export default async function breakingWork(task: Task): Promise<JobOutcome> {
  const { id, job, given } = task;
  if (job !== 'read' && job !== 'readArticles' && job !== 'robots') return work(task);
  const text = new TextDecoder().decode(given[0] as Uint8Array);
  const hangs = given.at(-1) === 'first' ? text.includes('hang for good') : text.includes('hang');
  if (hangs || text.includes('die')) parentPort?.postMessage(id);
  // Blocks the thread like an endless loop, but without using CPU time.
  if (hangs) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.includes('die')) process.exit(1);
  return work(task);
}
