import type { Answer, Job } from '../../src/poolWorker.ts';
import work from '../../src/poolWorker.ts';

/** The pool's worker, with a first reader that never comes back. */
export default async function hangingWork(job: Job): Promise<Answer> {
  if ((job.kind === 'read' || job.kind === 'articles') && job.without === undefined) for (;;);
  return work(job);
}
