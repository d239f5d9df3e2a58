import { type EpochMs, monotonic } from '../../clock.ts';
import type { ServerId } from '../../ids.ts';
import type { FetchOutcome } from '../../web/fetch.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

/** When each rest ends, by host (`name:port`), or by asker and host (`rests.ts`). */
export type Rests = Map<string, EpochMs>;

export const hostOf = (address: string): string => hostPort(new URL(address));

/**
 * Whether the request waited too long for the host's turn in other processes, which is not a failure. For the host of a
 * redirect it is a failure: any number of names may redirect to one host.
 */
export const isHeldUp = (outcome: FetchOutcome, address: string): boolean =>
  outcome.kind === 'failed' && outcome.code === 'not-now' && outcome.host === new URL(address).hostname;

/** Callbacks for one feed or page. Errors go to `fault`, and the others continue. */
interface Way<T> {
  addressOf(one: T): string;
  /** The servers that asked for it; each may occupy one host at a time. Absent for what everybody reads. */
  serversOf?(one: T): readonly ServerId[];
  read(one: T): Promise<void>;
  /** Postpones it without a request; not a failure. */
  putBack(one: T, dueAt: EpochMs): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/** What is left after this time is postponed, so that no lease expires. */
const batchMsMax = 60_000;

/**
 * Handles hosts in parallel, and the feeds or pages of one host one by one. `read` adds to `rests`; what is left for a
 * resting host is postponed until it may be asked again.
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
   * Takes the next host that belongs to a server without one. A worker that finds none may end: those that occupy a
   * server come back for its other hosts.
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
      // The lease stays until it expires or the next start drops it.
      if (error instanceof HungUp) return;
      await way.fault(one, error);
    }
  }
}
