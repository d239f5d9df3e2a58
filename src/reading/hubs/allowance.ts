import type { EpochMs } from '../../clock.ts';
import { itemsMax } from '../../feeds/readers/stated.ts';

/** What hubs may cost: anybody may add a feed, and whoever writes the feed names its hub. */
export interface Allowance {
  /** How many new articles pushes of this feed may bring now. */
  left(feedId: string, now: EpochMs): number;
  /** `articles` that a push brought; undefined where it was no feed. */
  spend(feedId: string, articles: number | undefined, now: EpochMs): void;
}

/** No feed is polled sooner than after this. */
const everyMs = 15 * 60_000;
/** As many as one poll can bring. */
const articlesMax = itemsMax;
/** One without news is read for nothing: a hundred of them in that time are. */
const pushCost = articlesMax / 100;
/** What is no feed may have cost its reader's life. */
const noFeedCost = articlesMax / 10;

/** By pushes a feed brings no more than it could by polls. Kept in memory: each start begins anew. */
export function createAllowance(): Allowance {
  const spent = new Map<string, { from: EpochMs; cost: number }>();

  const of = (feedId: string, now: EpochMs) => {
    const known = spent.get(feedId);
    // A clock that was set back keeps no feed out.
    if (known !== undefined && now >= known.from && now < known.from + everyMs) return known;
    const anew = { from: now, cost: 0 };
    spent.set(feedId, anew);
    return anew;
  };

  return {
    left: (feedId, now) => articlesMax - of(feedId, now).cost,
    spend(feedId, articles, now) {
      of(feedId, now).cost += articles === undefined ? noFeedCost : Math.max(pushCost, articles);
    },
  };
}
