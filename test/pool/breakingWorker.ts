import type { Answer, Job } from '../../src/pool/worker.ts';
import work from '../../src/pool/worker.ts';

/** The pool's worker, but its first reader hangs on "hang" and dies of "die", and work on pages and lists fails. */
export default async function breakingWork(jobs: readonly Job[]): Promise<Answer[]> {
  const [first] = jobs;
  if (first?.kind === 'discover' || first?.kind === 'extract' || first?.kind === 'opml')
    return [{ kind: 'failed', code: 'broken', sentence: 'It is broken.' }];
  for (const job of jobs) {
    if ((job.kind !== 'read' && job.kind !== 'articles') || job.without !== undefined) continue;
    const text = new TextDecoder().decode(job.bytes);
    if (text.includes('hang')) for (;;);
    if (text.includes('die')) process.exit(1);
  }
  return work(jobs);
}
