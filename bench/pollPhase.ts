import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Messages to a contender: `feeds` once at the start, then `poll` for each phase. */
export type Order = { order: 'feeds'; urls: string[]; folder: string } | { order: 'poll' };

/** The cost of one phase for the contender's process, including worker threads. */
export interface PhaseFigures {
  wallS: number;
  cpuS: number;
  /** CPU seconds of the main thread alone, which in Lede also serves the gateway. */
  mainCpuS: number;
  /** Peak memory of the process so far, not of this phase alone. */
  peakMiB: number;
  /** Event-loop delay without the sampling interval. */
  delayP99Ms: number;
  /** How many items the contender has now. */
  stored: number;
}

/** The contender's side: prepares once, then polls all feeds on each order and reports the cost. */
export function contend(prepare: (urls: string[], folder: string) => Promise<() => Promise<number>>): void {
  let poll: (() => Promise<number>) | undefined;
  process.on('message', async (message: Order) => {
    if (message.order === 'feeds') {
      poll = await prepare(message.urls, message.folder);
      process.send?.('ready');
      return;
    }
    const resolution = 2;
    const delay = monitorEventLoopDelay({ resolution });
    delay.enable();
    const cpu = process.cpuUsage();
    const main = process.threadCpuUsage();
    const startedAt = performance.now();
    const stored = (await poll?.()) ?? 0;
    const wallS = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const spent = process.threadCpuUsage(main);
    delay.disable();
    process.send?.({
      wallS,
      cpuS: (user + system) / 1e6,
      mainCpuS: (spent.user + spent.system) / 1e6,
      peakMiB: process.resourceUsage().maxRSS / 1024,
      delayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - resolution),
      stored,
    } satisfies PhaseFigures);
  });
  process.on('disconnect', () => process.exit());
}

/** Runs the tasks sixteen at a time, as Lede does. */
export async function inLanes<T>(list: readonly T[], task: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const one of left) await task(one);
    }),
  );
}
