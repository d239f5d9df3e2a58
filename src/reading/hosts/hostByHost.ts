import { minuteMs, monotonic } from '../../clock.ts';
import type { ServerId } from '../../ids.ts';
import type { FetchOutcome } from '../../web/fetch.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from './hungUp.ts';

export const hostOf = (address: string): string => hostPort(new URL(address));

/**
 * Whether the request gave up because other processes had the host's turn for too long, which isn't the feed's failure.
 * For a redirect's host it is a failure, because any number of names may redirect to one host.
 */
export const isHeldUp = (outcome: FetchOutcome, address: string): boolean =>
  outcome.kind === 'failed' && outcome.code === 'not-now' && outcome.host === new URL(address).hostname;

/** How feeds or pages are claimed and read. Errors go to `fault`, and the other feeds or pages continue. */
interface Way<T> {
  /** How many hosts are asked at once. */
  places: number;
  /** Claims up to `max` that are due. */
  claim(max: number): Promise<readonly T[]>;
  addressOf(one: T): string;
  /** The servers whose own feeds need it; none for the catalogue. */
  serversOf(one: T): readonly ServerId[];
  read(one: T): Promise<void>;
  /** Postpones it for a minute without a request; not a failure. */
  putBack(one: T): Promise<void>;
  fault(one: T, error: unknown): Promise<void>;
}

/** A server's own feeds may answer as slowly as they like, so they occupy at most this share of the places. */
const serverShare = 0.25;
/** Longest wait for a host or for a server's place, so that no claim expires. */
const waitMsMax = minuteMs;
/** A host is asked once a second, so more than this many would wait for longer. */
const lineMax = 60;
/** While some are read and nothing else is due, new ones are looked for this often. */
const lookMs = 1_000;
/** A run ends just before the next look, so that its figures show; what is read then goes on. */
const runMsMax = minuteMs - 500;

/**
 * Returns a run that claims feeds or pages whenever a place is free, and handles those of one host one by one. It ends
 * when nothing is due or read any more, or within a minute, and resolves with the number of those handled. Calls
 * `failed` for each whose error went to `fault`.
 */
export function hostByHost<T>(way: Way<T>): (failed?: () => void) => Promise<number> {
  const waiting: { one: T; host: string; since: number }[] = [];
  /** The hosts that are asked now, each with the server that it occupies a place of. */
  const asked = new Map<string, ServerId | undefined>();
  const shareMax = Math.max(1, Math.floor(way.places * serverShare));
  let handled = 0;
  let isOver = false;
  let failure: { error: unknown } | undefined;
  let freed = () => {};
  let noteFailure = () => {};

  const hasPlace = (server: ServerId): boolean =>
    [...asked.values()].filter((occupied) => occupied === server).length < shareMax;

  /** Takes the first whose host is free, and one of its servers has a place. */
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
