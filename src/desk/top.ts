import type { EpochMs } from '../clock.ts';
import type { ServerId, StoryId, TopicId } from '../ids.ts';
import { candidatesFor } from '../newsroom/candidates.ts';
import type { Customization } from '../newsroom/customization.ts';
import { listedFor } from '../newsroom/listed.ts';
import type { TickCache } from '../newsroom/tickCache.ts';
import { labelOfOwnTopic, labelOfTopic, topicsSpoken } from '../newsroom/topics.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { OwnTopicRecord } from '../storage/records/servers/ownTopicsAndFeeds.ts';
import type { Desk } from './desk.ts';

export interface Span {
  since: EpochMs;
  until: EpochMs;
}

/** All topics of a server: the catalogue's, those in its language first, then its own. */
export async function topicsOf(desk: Desk, serverId: ServerId | undefined): Promise<TopicLabel[]> {
  const spoken = await spokenIn(desk, serverId);
  const others = desk.topics.filter((topic) => !spoken.includes(topic));
  return [...spoken, ...others].map(labelOfTopic).concat(await madeBy(desk, serverId));
}

/** The topics meant when a reader names none: those in the server's language, in its channels' digests, and its own. */
export async function topicsReadIn(desk: Desk, serverId: ServerId | undefined): Promise<TopicLabel[]> {
  const spoken = await spokenIn(desk, serverId);
  const got = serverId === undefined ? [] : await desk.storage.records.channels.topicsOfServer(serverId);
  const read = desk.topics.filter((topic) => spoken.includes(topic) || got.includes(topic.id));
  return read.map(labelOfTopic).concat(await madeBy(desk, serverId));
}

const spokenIn = async ({ preferences, topics }: Desk, serverId: ServerId | undefined) =>
  topicsSpoken(topics, serverId === undefined ? undefined : (await preferences.get(serverId))?.locale);

const madeBy = async ({ storage }: Desk, serverId: ServerId | undefined) =>
  serverId === undefined ? [] : (await storage.records.ownTopicsAndFeeds.topics(serverId)).map(labelOfOwnTopic);

interface TopAsker extends Span {
  customization: Customization | undefined;
  topics: readonly TopicLabel[];
  /** The server's own topics. If empty, stories found only by an own topic's words are left out. */
  ownTopics: readonly OwnTopicRecord[];
  generalTopicIds: ReadonlySet<TopicId>;
}

/**
 * Stories with news for these topics, each with the first topic that it fits, in the order of a digest. The result is
 * shared by all who see the same articles.
 */
export function topStories(cache: TickCache, asker: TopAsker): Promise<{ storyId: StoryId; topicId: TopicId }[]> {
  const { customization, topics, generalTopicIds, since, until } = asker;
  const topicIds = topics.map(({ id }) => id);
  const ownTopics = asker.ownTopics.filter(({ id }) => topicIds.includes(id));
  return cache.once(['top', customization, ownTopics, topicIds, since, until], async () => {
    const candidates = await candidatesFor(cache, { customization, topics, ownTopics, since, until });
    const reader = { topics, generalTopicIds, windowStart: since, windowEnd: until };
    return listedFor(candidates, reader).map(({ storyId, topicIds }) => ({ storyId, topicId: topicIds[0] ?? '' }));
  });
}
