import type { TopicLabel } from '../../digests/digest.ts';
import { listedFor } from '../../digests/listed.ts';
import type { Topic } from '../../feeds/catalogue.ts';
import type { Records } from '../../storage/storage.ts';
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

/** Who asks for the top stories, and how they are listed. */
export interface TopAsker extends Span {
  serverId: string | undefined;
  topics: readonly TopicLabel[];
  generalTopicIds: ReadonlySet<string>;
  /** False leaves out what only the words of a server's topics find: to look for all of them can take a second. */
  byWords?: boolean;
}

/** The stories with news for these topics, ranked as a digest ranks: whoever asks for the top story gets the same one. */
export async function topStories(edition: Edition, asker: TopAsker): Promise<TopStory[]> {
  const { serverId, topics, generalTopicIds, since, until, byWords = true } = asker;
  const ownTopics = serverId === undefined || !byWords ? [] : await edition.records.own.topics(serverId);
  const candidates = await candidatesFor(edition, { serverId, topics, ownTopics, since, until });
  const reader = { topics, generalTopicIds, windowStart: since, windowEnd: until };
  return listedFor(candidates, reader).map(({ storyId, topicIds }) => ({ storyId, topicId: topicIds[0] ?? '' }));
}
