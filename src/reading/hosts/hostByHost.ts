import { minuteMs, monotonic } from '../../clock.ts';
import type { ServerId } from '../../ids.ts';
import type { FetchOutcome } from '../../web/fetch.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

export const hostOf = (address: string): string => hostPort(new URL(address));

/**
 * Whether the request gave up because other processes had the host's turn for too long. That doesn't count as the
 * feed's failure, unless a redirect led to the host: any number of addresses may redirect to one busy host.
 */
export const isHeldUp = (outcome: FetchOutcome, address: string): boolean =>
  outcome.kind === 'failed' && outcome.code === 'not-now' && outcome.host === new URL(address).hostname;

/** How feeds or pages are claimed and read. An error in one goes to `fault`, and the others continue. */
interface Way<T> {
  /** How many hosts are asked at once. */
  places: number;
  /** Claims up to `max` due feeds or pages. */
  claim(max: number): Promise<readonly T[]>;
  addressOf(one: T): string;
  /** The servers that added the feed, or a feed with the page; empty for the catalogue. */
  serversOf(one: T): readonly ServerId[];
  read(one: T): Promise<void>;
  /** Postpones it without a request. It doesn't count as a failure. */
  putBack(one: T): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/** Maximum share of the places for one server's feeds, so that slow feeds of one server don't block the others. */
const serverShare = 0.25;
/** Longest wait for a host or a server's place, so that no claim expires. */
const waitMsMax = minuteMs;
/** How many feeds or pages may wait for one host. It gets one request a second, so more would wait too long. */
const lineMax = 60;
/** How often to look for due feeds or pages while others are being read. */
const lookMs = 1_000;
/** A run ends after almost a minute, so that its figures are counted. What is being read continues in the next run. */
const runMsMax = minuteMs - 500;

/**
 * Returns a run. It claims feeds or pages whenever a place is free, and handles those of one host one after another. It
 * ends when nothing is due or being read, or after almost a minute, and resolves with the number handled. Calls
 * `failed` for each error that went to `fault`.
 */
export function hostByHost<T>(way: Way<T>): (failed?: () => void) => Promise<number> {
  const waiting: { one: T; host: string; since: number }[] = [];
  /** The hosts with a request under way, each with the server whose place it occupies. */
  const asked = new Map<string, ServerId | undefined>();
  const shareMax = Math.max(1, Math.floor(way.places * serverShare));
  let handled = 0;
  let isOver = false;
  let failure: { error: unknown } | undefined;
  let freed = () => {};
  let noteFailure = () => {};

  const hasPlace = (server: ServerId): boolean =>
    [...asked.values()].filter((occupied) => occupied === server).length < shareMax;

  /** Takes the first one with a free host and, unless it is the catalogue's, a server with a free place. */
  const take = () => {
    for (const [at, { one, host, since }] of waiting.entries()) {
      if (asked.has(host)) continue;
      const servers = way.serversOf(one);
      const server = servers.find(hasPlace);
      if (server === undefined && servers.length > 0) continue;
      waiting.splice(at, 1);
      return { one, host, server, isLate: monotonic() - since > waitMsMax };
    }
    return undefined;
  };

  const handle = async (one: T, isLate: boolean): Promise<void> => {
    try {
      await (isLate ? way.putBack(one) : way.read(one));
    } catch (error) {
      // The claim stays until its lease expires or the next start releases it.
      if (error instanceof HungUp) {
        isOver = true;
        return;
      }
      noteFailure();
      await way.fault(one, error);
    }
  };

  const fill = (): void => {
    while (asked.size < way.places) {
      const next = take();
      if (next === undefined) return;
      const { one, host, server, isLate } = next;
      asked.set(host, server);
      void handle(one, isLate)
        .catch((error: unknown) => {
          failure = { error };
        })
        .finally(() => {
          asked.delete(host);
          handled += 1;
          freed();
        });
    }
  };

  const line = async (one: T): Promise<void> => {
    const host = hostOf(way.addressOf(one));
    if (waiting.filter((other) => other.host === host).length < lineMax) {
      waiting.push({ one, host, since: monotonic() });
      return;
    }
    await way.putBack(one);
    handled += 1;
  };

  const oneFreed = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookMs);
      freed = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return async (failed = () => {}) => {
    noteFailure = failed;
    const startedAt = monotonic();
    let lookAt = startedAt;
    while (!isOver && monotonic() - startedAt < runMsMax) {
      fill();
      if (asked.size < way.places && monotonic() >= lookAt) {
        const claimed = await way.claim(way.places);
        lookAt = claimed.length < way.places ? monotonic() + lookMs : 0;
        for (const one of claimed) await line(one);
      } else if (asked.size > 0) await oneFreed();
      else break;
      if (failure !== undefined) {
        const { error } = failure;
        failure = undefined;
        throw error;
      }
    }
    const count = handled;
    handled = 0;
    return count;
  };
}
