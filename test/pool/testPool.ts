import { createPool } from '../../src/pool/pool.ts';

/** For all files that a vitest worker runs, since a thread takes longer to load the parsers than most tests run. */
export const testPool = createPool({ threads: 1, limitMs: 60_000 });
