import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { UserId } from '../../src/ids.ts';

/** Longest span that /catchup covers. */
const caughtUpMsMax = 7 * dayMs;

/** What a member has not seen yet. */
export const unseen = ({ storage: { records }, wall }: Desk) => ({
  /** The time since the member's last /catchup: a day if there was none, a week at most. */
  async unseenSpan(userId: UserId): Promise<{ since: EpochMs; until: EpochMs }> {
    const until = wall();
    const since = (await records.people.caughtUpAt(userId)) ?? until - dayMs;
    return { since: Math.max(Math.min(since, until), until - caughtUpMsMax), until };
  },

  /** Notes that the member has seen everything up to this time. */
  caughtUp: (userId: UserId, until: EpochMs): Promise<void> => records.people.catchUp(userId, until),
});
