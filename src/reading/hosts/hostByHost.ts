import { type EpochMs, monotonic } from '../../clock.ts';
import type { ServerId } from '../../ids.ts';
import type { FetchOutcome } from '../../web/fetch.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

/**
 * Rests: until when a host must not be asked, because it sent 429 or 503. Keyed by host (`name:port`), or by asker and
 * host (`rests.ts`).
 */
export type Rests = Map<string, EpochMs>;

export const hostOf = (address: string): string => hostPort(new URL(address));

/**
 * Whether the request gave up because other processes had the host's turn for too long, which isn't the feed's failure.
 * For a redirect's host it is a failure, because any number of names may redirect to one host.
 */
export const isHeldUp = (outcome: FetchOutcome, address: string): boolean =>
  outcome.kind === 'failed' && outcome.code === 'not-now' && outcome.host === new URL(address).hostname;

/** Callbacks for one feed or page. Errors go to `fault`, and the other feeds or pages continue. */
interface Way<T> {
  addressOf(one: T): string;
  /** The servers whose own feeds need it; each may occupy one host at a time. Absent for the catalogue. */
  serversOf?(one: T): readonly ServerId[];
  read(one: T): Promise<void>;
  /** Postpones the feed or page without a request; not a failure. */
  putBack(one: T, dueAt: EpochMs): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/** Feeds or pages that are left after this time are postponed, so that no claim expires. */
const batchMsMax = 60_000;

/**
 * Handles hosts in parallel, and the feeds or pages of one host one by one. `read` adds to `rests`; the remaining feeds
 * or pages of a resting host are postponed until its rest ends.
 */
export async function hostByHost<T>(
  due: readonly T[],
  rests: Rests,
  way: Way<T>,
  now: EpochMs,
  hostsAtOnce = Number.POSITIVE_INFINITY,
): Promise<void> {
  const startedAt = monotonic();
  const isOver = () => monotonic() - startedAt > batchMsMax;
  const hosts = [...Map.groupBy(due, (one) => hostOf(way.addressOf(one)))];
  const busy = new Set<string>();
  /**
   * Takes the next host that has no server, or a server that occupies no host. A worker that finds none may end: the
   * workers that occupy servers will take the other hosts of those servers.
   */
  const take = () => {
    for (const [at, [host, listed]] of hosts.entries()) {
      const servers = listed.slice(0, 1).flatMap((one) => way.serversOf?.(one) ?? []);
      const server = servers.find((id) => !busy.has(id));
      if (server === undefined && servers.length > 0) continue;
      hosts.splice(at, 1);
      return { host, listed, server };
    }
    return undefined;
  };
  const nextHosts = async (): Promise<void> => {
    for (let next = take(); next !== undefined; next = take()) {
      const { host, listed, server } = next;
      if (server !== undefined) busy.add(server);
      await oneHost(host, listed, rests, way, now, isOver);
      if (server !== undefined) busy.delete(server);
    }
  };
  await Promise.all(Array.from({ length: Math.min(hostsAtOnce, hosts.length) }, nextHosts));
}

async function oneHost<T>(
  host: string,
  listed: readonly T[],
  rests: Rests,
  way: Way<T>,
  now: EpochMs,
  isOver: () => boolean,
): Promise<void> {
  for (const one of listed) {
    try {
      const restUntil = rests.get(host);
      if (restUntil !== undefined) await way.putBack(one, restUntil);
      else if (isOver()) await way.putBack(one, now);
      else await way.read(one);
    } catch (error) {
      // The claim stays until its lease expires or the next start releases it.
      if (error instanceof HungUp) return;
      await way.fault(one, error);
    }
  }
}
