import { createWorkerPool } from '../../../src/reading/pool/pool.ts';

/** Shared by all files of a vitest worker, because loading the parsers takes a thread longer than most tests take. */
export const testPool = createWorkerPool({ threads: 1, limitMs: 60_000 });
