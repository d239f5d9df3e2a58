import { parentPort } from 'node:worker_threads';
import work, { type Answer, type Task } from '../../src/pool/worker.ts';

/** The pool's worker, but its first reader hangs on "hang" and dies of "die". */
export default async function breakingWork(task: Task): Promise<Answer> {
  const { id, job } = task;
  if (('without' in job && job.without) || !('context' in job)) return work(task);
  const text = new TextDecoder().decode(job.bytes);
  parentPort?.postMessage(id);
  if (text.includes('hang')) for (;;);
  if (text.includes('die')) process.exit(1);
  return work(task);
}
