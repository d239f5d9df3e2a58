import type { EpochMs } from '../../clock.ts';
import { itemsMax } from '../../feeds/readers/stated.ts';

/** Limits what a hub may cost: anybody may add a feed, and the feed's author chooses its hub. */
export interface Allowance {
  /** How many new articles pushes of this feed may bring now. */
  left(feedId: string, now: EpochMs): number;
  /** `articles` is undefined if the push was no feed. */
  spend(feedId: string, articles: number | undefined, now: EpochMs): void;
}

/** No feed is polled sooner than after this. */
const everyMs = 15 * 60_000;
/** As many as one poll can bring. */
const articlesMax = itemsMax;
/** A push without news is read for nothing; a hundred of those use up the allowance. */
const pushCost = articlesMax / 100;
/** What is no feed may have killed its thread. */
const noFeedCost = articlesMax / 10;

/** Pushes of a feed bring no more than polls could. Kept in memory only. */
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
    left: (feedId, now) => articlesMax - of(feedId, now).cost,
    spend(feedId, articles, now) {
      of(feedId, now).cost += articles === undefined ? noFeedCost : Math.max(pushCost, articles);
    },
  };
}
