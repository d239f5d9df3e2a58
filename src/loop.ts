import type { EpochMs } from './clock.ts';

/** A stage that takes what is due from the database and leaves its work there. */
export interface Loop {
  name:
    | 'poll'
    | 'own-poll'
    | 'hubs'
    | 'pages'
    | 'own-pages'
    | 'group'
    | 'publish'
    | 'alert'
    | 'follow'
    | 'send'
    | 'correct'
    | 'tell'
    | 'sweep'
    | 'watch'
    | 'heartbeat';
  /** How often to look, as a node-cron expression. */
  every: string;
  /**
   * Does one bounded batch; returns how many things it did, so 0 means that nothing is due. Calls `failed` for each of
   * them that failed alone, while the batch went on.
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
