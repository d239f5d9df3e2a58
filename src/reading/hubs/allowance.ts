import type { EpochMs } from '../../clock.ts';
import { itemsMax } from '../../feeds/readers/stated.ts';

/** Limits what a hub may cost: anybody may add a feed, and the feed's author chooses its hub. */
export interface Allowance {
  /** How many items pushes of this feed may list now. */
  left(feedId: string, now: EpochMs): number;
  /** `items` is undefined if the push was no feed. */
  spend(feedId: string, push: { items: number | undefined; bytes: number }, now: EpochMs): void;
}

/** No feed is polled sooner than after this. */
const everyMs = 15 * 60_000;
/** A hundred use up the allowance, however little they list. */
const pushCost = itemsMax / 100;
/** What is no feed may have killed its thread. */
const noFeedCost = itemsMax / 10;
/** Two whole documents. */
const bytesMax = 10 * 1024 * 1024;

/** Pushes of a feed list no more than one poll can, known items too, because those are compared. In memory only. */
export function createAllowance(): Allowance {
  const spent = new Map<string, { from: EpochMs; cost: number }>();

  const of = (feedId: string, now: EpochMs) => {
    const known = spent.get(feedId);
    // The second check is for a clock that was set back.
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
