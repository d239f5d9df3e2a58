import { headlineQuestions } from '../desk/headlines.ts';
import { Refusal } from '../desk/refusal.ts';
import { editsBetween, nearest } from '../engine/text/edits.ts';
import type { ServerId, TopicId } from '../ids.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import { escapeMarkdown } from './cards/escape.ts';
import { topicLabel, topicName } from './cards/topic.ts';
import type { Command, SlashContext, SuggestContext, Suggestion } from './command.ts';
import { Explained } from './interaction.ts';
import type { Texts } from './texts/texts.ts';

/** The items whose name contains the typed text, those whose name begins with it first. */
export function fitting<Item>(items: readonly Item[], typed: string, nameOf: (item: Item) => string): Item[] {
  const words = typed.trim().toLocaleLowerCase();
  const holding = items.filter((item) => nameOf(item).toLocaleLowerCase().includes(words));
  const beginning = holding.filter((item) => nameOf(item).toLocaleLowerCase().startsWith(words));
  return [...new Set([...beginning, ...holding])];
}

/** The item that was chosen from the list or typed by its whole name, or else the only one whose name contains it. */
export function itemTyped<Item extends { id: string; name: string }>(items: readonly Item[], typed: string) {
  const words = typed.trim().toLocaleLowerCase();
  const named = items.filter(({ id, name }) => [id, name].some((one) => one.toLocaleLowerCase() === words));
  if (named.length > 0) return named[0];
  const [found, another] = fitting(items, typed, ({ name }) => name);
  return another === undefined ? found : undefined;
}

/** Suggests these topics as `fitting` does; if none fits, the topic probably meant. */
export function suggestTopics(topics: readonly TopicLabel[], typed: string, texts: Texts): Suggestion[] {
  const found = fitting(topics, typed, (topic) => topicLabel(topic, texts));
  const near = found.length === 0 ? meant(topics, typed) : undefined;
  return [...found, ...(near ? [near] : [])].map((topic) => ({ name: topicLabel(topic, texts), value: topic.id }));
}

const topicsIn = (guildId: ServerId | null, { desk }: Pick<SuggestContext, 'desk'>) =>
  desk.use(headlineQuestions).topics(guildId ?? undefined);

/** Suggests the server's topics for the option being typed. */
export const suggestTopicsHere: NonNullable<Command['autocomplete']> = async (interaction, context) =>
  suggestTopics(await topicsIn(interaction.guildId, context), interaction.options.getFocused(), context.texts);

/** The topic in the option `topic`, if any. Throws Refusal or Explained. */
export async function topicGiven(context: SlashContext): Promise<TopicId | undefined> {
  const { options, guildId } = context.interaction;
  const typed = options.getString('topic');
  return typed === null ? undefined : findTopic(await topicsIn(guildId, context), typed).id;
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
