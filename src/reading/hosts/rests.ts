import type { EpochMs } from '../../clock.ts';
import type { OutletId } from '../../ids.ts';
import type { FeedRecord } from '../../storage/records/reading/feeds.ts';
import type { Storage } from '../../storage/storage.ts';

/**
 * The end of the rest that each host asked for by a 429 or 503. Keyed by host (`name:port`), or by scope and host.
 */
export type Rests = Map<string, EpochMs>;

/**
 * The requests that a rest applies to: those of the host's own feeds (the scope is then the host's name), or those of
 * other feeds or pages that lead to the host. Anyone can direct us to an address that asks for a week of rest, which
 * must not silence the outlet's own feeds.
 */
export type RestScope = string;

/** The scope for servers' own feeds that have never been read. */
const unread: RestScope = 'unread feeds';
/**
 * How long other unread feeds on a host wait after one of them got a 429 or 503. That feed itself waits for the whole
 * rest.
 */
const unreadMs = 15 * 60_000;

export const restScopeOf = ({ catalogue, firstPolledAt }: FeedRecord, host: string): RestScope =>
  catalogue || firstPolledAt !== undefined ? host : unread;

/** The scope for pages of an outlet in the catalogue, or of a single feed outside it. */
export const pageScopeOf = (outletId: OutletId): RestScope => `pages of ${outletId}`;

const keyOf = (scope: RestScope, host: string): string => (scope === host ? host : `${scope} → ${host}`);

/** When this scope may contact the host again: after its own rest and the rest of the host's own feeds. */
export function restOf(rests: Rests, scope: RestScope, host: string): EpochMs | undefined {
  const told = [rests.get(host), rests.get(keyOf(scope, host))].filter((until) => until !== undefined);
  return told.length === 0 ? undefined : Math.max(...told);
}

/** Reads the stored rests. Call it before feeds or pages are read. */
export async function readRests(rests: Rests, { records }: Storage, now: EpochMs): Promise<void> {
  const stored = await records.hosts.resting(now);
  rests.clear();
  for (const [key, until] of stored) rests.set(key, until);
}

/**
 * Like `restOf`, but in the host's turn: it first reads the rests that other processes stored since `rests` was read.
 */
export async function restInTurn(
  { hostTurns, records }: Storage,
  rests: Rests,
  scope: RestScope,
  host: string,
  now: EpochMs,
): Promise<EpochMs | undefined> {
  if (hostTurns?.hasNews(host)) {
    const told = await records.hosts.resting(now, [host, keyOf(scope, host)]);
    for (const [key, until] of told) rests.set(key, until);
  }
  return restOf(rests, scope, host);
}

/** Stores a rest. Call it in the host's turn, so that the next process sees it. */
export async function noteRest(
  { hostTurns, records }: Storage,
  rests: Rests,
  scope: RestScope,
  host: string,
  until: EpochMs,
  now: EpochMs,
): Promise<void> {
  const entry = [keyOf(scope, host), scope === unread ? Math.min(until, now + unreadMs) : until] as const;
  rests.set(...entry);
  await records.hosts.rest(...entry);
  await hostTurns?.noteNews(host);
}
