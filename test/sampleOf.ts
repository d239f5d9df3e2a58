import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Set where `vitest.long.config.ts` runs the files of `sampled`. */
    whole?: true;
  }
}

/**
 * How many of a test's cases, or of its input's characters, this run tries: the first quarter in `npm test`, all in
 * `.ci/run` and the long tests. The file of the test is named in `sampled` of `vitest.config.ts`.
 */
export const sampleOf = (all: number): number => (inject('whole') ? all : Math.ceil(all / 4));
