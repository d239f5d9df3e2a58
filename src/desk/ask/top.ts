import type { TopicLabel } from '../../digests/digest.ts';
import type { Topic } from '../../feeds/catalogue.ts';
import type { Records } from '../../storage/storage.ts';
import { rankStories } from '../../stories/ranking.ts';
import { candidatesFor } from '../candidates.ts';
import type { Span } from '../desk.ts';
import type { Edition } from '../edition.ts';
import { labelOfOwnTopic, labelOfTopic } from '../topics.ts';

/** A story among the top ones, with the asked topic that it is of. */
export interface TopStory {
  storyId: string;
  topicId: string;
}

/** All topics that the server can ask for: those of the catalogue, then its own. */
export async function topicsOf(
  { own }: Pick<Records, 'own'>,
  topics: readonly Topic[],
  serverId: string | undefined,
): Promise<TopicLabel[]> {
  const made = serverId === undefined ? [] : await own.topics(serverId);
  return [...topics.map(labelOfTopic), ...made.map(labelOfOwnTopic)];
}

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
