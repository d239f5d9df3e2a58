import type { EpochMs } from '../../clock.ts';
import type { FeedRecord } from '../../storage/records/feeds.ts';
import type { Rests } from './hostByHost.ts';

/**
 * Who is asking a host: its own feeds, by the name of the host itself; else whoever sends us there. Anybody can have us
 * asked for an address of any outlet that answers with a week of rest: that must not silence the outlet's own feeds.
 */
export type Asker = string;

/** Anybody's word for an address that never was a feed here. */
const unread: Asker = 'unread feeds';
/** What one of them was told holds for itself as long as it says, for the others only so long. */
const unreadMs = 15 * 60_000;

export const askerOf = ({ catalogue, firstPolledAt }: FeedRecord, host: string): Asker =>
  catalogue || firstPolledAt !== undefined ? host : unread;

/** The pages of one outlet, as its feeds list them. */
export const pagesOf = (outletId: string): Asker => `pages of ${outletId}`;

const keyOf = (asker: Asker, host: string): string => (asker === host ? host : `${asker} → ${host}`);

/** A host, or an asker and a host, and until when. */
export type Rest = [string, EpochMs];

/** Until when this asker is to leave a host alone, by what the host said to itself or to its own feeds. */
export function restOf(rests: Rests, asker: Asker, host: string): EpochMs | undefined {
  const told = [rests.get(host), rests.get(keyOf(asker, host))].filter((until) => until !== undefined);
  return told.length === 0 ? undefined : Math.max(...told);
}

/** Notes what a host said to an asker; the entry as it is to be stored. */
export function noteRest(rests: Rests, asker: Asker, host: string, until: EpochMs, now: EpochMs): Rest {
  const entry: Rest = [keyOf(asker, host), asker === unread ? Math.min(until, now + unreadMs) : until];
  rests.set(...entry);
  return entry;
}
