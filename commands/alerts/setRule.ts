import { type APIGuildForumChannel, ChannelFlags, ChannelType, type Client, DiscordAPIError, Routes } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { oneLine } from '../../src/discord/cards/escape.ts';
import { button, mention } from '../../src/discord/cards/parts.ts';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import type { CommandContext } from '../../src/discord/command.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { rolesFor } from '../../src/discord/optInRole.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import { isOfItems } from '../../src/storage/records/servers/alerts.ts';
import { alertQuestions } from './ask.ts';
import { type AlertChange, alertChanges, type TypedAlert } from './change.ts';
import { ruleLinesOf, savedRuleLine } from './ruleCard.ts';

/** Discord's limits: tags of a forum, and characters of a tag's name. */
const tagsMax = 20;
const nameMax = 20;

/** Changes the channel's rule, or makes one, and answers. Throws Explained or Refusal. */
export async function setRule(context: CommandContext, channelId: ChannelId, typed: TypedAlert): Promise<void> {
  const { interaction, desk, texts } = context;
  const { roleId } = typed;
  const pings = typeof roleId !== 'string' || (await rolesFor(interaction))(roleId);
  const placed = await fitToChannel(context, channelId, typed);
  const change = await desk.use(alertChanges).setAlert(changerOf(interaction), channelId, placed);
  await sayRule(context, change, pings ? [] : [texts.roles.notMentionable({ role: mention.role(roleId) })]);
}

/** Answers with the present rule, the changes, `warning`, and buttons for Undo and the forms. */
export async function sayRule(
  context: CommandContext,
  { alert, before, undo }: AlertChange,
  warning: readonly string[] = [],
): Promise<void> {
  const { interaction, answer, texts } = context;
  const { form } = texts.alerts;
  const changed = before === undefined ? [] : [savedRuleLine(before, alert, texts)];
  const said = [...changed, ...ruleLinesOf(alert, texts), ...warning].join('\n');
  const body = await withUndo(said, context, undo, [
    button(`alerts:set:${alert.channelId}`, texts.forms.change),
    button(`alerts:how:${alert.channelId}`, form.how),
    ...(isOfItems(alert) ? [button(`alerts:newest:${alert.channelId}`, texts.alerts.newest)] : []),
  ]);
  // If a card's button opened the form, the answer takes that card's place.
  await (interaction.isModalSubmit() ? answer.replace(body) : answer.show(body));
}

/**
 * Checks that Lede can post in the channel, and adds what the channel allows: a forum's tags, publishing and threads.
 * Throws Explained.
 */
export async function fitToChannel(
  { interaction, desk, texts }: CommandContext,
  channelId: ChannelId,
  typed: TypedAlert,
): Promise<TypedAlert> {
  const { serverId } = changerOf(interaction);
  const place = checkTarget(interaction, channelId, { forums: true });
  const before = await desk.use(alertQuestions).alert(serverId, channelId);
  const thread = typed.thread ?? before?.thread;
  const noThreads = threadFault(interaction, channelId);
  if (typed.thread && !isForum(place) && noThreads !== undefined) throw noThreads;
  const crosspost = place.type === ChannelType.GuildAnnouncement && (typed.crosspost ?? before?.crosspost ?? true);
  const placed = { ...typed, crosspost, thread: !isForum(place) && thread === true && noThreads === undefined };
  if (!isForum(place)) return placed;
  const topics = await desk.use(headlineQuestions).topics(serverId);
  const topicId = typed.topicId === undefined ? before?.topicId : typed.topicId;
  const words = typed.words === undefined ? before?.words : typed.words;
  const tagged = topicId ? topics.filter(({ id }) => id === topicId) : words ? [] : topics;
  return { ...placed, forum: await tagsOfForum(interaction.client, channelId, tagged, texts) };
}

/**
 * The forum's tags for these topics, found by a topic's name in any language. Creates missing ones if Lede may. Throws
 * Explained if posts must have a tag and there is none.
 */
async function tagsOfForum({ rest }: Client, channelId: ChannelId, topics: readonly TopicLabel[], texts: Texts) {
  const forum = (await rest.get(Routes.channel(channelId))) as APIGuildForumChannel;
  const wanted = topics.map((topic) => ({ topic, name: oneLine(topicLabel(topic, texts), nameMax) }));
  const find = (tags: APIGuildForumChannel['available_tags'], { topic, name }: (typeof wanted)[number]) => {
    const names = [name, ...Object.values(topic.names)].map((one) => one.toLocaleLowerCase());
    return tags.find((tag) => names.includes(tag.name.toLocaleLowerCase()));
  };
  let tags = forum.available_tags ?? [];
  const missing = wanted.filter((one) => find(tags, one) === undefined).slice(0, Math.max(0, tagsMax - tags.length));
  if (missing.length > 0) {
    const body = { available_tags: [...tags, ...missing.map(({ name }) => ({ name }))] };
    try {
      tags = ((await rest.patch(Routes.channel(channelId), { body })) as APIGuildForumChannel).available_tags ?? tags;
    } catch (error) {
      // Without Manage Channels, posts use the tags that exist.
      if (!(error instanceof DiscordAPIError) || error.status !== 403) throw error;
    }
  }
  const requiresTag = ((forum.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  if (requiresTag && tags.length === 0)
    throw new Explained(({ roles }) => roles.needsTag({ channel: mention.channel(channelId) }));
  const found = wanted.flatMap((one) => {
    const tag = find(tags, one);
    return tag === undefined ? [] : [[one.topic.id, tag.id] as const];
  });
  return { tagIds: Object.fromEntries(found), ...(requiresTag ? { otherTagId: tags[0]?.id } : {}) };
}
