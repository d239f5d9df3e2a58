import type { TopicLabel } from '../../digests/digest.ts';
import { rankStories } from '../../stories/ranking.ts';
import { candidatesFor } from '../candidates.ts';
import type { Span } from '../desk.ts';
import type { Edition } from '../edition.ts';
import { labelOfOwnTopic, labelOfTopic, topicsSpoken } from '../topics.ts';
import type { AskParts } from './parts.ts';

/** A story among the top ones, with the asked topic that it is of. */
export interface TopStory {
  storyId: string;
  topicId: string;
}

type TopicParts = Pick<AskParts, 'storage' | 'preferences' | 'topics'>;

/** All topics that the server can ask for: those of the catalogue, the ones in its language first, then its own. */
export async function topicsOf(parts: TopicParts, serverId: string | undefined): Promise<TopicLabel[]> {
  const spoken = await spokenIn(parts, serverId);
  const others = parts.topics.filter((topic) => !spoken.includes(topic));
  return [...spoken, ...others].map(labelOfTopic).concat(await madeBy(parts, serverId));
}

/** The topics that readers of the server mean when they name none: those in its language, what its channels get, its own. */
export async function topicsReadIn(parts: TopicParts, serverId: string | undefined): Promise<TopicLabel[]> {
  const spoken = await spokenIn(parts, serverId);
  const got = serverId === undefined ? [] : await parts.storage.records.channels.topicsOfServer(serverId);
  const read = parts.topics.filter((topic) => spoken.includes(topic) || got.includes(topic.id));
  return read.map(labelOfTopic).concat(await madeBy(parts, serverId));
}

const spokenIn = async ({ preferences, topics }: TopicParts, serverId: string | undefined) =>
  topicsSpoken(topics, serverId === undefined ? undefined : (await preferences.get(serverId))?.locale);

const madeBy = async ({ storage }: TopicParts, serverId: string | undefined) =>
  serverId === undefined ? [] : (await storage.records.own.topics(serverId)).map(labelOfOwnTopic);

/**
 * The stories with news for these topics, ranked as a digest ranks: whoever asks for the top story gets the same one. Without `byWords`
 * those are left out that only the words of a server's topics find: to look for all of them can take a second.
 */
export async function topStories(
  edition: Edition,
  serverId: string | undefined,
  topics: readonly TopicLabel[],
  { since, until, byWords = true }: Span & { byWords?: boolean },
): Promise<TopStory[]> {
  const ownTopics = serverId === undefined || !byWords ? [] : await edition.records.own.topics(serverId);
  const candidates = await candidatesFor(edition, { serverId, topics, ownTopics, since, until });
  const byId = new Map(candidates.map((candidate) => [candidate.storyId, candidate]));
  const ranked = rankStories(
    candidates.map(({ storyId, articles, voices, headlineId }) => ({
      id: storyId,
      voices,
      outlets: new Set(articles.map((article) => article.outletId)).size,
      articleTimes: articles.map((article) => article.publishedAt),
      leadOutlet: articles.find(({ id }) => id === headlineId)?.outletId ?? articles.at(-1)?.outletId ?? '',
    })),
    until,
  );
  return ranked.map(({ id }) => {
    const votes = [...(byId.get(id)?.topics ?? [])].sort((a, b) => b.votes - a.votes);
    return { storyId: id, topicId: votes[0]?.topicId ?? '' };
  });
}
