import type { EpochMs } from './clock.ts';

/** A stage that takes what is due from the database and leaves its work there. */
export interface Loop {
  name: 'poll' | 'hubs' | 'pages' | 'group' | 'publish' | 'send' | 'correct' | 'tell' | 'sweep' | 'watch';
  /** node-cron expression of how often to look; the look itself decides what is due. */
  every: string;
  /** Does one bounded batch; the number of things done, so that 0 means nothing is due. */
  run(now: EpochMs): Promise<number>;
}

/** A second call while one runs joins it: a batch never overlaps with itself, whoever wakes it. */
export function withoutOverlap(loop: Loop): Loop {
  let running: Promise<number> | undefined;
  return {
    ...loop,
    run(now) {
      running ??= loop.run(now).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
