import type { Answer, Job } from '../../src/pool/worker.ts';
import work from '../../src/pool/worker.ts';

/** The pool's worker on a machine so slow that it does one of several jobs and leaves the others. */
export default function oneByOne(jobs: readonly Job[]): Promise<Answer[]> {
  return work(jobs.slice(0, 1));
}
