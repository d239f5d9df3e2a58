import cron from 'node-cron';
import { systemWall, type Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';

/** How long a batch that runs at the end may still take. */
const endMsMax = 1_200;
/** After at most so long the clock is read again: it may have been set, or stood still with the machine. */
const sleepMsMax = 60_000;

/**
 * One cron job per loop: it only says "look"; what is due stands in the database. node-cron tells when the next look
 * is, and the timers are ours: by its own it goes through every second that a suspended machine slept, in one go, and
 * waits for the old time where the clock was set back.
 */
export function wakeByCron(loops: readonly Loop[], now: Wall, log: Log): () => Promise<void> {
  const running = new Map<Loop, Promise<unknown>>();
  const jobs = new Map(loops.map((loop) => [loop, cron.createTask(loop.every, () => {}, { timezone: 'UTC' })]));
  const timers = new Map<Loop, NodeJS.Timeout>();

  const look = (loop: Loop): void => {
    if (running.has(loop)) return;
    const batch = loop
      .run(now())
      .catch((error: unknown) => log.error({ loop: loop.name, err: error }, 'loop failed'))
      .finally(() => running.delete(loop));
    running.set(loop, batch);
  };

  for (const [loop, job] of jobs) {
    const nextLook = (): number => job.getNextRuns(1)[0]?.getTime() ?? systemWall() + sleepMsMax;
    const sleepUntil = (lookAt: number): void => {
      const wakeUp = (): void => {
        // One look at the clock tells both: a timer may fire a little early, and a clock go back.
        const next = nextLook();
        sleepUntil(next);
        if (next > lookAt) look(loop);
      };
      timers.set(loop, setTimeout(wakeUp, Math.min(Math.max(0, lookAt - systemWall()), sleepMsMax)));
    };
    sleepUntil(nextLook());
  }

  return async () => {
    for (const timer of timers.values()) clearTimeout(timer);
    for (const job of jobs.values()) void job.destroy();
    const late = new Promise((resolve) => setTimeout(resolve, endMsMax).unref());
    await Promise.race([Promise.allSettled(running.values()), late]);
  };
}
