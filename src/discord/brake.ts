import type { Monotonic } from '../clock.ts';

/** Discord shuts an address out for 10,000 refused requests (401, 403, 429) in ten minutes; the outbox rests at a tenth. */
const refusedMax = 1_000;

/** Holds the outbox back while too much of it was refused; answers to members go on. */
export interface Brake {
  /** How many requests of the present ten minutes were refused, and when these end. True when that is too many. */
  refused(count: number, endsInMs: number): boolean;
  /** 0 while requests may be made. */
  waitMs(): number;
}

export function createBrake(monotonic: Monotonic): Brake {
  let until = Number.NEGATIVE_INFINITY;
  return {
    refused(count, endsInMs) {
      if (count < refusedMax) return false;
      until = Math.max(until, monotonic() + endsInMs);
      return true;
    },
    waitMs: () => Math.max(0, until - monotonic()),
  };
}
