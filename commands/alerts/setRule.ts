import { ChannelType } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { type Asking, changerOf } from '../../src/discord/asking.ts';
import { button, mention } from '../../src/discord/cards/parts.ts';
import type { CommandContext } from '../../src/discord/command.ts';
import { rolesFor } from '../../src/discord/optInRole.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { ChannelId } from '../../src/ids.ts';
import { alertQuestions } from './ask.ts';
import { type AlertChange, alertChanges, type TypedAlert } from './change.ts';
import { tagsOfForum } from './forumTags.ts';
import { ruleLinesOf, savedRuleLine } from './ruleCard.ts';

/** Changes the channel's rule, or makes one, and answers. Throws Explained or Refusal. */
export async function setRule(
  interaction: Asking,
  context: CommandContext,
  channelId: ChannelId,
  typed: TypedAlert,
): Promise<void> {
  const { desk, texts } = context;
  const { roleId } = typed;
  const pings = typeof roleId !== 'string' || (await rolesFor(interaction))(roleId);
  const placed = await fitToChannel(interaction, context, channelId, typed);
  const change = await desk.use(alertChanges).setAlert(changerOf(interaction), channelId, placed);
  await sayRule(
    interaction,
    context,
    change,
    pings ? [] : [texts.roles.notMentionable({ role: mention.role(roleId) })],
  );
}

/** Answers with the present rule, the changes, `warning`, and buttons for Undo and the forms. */
export async function sayRule(
  interaction: Asking,
  context: CommandContext,
  { alert, before, undo }: AlertChange,
  warning: readonly string[] = [],
): Promise<void> {
  const { answer, texts } = context;
  const { form } = texts.alerts;
  const changed = before === undefined ? [] : [savedRuleLine(before, alert, texts)];
  const said = [...changed, ...ruleLinesOf(alert, texts), ...warning].join('\n');
  const body = await withUndo(said, interaction, context, 'alerts', undo, [
    button(`alerts:set:${alert.channelId}`, texts.forms.change),
    button(`alerts:how:${alert.channelId}`, form.how),
  ]);
  // A form was opened by a card's button; the answer takes that card's place.
  await (interaction.isModalSubmit() ? answer.replace(body) : answer.show(body));
}

/**
 * Checks that Lede can post in the channel, and adds what the channel allows: a forum's tags, publishing and threads.
 * Throws Explained.
 */
export async function fitToChannel(
  interaction: Asking,
  { desk, texts }: CommandContext,
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
