import type { EpochMs } from '../../clock.ts';
import { itemsMax } from '../../feeds/readers/stated.ts';
import type { FeedId } from '../../ids.ts';

/** Limits what a hub may cost: anybody may add a feed, and the feed's author chooses its hub. */
export interface Allowance {
  /** Number of items that pushes of this feed may still list. */
  left(feedId: FeedId, now: EpochMs): number;
  /** `items` is undefined if the push wasn't a feed. */
  spend(feedId: FeedId, push: { items: number | undefined; bytes: number }, now: EpochMs): void;
}

/** Window of the allowance: the shortest polling interval of a feed. */
const everyMs = 15 * 60_000;
/** Minimum cost of a push: a hundred pushes use up the allowance, however little they list. */
const pushCost = itemsMax / 100;
/** Cost of a push that isn't a feed: parsing it may have killed a thread. */
const noFeedCost = itemsMax / 10;
/** Bytes that use up the allowance: two documents of the largest size. */
const bytesMax = 10 * 1024 * 1024;

/**
 * Lets a feed's pushes list no more items than one poll can. Known items count too, because they have to be compared.
 * The allowance is kept in memory only.
 */
export function createAllowance(): Allowance {
  const spent = new Map<string, { from: EpochMs; cost: number }>();

  const of = (feedId: FeedId, now: EpochMs) => {
    const known = spent.get(feedId);
    // A time before `from` means that the clock was set back.
    if (known !== undefined && now >= known.from && now < known.from + everyMs) return known;
    const anew = { from: now, cost: 0 };
    spent.set(feedId, anew);
    return anew;
  };

  return {
    left: (feedId, now) => itemsMax - of(feedId, now).cost,
    spend(feedId, { items, bytes }, now) {
      of(feedId, now).cost += Math.max(pushCost, items ?? noFeedCost, (bytes / bytesMax) * itemsMax);
    },
  };
}
