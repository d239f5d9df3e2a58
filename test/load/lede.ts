// Runs Lede alone in its process, so that memory, CPU and event-loop delay are as in production.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createMovedClock } from '../../playground/clock.ts';
import { type App, type AppSettings, createApp } from '../../src/app.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Log } from '../../src/log.ts';
import { wakeByCron } from '../../src/operation/wake.ts';
import { everything } from '../desk/everything.ts';
import { serve } from './hand.ts';

declare const gc: () => void;

/** Memory, CPU and event-loop delay of the process. */
export interface Held {
  heapMiB: number;
  externalMiB: number;
  rssMiB: number;
  cpuMs: number;
  /** Since the previous call; sampling rounds it up to a millisecond. */
  loopDelayP99Ms: number;
  loopDelayMaxMs: number;
}

const clock = createMovedClock(() => performance.now(), 0);
const problems: Record<string, number> = {};
const nothing = () => {};
const note = (level: string) => (values: { err?: unknown; error?: unknown }, message: string) => {
  const error = values.err ?? values.error;
  const key = `${level} ${message}${error instanceof Error ? `: ${error.message}` : ''}`.slice(0, 200);
  problems[key] = (problems[key] ?? 0) + 1;
};
const log = { debug: nothing, info: nothing, warn: note('warn'), error: note('error') } as unknown as Log;

let app: App;
let delay: ReturnType<typeof monitorEventLoopDelay>;

const held = (): Held => {
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const loopDelayP99Ms = delay.percentile(99) / 1e6;
  const loopDelayMaxMs = delay.max / 1e6;
  delay.reset();
  const mib = 2 ** 20;
  return {
    heapMiB: heapUsed / mib,
    externalMiB: external / mib,
    rssMiB: rss / mib,
    cpuMs: (user + system) / 1_000,
    loopDelayP99Ms,
    loopDelayMaxMs,
  };
};

const duties = {
  /** With `cron` the loops run by themselves, as in production, while the clock runs. */
  async open({ settings, at, cron }: { settings: AppSettings; at: number; cron: boolean }) {
    clock.stand(at);
    app = await createApp(settings, log, {
      wall: clock.now,
      wake: (loops, now, to) => {
        if (!cron) return async () => {};
        const awake = loops.map((loop) => ({
          ...loop,
          run: async (moment: number) => (clock.running() ? loop.run(moment) : 0),
        }));
        return wakeByCron(awake, now, to);
      },
    });
    const before = performance.now();
    await app.start();
    const readyMs = performance.now() - before;
    delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    return { readyMs };
  },
  async subscribe(
    wishes: { by: Changer; channelId: string; topics: string[]; change?: { stories?: number; times?: string } }[],
  ) {
    for (const { by, channelId, topics, change } of wishes) {
      await everything(app).change.subscribe(by, channelId, topics);
      await everything(app).change.saveSettings(by, channelId, { quiet: 'post', ...change });
    }
  },
  stand: (at: number) => clock.stand(at),
  run: () => clock.run(),
  async drain({ at }: { at: number }) {
    clock.stand(at);
    return app.drain();
  },
  held,
  /** The same as `held`, after a garbage collection. */
  heldAfterGc(): Held {
    const { loopDelayP99Ms, loopDelayMaxMs } = held();
    gc();
    gc();
    return { ...held(), loopDelayP99Ms, loopDelayMaxMs };
  },
  problems: () => problems,
  stop: () => app.stop(),
};

export type LedeDuties = typeof duties;
serve(duties);
