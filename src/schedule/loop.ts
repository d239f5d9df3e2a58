import type { EpochMs } from '../clock.ts';

/** What a process may do: read feeds and pages, group articles, make digests, send messages, answer in Discord. */
export const roles = ['read', 'group', 'publish', 'send', 'gateway'] as const;
export type Role = (typeof roles)[number];

/** Takes due work from the database, batch by batch, and stores the results there. */
export interface Loop {
  name: string;
  /** The role that a process needs to run it; without one, every process runs it. */
  role?: Role;
  /** Set if the loop also runs while Discord is away. */
  worksAlone?: true;
  /** How often it checks for due work: a node-cron expression. */
  every: string;
  /**
   * Does one bounded batch and resolves with the number of things done; 0 means that nothing is due. Calls `failed` for
   * each failure that did not stop the batch.
   */
  run(now: EpochMs, failed?: () => void): Promise<number>;
}

/** Wraps a loop so that a call during a batch joins that batch and the loop never overlaps with itself. */
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

/** Wraps a loop so that it does nothing while this process doesn't hold the loop's role. */
export function onlyWithRole(loop: Loop, holds: (role: Role) => boolean): Loop {
  const { role } = loop;
  if (role === undefined) return loop;
  return { ...loop, run: async (now, failed) => (holds(role) ? loop.run(now, failed) : 0) };
}
