import { type EpochMs, monotonic } from '../../clock.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

/** Until when hosts (`name:port`) asked to be left alone. */
export type Rests = Map<string, EpochMs>;

export const hostOf = (address: string): string => hostPort(new URL(address));

/** How one thing that lies on the web is dealt with; what throws is for `fault`, and ends nothing else. */
interface Way<T> {
  addressOf(one: T): string;
  read(one: T): Promise<void>;
  /** It is not asked for now, and nothing is said of it by that. */
  putBack(one: T, dueAt: EpochMs): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/**
 * What one host has left of a batch after this goes back, so that a slow one neither holds up the others nor outlives
 * its lease.
 */
const hostMsMax = 60_000;

/**
 * Hosts side by side, and what lies on one of them one after the other, so that what the first is told counts for the
 * rest: `read` adds to
 * `rests`, and what a resting host has is put back until then.
 */
export async function hostByHost<T>(due: readonly T[], rests: Rests, way: Way<T>, now: EpochMs): Promise<void> {
  const hosts = Map.groupBy(due, (one) => hostOf(way.addressOf(one)));
  await Promise.all([...hosts].map(([host, listed]) => oneHost(host, listed, rests, way, now)));
}

async function oneHost<T>(host: string, listed: readonly T[], rests: Rests, way: Way<T>, now: EpochMs): Promise<void> {
  const startedAt = monotonic();
  for (const one of listed) {
    try {
      const restUntil = rests.get(host);
      if (restUntil !== undefined) await way.putBack(one, restUntil);
      else if (monotonic() - startedAt > hostMsMax) await way.putBack(one, now);
      else await way.read(one);
    } catch (error) {
      // The lease stays until the next start takes it off, or it ends: nothing is known of what was asked for.
      if (error instanceof HungUp) return;
      await way.fault(one, error);
    }
  }
}
