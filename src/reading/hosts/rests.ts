import type { EpochMs } from '../../clock.ts';
import type { FeedRecord } from '../../storage/records/feeds.ts';
import type { Storage } from '../../storage/storage.ts';
import type { Rests } from './hostByHost.ts';

/**
 * Who is asking a host: its own feeds, by the name of the host; else the feed or page that sends us there. Anybody can
 * send us to an address that answers with a week of rest, and that must not silence the outlet's own feeds.
 */
export type Asker = string;

/** For addresses that have never been read as a feed. */
const unread: Asker = 'unread feeds';
/** An unread feed keeps the whole rest that it was told; other unread feeds on that host keep this much of it. */
const unreadMs = 15 * 60_000;

export const askerOf = ({ catalogue, firstPolledAt }: FeedRecord, host: string): Asker =>
  catalogue || firstPolledAt !== undefined ? host : unread;

/** The pages of one outlet, as its feeds list them. */
export const pagesOf = (outletId: string): Asker => `pages of ${outletId}`;

const keyOf = (asker: Asker, host: string): string => (asker === host ? host : `${asker} → ${host}`);

/** Until when this asker must leave a host alone, by what it or the host's own feeds were told. */
export function restOf(rests: Rests, asker: Asker, host: string): EpochMs | undefined {
  const told = [rests.get(host), rests.get(keyOf(asker, host))].filter((until) => until !== undefined);
  return told.length === 0 ? undefined : Math.max(...told);
}

/**
 * The same in the host's turn: what other processes were told since `rests` were read counts as well. They were read with
 * a batch, whose claims end sooner than the news is forgotten.
 */
export async function restInTurn(
  { hostTurns, records }: Storage,
  rests: Rests,
  asker: Asker,
  host: string,
  now: EpochMs,
): Promise<EpochMs | undefined> {
  if (hostTurns?.hasNews(host)) {
    const told = await records.hosts.resting(now, [host, keyOf(asker, host)]);
    for (const [key, until] of told) rests.set(key, until);
  }
  return restOf(rests, asker, host);
}

/** A host, or an asker and a host, and until when. */
type Rest = readonly [key: string, until: EpochMs];

/** Notes a rest for this batch, and returns the entry to be stored. */
export function noteRest(rests: Rests, asker: Asker, host: string, until: EpochMs, now: EpochMs): Rest {
  const entry: Rest = [keyOf(asker, host), asker === unread ? Math.min(until, now + unreadMs) : until];
  rests.set(...entry);
  return entry;
}

/** Called in the host's turn, so that the next process to get it knows. */
export async function storeRest({ hostTurns, records }: Storage, host: string, rest: Rest): Promise<void> {
  await records.hosts.rest(...rest);
  await hostTurns?.noteNews(host);
}
