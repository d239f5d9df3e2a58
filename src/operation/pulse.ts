import type { Monotonic } from '../clock.ts';
import type { Loop } from '../loop.ts';

/** How a loop has done since the start. */
export interface Beat {
  runs: number;
  failures: number;
  /** What its runs did: feeds polled, digests made, messages tried. */
  work: number;
  totalMs: number;
  lastMs: number;
  /** Monotonic: when a run last ended well, at first when Lede started. */
  endedAt: number;
}

export type CountedLoop = Loop & { beat: Beat };

/** The same loop; each of its runs is counted. */
export function counted(loop: Loop, monotonic: Monotonic): CountedLoop {
  const beat: Beat = { runs: 0, failures: 0, work: 0, totalMs: 0, lastMs: 0, endedAt: monotonic() };
  return {
    ...loop,
    beat,
    async run(now) {
      const startedAt = monotonic();
      beat.runs += 1;
      try {
        const done = await loop.run(now);
        beat.work += done;
        beat.endedAt = monotonic();
        return done;
      } catch (error) {
        beat.failures += 1;
        throw error;
      } finally {
        beat.lastMs = monotonic() - startedAt;
        beat.totalMs += beat.lastMs;
      }
    },
  };
}
