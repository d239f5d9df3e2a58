import type { Desk } from '../../src/desk/desk.ts';
import type { TopicWords } from '../../src/engine/stories/topics.ts';
import type { ServerId, TopicId } from '../../src/ids.ts';

/** A topic that a server defined by words. */
export interface OwnTopic {
  id: TopicId;
  name: string;
  words: TopicWords;
}

export const topicQuestions = ({ storage: { records } }: Desk) => ({
  ownTopics: (serverId: ServerId): Promise<OwnTopic[]> => records.ownTopicsAndFeeds.topics(serverId),
});
