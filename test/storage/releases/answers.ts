import type { App } from '../../../src/app.ts';
import { everything } from '../../desk/everything.ts';

export type Answers = Awaited<ReturnType<typeof answersTo>>;

/** Lede's answers about a server, in a form common to all releases; a newer release must answer at least the same. */
export async function answersTo(
  { desk, storage }: App,
  serverId: string,
  /** Stories for which the answers list the deliveries that posted them. */
  storyIds: readonly string[],
) {
  const { ask } = everything({ desk });
  const subscriptions = await ask.subscriptions(serverId);
  const channels = subscriptions.map(async ({ channelId, topics, schedule, nextDueAt, paused, lastSent }) => {
    const told = await storage.records.told.postedIn(channelId, storyIds);
    return {
      channelId,
      topics: topics.map(({ id }) => id),
      schedule,
      nextDueAt,
      paused,
      lastSentAt: lastSent?.at,
      told: told.map(({ storyId, deliveryId }) => `${deliveryId} ${storyId}`).sort(),
    };
  });
  const feeds = await ask.feeds(serverId);
  const { notices } = await ask.status(serverId);
  return {
    channels: await Promise.all(channels),
    alerts: await ask.alerts(serverId),
    mutes: await ask.mutes(serverId),
    topics: await ask.ownTopics(serverId),
    feeds: feeds.map(({ url, title, topic }) => ({ url, title, topic: topic.id })),
    notices: notices.map(({ kind }) => kind).sort(),
    locale: (await ask.server(serverId)).locale,
  };
}
