import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import { labelOf } from '../../src/newsroom/topics.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import type { AlertRecord } from '../../src/storage/records/servers/alerts.ts';

/** A channel's alert rule with its topic's label and its feeds' names. */
export interface AlertView extends AlertRecord {
  topic?: TopicLabel;
  /** The feeds of `feedIds` that the server still has. */
  feeds: readonly { title: string; url: string }[];
}

export const alertQuestions = (desk: Desk) => ({
  async alerts(serverId: ServerId): Promise<AlertView[]> {
    const rules = await desk.storage.records.alerts.ofServer(serverId);
    return Promise.all(rules.map((rule) => viewOf(desk, rule)));
  },

  /** The channel's alert rule, if it is this server's. */
  async alert(serverId: ServerId, channelId: ChannelId): Promise<AlertView | undefined> {
    const rule = await desk.storage.records.alerts.byChannel(channelId);
    return rule?.serverId === serverId ? viewOf(desk, rule) : undefined;
  },
});

async function viewOf({ storage: { records }, topics }: Desk, rule: AlertRecord): Promise<AlertView> {
  const { serverId, topicId, feedIds = [] } = rule;
  const own = topicId === undefined ? [] : await records.ownTopicsAndFeeds.topics(serverId);
  const had = new Set((await records.ownTopicsAndFeeds.feeds(serverId)).map(({ feedId }) => feedId));
  const feeds = await Promise.all(feedIds.filter((id) => had.has(id)).map((id) => records.feeds.byId(id)));
  return {
    ...rule,
    topic: topicId === undefined ? undefined : labelOf(topicId, topics, own),
    feeds: feeds.flatMap((feed) => (feed ? [{ title: feed.title ?? feed.outletName, url: feed.url }] : [])),
  };
}
