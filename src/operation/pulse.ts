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
  /** Monotonic: when a run last came to a good end. */
  endedAt?: number;
}

export interface Pulse {
  beats: ReadonlyMap<Loop['name'], Beat>;
  /** The same loop; each of its runs is counted. */
  counted(loop: Loop): Loop;
}

export function createPulse(monotonic: Monotonic): Pulse {
  const beats = new Map<Loop['name'], Beat>();
  return {
    beats,
    counted(loop) {
      const beat: Beat = { runs: 0, failures: 0, work: 0, totalMs: 0, lastMs: 0 };
      beats.set(loop.name, beat);
      return {
        ...loop,
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
    },
  };
}
