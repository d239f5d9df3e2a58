import { dayMs, type EpochMs } from '../clock.ts';
import type { Crowd } from '../storage/records/channels.ts';
import type { Records } from '../storage/storage.ts';

/** So many channels due at one moment are one after the other as fast as they can be. */
const crowdMin = 500;
/**
 * A little more than can be posted, so that the outbox never waits for the next ones; slower (40 a second) would keep
 * the last of 10,000 waiting for 250 seconds where Discord's 50 requests a second allow 200.
 */
const perSecond = 48;
const forgottenMs = dayMs;

/**
 * Moments at which more channels are due than can be served at once: each of these has its turn within the crowd's
 * span.
 */
export interface Spread {
  crowds(records: Records, now: EpochMs): Promise<readonly Crowd[]>;
  /** How long after `dueAt` the last turn is. */
  spanMs(dueAt: EpochMs): number;
}

/** Only the order and the pace depend on it, so it is kept in memory: a restart counts those that are left. */
export function createSpread(): Spread {
  const spans = new Map<EpochMs, number>();
  return {
    async crowds(records, now) {
      for (const { dueAt, channels } of await records.channels.crowdsDue(now, crowdMin)) {
        // Counted once, when all of them are due: the fewer are left the faster they would come.
        if (!spans.has(dueAt)) spans.set(dueAt, (channels / perSecond) * 1_000);
      }
      for (const dueAt of spans.keys()) if (dueAt < now - forgottenMs) spans.delete(dueAt);
      return [...spans].map(([dueAt, spanMs]) => ({ dueAt, spanMs }));
    },
    spanMs: (dueAt) => spans.get(dueAt) ?? 0,
  };
}
