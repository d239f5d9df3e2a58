import { Refusal } from '../desk/refusal.ts';
import { editsBetween, nearest } from '../engine/text/edits.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import { Explained } from './asking.ts';
import { escapeMarkdown } from './cards/escape.ts';
import { topicLabel, topicName } from './cards/topic.ts';
import type { Suggestion } from './command.ts';
import type { Texts } from './texts/texts.ts';

/**
 * Topics whose name contains the typed text, those that start with it first; if there are none, the topic probably
 * meant.
 */
export function suggestTopics(topics: readonly TopicLabel[], typed: string, texts: Texts): Suggestion[] {
  const words = typed.trim().toLocaleLowerCase();
  const named = topics.map((topic) => ({ topic, name: topicLabel(topic, texts) }));
  const starts = named.filter(({ name }) => name.toLocaleLowerCase().startsWith(words));
  const holds = named.filter((one) => !starts.includes(one) && one.name.toLocaleLowerCase().includes(words));
  const fitting =
    starts.length + holds.length > 0
      ? [...starts, ...holds]
      : named.filter(({ topic }) => topic === meant(topics, words));
  return fitting.map(({ topic, name }) => ({ name, value: topic.id }));
}

/** The topic with the name nearest to a misspelt one, in any language. */
export function meant(topics: readonly TopicLabel[], text: string): TopicLabel | undefined {
  const typed = text.trim().toLocaleLowerCase();
  return nearest(typed, topics, ({ names }, max) =>
    Math.min(...Object.values(names).map((name) => editsBetween(typed, name.toLocaleLowerCase(), max))),
  );
}

/** The topic with this id, or this name in any language. */
export const namedTopic = (topics: readonly TopicLabel[], typed: string): TopicLabel | undefined =>
  topics.find(({ id, names }) =>
    [id, ...Object.values(names)].some((name) => name.toLocaleLowerCase() === typed.trim().toLocaleLowerCase()),
  );

/** The topic that was chosen from the list, or typed in any language. Throws Refusal or Explained. */
export function findTopic(topics: readonly TopicLabel[], typed: string): TopicLabel {
  const found = namedTopic(topics, typed);
  if (found !== undefined) return found;
  const near = meant(topics, typed);
  if (near === undefined) throw noSuchTopic(typed);
  throw new Explained((say) => say.topics.meant({ typed: escapeMarkdown(typed, 100), name: topicName(near, say) }));
}

/** A Refusal that names the typed text, unless that is the id of a topic chosen from the list and deleted since. */
export function noSuchTopic(typed: string): Refusal {
  return /^own-[\w-]{22}$/.test(typed) ? new Refusal('topic-gone') : new Refusal('unknown-topic', typed);
}
