import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import { labelOf } from '../../src/newsroom/topics.ts';
import type { AlertRecord } from '../../src/storage/records/servers/alerts.ts';
import type { TopicLabel } from '../../src/storage/telling.ts';

/** A channel's alert rule, with the label of its topic. */
export interface AlertView extends AlertRecord {
  topic?: TopicLabel;
}

export const alertQuestions = ({ storage: { records }, topics }: Desk) => ({
  async alerts(serverId: ServerId): Promise<AlertView[]> {
    const own = await records.own.topics(serverId);
    return (await records.alerts.ofServer(serverId)).map((rule) => ({
      ...rule,
      topic: rule.topicId === undefined ? undefined : labelOf(rule.topicId, topics, own),
    }));
  },

  /** The role that the channel's alerts ping, if any. */
  async alertRole(serverId: ServerId, channelId: ChannelId): Promise<string | undefined> {
    const rule = await records.alerts.byChannel(channelId);
    return rule?.serverId === serverId ? rule.roleId : undefined;
  },
});
