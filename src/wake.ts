import cron from 'node-cron';
import type { Wall } from './clock.ts';
import type { Loop } from './desk/loop.ts';
import type { Log } from './log.ts';

/** How long a batch that runs at the end may still take. */
const endMsMax = 1_200;

/** One cron job per loop: it only says "look"; what is due stands in the database. */
export function wakeByCron(loops: readonly Loop[], now: Wall, log: Log): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const jobs = loops.map((loop) =>
    cron.schedule(
      loop.every,
      async () => {
        const batch = loop
          .run(now())
          .catch((error: unknown) => log.error({ loop: loop.name, err: error }, 'loop failed'));
        running.add(batch);
        await batch;
        running.delete(batch);
      },
      { name: loop.name, noOverlap: true, timezone: 'UTC' },
    ),
  );
  return async () => {
    await Promise.all(jobs.map((job) => job.destroy()));
    const late = new Promise((resolve) => setTimeout(resolve, endMsMax).unref());
    await Promise.race([Promise.allSettled(running), late]);
  };
}
