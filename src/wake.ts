import cron from 'node-cron';
import type { Wall } from './clock.ts';
import type { Loop } from './desk/loop.ts';
import type { Log } from './log.ts';

/** How long a batch that runs at the end may still take. */
const endMsMax = 1_200;

/** node-cron writes to the console by itself, and that a batch still runs is no news. */
function quietly(log: Log) {
  const say = (said: string | Error) => log.debug({ cron: String(said) }, 'node-cron');
  return { info: say, warn: say, error: say, debug: say };
}

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
      { name: loop.name, noOverlap: true, timezone: 'UTC', logger: quietly(log) },
    ),
  );
  return async () => {
    await Promise.all(jobs.map((job) => job.destroy()));
    const late = new Promise((resolve) => setTimeout(resolve, endMsMax).unref());
    await Promise.race([Promise.allSettled(running), late]);
  };
}
