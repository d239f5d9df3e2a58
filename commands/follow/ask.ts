import type { Desk } from '../../src/desk/desk.ts';
import type { UserId } from '../../src/ids.ts';
import type { FollowRecord } from '../../src/storage/records/servers/follows.ts';

export const followQuestions = ({ storage: { records } }: Desk) => ({
  /**
   * The member's follows, newest first; one in a thread appears once the thread exists. `closed` holds follows that
   * ended because direct messages to the member are closed.
   */
  async follows(userId: UserId): Promise<{ open: FollowRecord[]; closed: FollowRecord[] }> {
    const follows = await records.follows.ofUser(userId, { ended: true });
    return {
      open: follows.filter(({ placeId, deliveryId, endedAt }) => placeId !== deliveryId && endedAt === undefined),
      closed: follows.filter(({ closedAt }) => closedAt !== undefined),
    };
  },
});
