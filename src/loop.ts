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
  /** Does one bounded batch; returns how many things it did, so 0 means that nothing is due. */
  run(now: EpochMs): Promise<number>;
}

/** A call while a batch runs joins it, so a loop never overlaps with itself. */
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
