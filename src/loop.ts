import type { EpochMs } from './clock.ts';

/** A stage that takes due work from the database and stores its results there. */
export interface Loop {
  name:
    | 'poll'
    | 'own-poll'
    | 'hubs'
    | 'pages'
    | 'own-pages'
    | 'group'
    | 'compose'
    | 'alert'
    | 'follow'
    | 'send'
    | 'amend'
    | 'tell'
    | 'sweep'
    | 'watch'
    | 'heartbeat';
  /** When to look for due work, as a node-cron expression. */
  every: string;
  /**
   * Does one bounded batch and resolves with the number of things done, so 0 means that nothing is due. Calls `failed`
   * for each thing whose failure did not stop the batch.
   */
  run(now: EpochMs, failed?: () => void): Promise<number>;
}

/** A call while a batch runs joins it, so a loop never overlaps with itself. */
export function withoutOverlap(loop: Loop): Loop {
  let running: Promise<number> | undefined;
  return {
    ...loop,
    run(now, failed) {
      running ??= loop.run(now, failed).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
