import { Refusal } from '../desk/refusal.ts';
import type { TopicLabel } from '../digests/digest.ts';
import { topicLabel } from './cards/topic.ts';
import type { Suggestion } from './command.ts';
import type { Texts } from './texts/texts.ts';

/** Topics whose name fits what was typed, those that start with it first. */
export function suggestTopics(topics: readonly TopicLabel[], typed: string, texts: Texts): Suggestion[] {
  const words = typed.trim().toLocaleLowerCase();
  const named = topics.map((topic) => ({ topic, name: topicLabel(topic, texts) }));
  const starts = named.filter(({ name }) => name.toLocaleLowerCase().startsWith(words));
  const holds = named.filter((one) => !starts.includes(one) && one.name.toLocaleLowerCase().includes(words));
  return [...starts, ...holds].map(({ topic, name }) => ({ name, value: topic.id }));
}

/** The topic that was chosen, or typed without choosing, in any language. Throws Refusal. */
export function findTopic(topics: readonly TopicLabel[], typed: string): TopicLabel {
  const words = typed.trim().toLocaleLowerCase();
  const found = topics.find(({ id, names }) =>
    [id, ...Object.values(names)].some((name) => name.toLocaleLowerCase() === words),
  );
  if (found === undefined) throw noSuchTopic(typed);
  return found;
}

/** Says what was typed, but not the id of a topic that was chosen from the list and deleted since. */
export function noSuchTopic(typed: string): Refusal {
  return /^own-[\w-]{22}$/.test(typed) ? new Refusal('topic-gone') : new Refusal('unknown-topic', typed);
}
