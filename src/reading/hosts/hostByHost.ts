import { type EpochMs, monotonic } from '../../clock.ts';
import type { FetchOutcome } from '../../web/fetch.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

/** Until when hosts (`name:port`) asked to be left alone. */
export type Rests = Map<string, EpochMs>;

export const hostOf = (address: string): string => hostPort(new URL(address));

/**
 * Whether other processes had the host's turn for too long, which is nobody's failure. If it is another host, to which
 * the address redirects, that is one: names without end may lead to one host.
 */
export const isHeldUp = (outcome: FetchOutcome, address: string): boolean =>
  outcome.kind === 'failed' && outcome.code === 'not-now' && outcome.host === new URL(address).hostname;

/** How one feed or page is handled. Errors go to `fault`; the others continue. */
interface Way<T> {
  addressOf(one: T): string;
  /** The servers that asked for it, each with one host at a time; left out for what everybody reads. */
  serversOf?(one: T): readonly string[];
  read(one: T): Promise<void>;
  /** It is not asked for now, which is no failure. */
  putBack(one: T, dueAt: EpochMs): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/** What slow hosts have left after this is put back, so that it doesn't outlive its lease. */
const batchMsMax = 60_000;

/**
 * Handles hosts side by side, and what lies on one host one after the other: `read` adds to `rests`, and what a resting
 * host has is put back until then.
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
  /** The next host of a server that has none now. Who finds none may go: those who hold a server come back for it. */
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
      // The lease stays until it ends or the next start drops it.
      if (error instanceof HungUp) return;
      await way.fault(one, error);
    }
  }
}
