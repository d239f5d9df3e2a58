import { subtagOf } from '../engine/languages/subtag.ts';
import type { TopicId } from '../ids.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { OwnTopicRecord } from '../storage/records/servers/ownTopicsAndFeeds.ts';
import type { Topic } from './catalogue.ts';

/** Accent colour of cards for topics that aren't in the catalogue. */
const ownColour = 0x6b7280;

export const labelOfTopic = ({ id, names, colour }: Topic): TopicLabel => ({ id, names, colour, own: false });

export const labelOfOwnTopic = ({ id, name }: OwnTopicRecord): TopicLabel => ({
  id,
  names: { en: name },
  colour: ownColour,
  own: true,
});

/** Topics without a language or in the server's language; if none, the first topic's language is used instead. */
export function topicsSpoken(topics: readonly Topic[], locale = 'en'): readonly Topic[] {
  const spoken = (language: string | undefined) =>
    topics.filter((topic) => topic.language === undefined || topic.language === language);
  const found = spoken(subtagOf(locale));
  return found.length > 0 ? found : spoken(topics[0]?.language);
}

/** The label of a catalogue topic or of the server's own topic; undefined if the id is unknown. */
export function knownLabelOf(
  id: TopicId,
  topics: readonly Topic[],
  own: readonly OwnTopicRecord[],
): TopicLabel | undefined {
  const listed = topics.find((topic) => topic.id === id);
  if (listed) return labelOfTopic(listed);
  const made = own.find((topic) => topic.id === id);
  return made && labelOfOwnTopic(made);
}

/**
 * Like `knownLabelOf`, but labels an unknown topic with its id, so that an admin can see and remove a topic that left
 * the catalogue.
 */
export const labelOf = (id: TopicId, topics: readonly Topic[], own: readonly OwnTopicRecord[]): TopicLabel =>
  knownLabelOf(id, topics, own) ?? labelOfTopic({ id, names: { en: id }, colour: ownColour });
