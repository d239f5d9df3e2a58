import type { Answer, Job } from '../../src/pool/worker.ts';
import work from '../../src/pool/worker.ts';

/** The pool's worker, with a first reader that never comes back from a document that says "hang", and dies of one that says "die". */
export default async function breakingWork(jobs: readonly Job[]): Promise<Answer[]> {
  for (const job of jobs) {
    if ((job.kind !== 'read' && job.kind !== 'articles') || job.without !== undefined) continue;
    const text = new TextDecoder().decode(job.bytes);
    if (text.includes('hang')) for (;;);
    if (text.includes('die')) process.exit(1);
  }
  return work(jobs);
}
