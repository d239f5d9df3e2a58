import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageComponentInteraction,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { type MessageBody, mention, message, select, sentence, text } from '../src/discord/cards/parts.ts';
import { type Subscribed, subscribedCard } from '../src/discord/cards/subscription.ts';
import { topicLabel } from '../src/discord/cards/topic.ts';
import { type Command, type CommandContext, changerOf, Explained } from '../src/discord/command.ts';
import { localizer } from '../src/discord/localize.ts';
import { channelOption, checkTarget, type Target } from '../src/discord/target.ts';
import { findTopic, suggestTopics } from '../src/discord/topicOption.ts';

const { command, option } = localizer('subscribe');
const firstMax = 3;
// An answer can be edited for 15 minutes.
const watchMs = 13 * 60_000;

export default {
  data: command(new SlashCommandBuilder())
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
    .addChannelOption((channel) => option(channel, 'channel')),
  audience: 'managers',

  execute: async (interaction, context) => {
    const target = channelOption(interaction);
    checkTarget(interaction, target);
    const typed = interaction.options.getString('topic');
    if (typed === null) return context.answer.show(await picker(interaction, context, target));
    const topics = await context.desk.ask.topics(interaction.guildId ?? undefined);
    await subscribe(interaction, context, target, [findTopic(topics, typed).id], context.answer.show);
  },

  autocomplete: async (interaction, { desk, texts }) =>
    suggestTopics(await desk.ask.topics(interaction.guildId ?? undefined), interaction.options.getFocused(), texts),

  component: async (interaction, context, control) => {
    if (control.action !== 'topics' && control.action !== 'own') throw new Explained((say) => say.errors.expired);
    const target = { id: control.rest, mention: mention.channel(control.rest) };
    checkTarget(interaction, target);
    await subscribe(interaction, context, target, control.values, context.answer.replace);
  },
} satisfies Command;

type Asking = ChatInputCommandInteraction | MessageComponentInteraction;

/** Every topic that the channel does not get yet, in one select; the server's own in a second. */
async function picker(interaction: Asking, { desk, texts }: CommandContext, target: Target): Promise<MessageBody> {
  const [topics, subscription] = await Promise.all([
    desk.ask.topics(interaction.guildId ?? undefined),
    desk.ask.subscription(target.id),
  ]);
  const has = new Set(subscription?.topics.map((topic) => topic.id));
  const free = topics.filter((topic) => !has.has(topic.id));
  if (free.length === 0) return sentence(texts.channels.allTaken(target.mention));
  const choices = (own: boolean) =>
    free
      .filter((topic) => topic.own === own)
      .slice(0, 25)
      .map((topic) => ({ label: topicLabel(topic, texts), value: topic.id }));
  const many = { min: 1, max: 25 };
  return message([
    text(texts.channels.pick(target.mention)),
    ...(choices(false).length > 0
      ? [select(`subscribe:topics:${target.id}`, texts.channels.pickTopics, choices(false), many)]
      : []),
    ...(choices(true).length > 0
      ? [select(`subscribe:own:${target.id}`, texts.channels.pickOwn, choices(true), many)]
      : []),
  ]);
}

async function subscribe(
  interaction: Asking,
  context: CommandContext,
  target: Target,
  topicIds: readonly string[],
  show: (body: MessageBody) => Promise<void>,
): Promise<void> {
  const { desk, texts } = context;
  const by = changerOf(interaction);
  const { zone } = await desk.ask.server(by.serverId);
  const done = await desk.change.subscribe(by, target.id, topicIds);
  const all = done.subscription.topics.map((topic) => topic.id);
  const first = await desk.ask.firstHeadlines(by.serverId, all, firstMax);
  const subscribed: Subscribed = { ...done, zoneGuessed: zone === undefined && !done.joined, first };
  await show(subscribedCard(subscribed, texts));
  if (first.reading === undefined) return;
  context.later(async () => {
    for (let waitedMs = 0; waitedMs < watchMs; waitedMs += context.readyCheckMs) {
      if (!(await context.pause(context.readyCheckMs))) return;
      const now = await desk.ask.firstHeadlines(by.serverId, all, firstMax);
      if (now.reading === undefined) return show(subscribedCard({ ...subscribed, first: now }, texts));
    }
    await show(sentence(texts.channels.stillReading));
  });
}
