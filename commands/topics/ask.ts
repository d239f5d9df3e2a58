import type { Desk } from '../../src/desk/desk.ts';
import type { TopicWords } from '../../src/engine/stories/topics.ts';
import type { ServerId } from '../../src/ids.ts';
import type { OwnTopicRecord } from '../../src/storage/records/servers/ownTopicsAndFeeds.ts';

/** A topic that a server defined by words. */
export type OwnTopic = Pick<OwnTopicRecord, 'id' | 'name'> & { words: TopicWords };

export const topicQuestions = ({ storage: { records } }: Desk) => ({
  ownTopics: (serverId: ServerId): Promise<OwnTopic[]> => records.ownTopicsAndFeeds.topics(serverId),
});
