import cron from 'node-cron';
import { systemWall, type Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../schedule/loop.ts';

/** How long a shutdown waits for running batches. */
const endMsMax = 1_200;
/** The clock is read at least this often: somebody may have set it, or the machine may have slept. */
const sleepMsMax = 60_000;

/**
 * Runs each loop by its cron expression; returns a function that stops them all. node-cron only computes the times: its
 * own timers fire once for every second that a suspended machine slept, and keep the old time after the clock was set
 * back.
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
        // If the timer fired early or the clock was set back, `next` is not after `lookAt`: nothing is due yet.
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
