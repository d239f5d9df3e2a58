import type { Answer, Job } from '../../src/poolWorker.ts';
import work from '../../src/poolWorker.ts';

/** The pool's worker, with a first reader that never comes back from a document that says "hang". */
export default async function hangingWork(jobs: readonly Job[]): Promise<Answer[]> {
  for (const job of jobs) {
    const reads = job.kind === 'read' || job.kind === 'articles';
    if (reads && job.without === undefined && new TextDecoder().decode(job.bytes).includes('hang')) for (;;);
  }
  return work(jobs);
}
