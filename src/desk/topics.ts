import type { TopicLabel } from '../digests/digest.ts';
import type { Topic } from '../feeds/catalogue.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';

/** Accent of cards of a server's own topics. */
const ownColour = 0x6b7280;

export const labelOfTopic = (topic: Topic): TopicLabel => ({ ...topic, own: false });

export const labelOfOwnTopic = ({ id, name }: OwnTopicRecord): TopicLabel => ({
  id,
  names: { en: name, de: name },
  colour: ownColour,
  own: true,
});

/** Catalogue topics first, then the server's; a topic that is gone from both is left out. */
export function labelsOf(
  topicIds: readonly string[],
  topics: readonly Topic[],
  own: readonly OwnTopicRecord[],
): TopicLabel[] {
  return topicIds.flatMap((id) => {
    const listed = topics.find((topic) => topic.id === id);
    if (listed) return [labelOfTopic(listed)];
    const made = own.find((topic) => topic.id === id);
    return made ? [labelOfOwnTopic(made)] : [];
  });
}
