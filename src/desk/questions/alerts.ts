import { labelOf } from '../../newsroom/topics.ts';
import type { AlertRecord } from '../../storage/records/alerts.ts';
import type { FollowRecord } from '../../storage/records/follows.ts';
import type { TopicLabel } from '../../storage/telling.ts';
import type { AskParts } from './parts.ts';

/** A channel's alert rule, with the label of its topic. */
export interface AlertView extends AlertRecord {
  topic?: TopicLabel;
}

/** A story that a member follows. */
export type Followed = FollowRecord;

export const createAlertAsk = ({ storage: { records }, topics }: AskParts) => ({
  async alerts(serverId: string): Promise<AlertView[]> {
    const own = await records.own.topics(serverId);
    return (await records.alerts.ofServer(serverId)).map((rule) => ({
      ...rule,
      topic: rule.topicId === undefined ? undefined : labelOf(rule.topicId, topics, own),
    }));
  },

  /**
   * The member's follows, newest first; one in a thread appears once the thread exists. `closed` holds follows that
   * ended because direct messages to the member are closed.
   */
  async follows(userId: string): Promise<{ open: Followed[]; closed: Followed[] }> {
    const follows = await records.follows.ofUser(userId, { ended: true });
    return {
      open: follows.filter(({ placeId, deliveryId, endedAt }) => placeId !== deliveryId && endedAt === undefined),
      closed: follows.filter(({ closedAt }) => closedAt !== undefined),
    };
  },

  /** The role that the channel's alerts ping, if any. */
  async alertRole(serverId: string, channelId: string): Promise<string | undefined> {
    const rule = await records.alerts.byChannel(channelId);
    return rule?.serverId === serverId ? rule.roleId : undefined;
  },
});
