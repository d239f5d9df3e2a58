import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  InteractionContextType,
  type MessageComponentInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Changer } from '../src/desk/changes/parts.ts';
import type { StoryLine } from '../src/desk/questions/lines.ts';
import type { ChannelSubscription } from '../src/desk/questions/servers.ts';
import { Refusal } from '../src/desk/refusal.ts';
import { changeTimeCard } from '../src/discord/cards/changeTime.ts';
import { renderDigest } from '../src/discord/cards/digest.ts';
import { escapeMarkdown } from '../src/discord/cards/escape.ts';
import { fits, type MessageBody, mention, moment, sentence, text } from '../src/discord/cards/parts.ts';
import { settingsCard } from '../src/discord/cards/settings.ts';
import { type Command, type CommandContext, changerOf, Explained } from '../src/discord/command.ts';
import { localizer } from '../src/discord/localize.ts';
import { suggestSetting } from '../src/discord/settingOptions.ts';
import { channelOption, checkTarget, type Target } from '../src/discord/target.ts';
import { eachSetting } from '../src/schedule/settings.ts';

const { command, sub, option } = localizer('digest');
const withChannel = (part: string) => (builder: SlashCommandSubcommandBuilder) =>
  sub(builder, part).addChannelOption((channel) => option(channel, 'channel'));

function withSettingOptions(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  for (const [, { option: name, input }] of eachSetting()) {
    if (input.kind === 'text')
      builder.addStringOption((text) => option(text, name).setAutocomplete(true).setMaxLength(input.charactersMax));
    else builder.addIntegerOption((number) => option(number, name).setMinValue(input.min).setMaxValue(input.max));
  }
  return builder;
}

export default {
  data: command(new SlashCommandBuilder())
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand(withChannel('preview'))
    .addSubcommand(withChannel('post'))
    .addSubcommand((settings) =>
      withSettingOptions(sub(settings, 'settings'))
        .addStringOption((mute) => option(mute, 'mute').setAutocomplete(true).setMaxLength(60))
        .addIntegerOption((days) => option(days, 'mute_days').setMinValue(1).setMaxValue(365))
        .addChannelOption((log) => option(log, 'log'))
        .addChannelOption((channel) => option(channel, 'channel')),
    )
    .addSubcommand(withChannel('pause'))
    .addSubcommand(withChannel('resume')),
  audience: 'managers',

  execute: async (interaction, context) => {
    const target = channelOption(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'preview':
        return preview(interaction, context, target);
      case 'post':
        return context.answer.show(await postNow(interaction, context, target));
      case 'settings':
        return context.answer.show(await settings(interaction, context, target));
      case 'pause':
        await context.desk.change.pause(changerOf(interaction), target.id);
        return context.answer.show(sentence(context.texts.settings.paused(target.mention)));
      default:
        return context.answer.show(await resume(interaction, context, target));
    }
  },

  autocomplete: async (interaction, context) => suggestSetting(interaction, context),

  component: async (interaction, context, { action, rest, values }) => {
    const target = { id: rest, mention: mention.channel(rest) };
    const { desk, texts } = context;
    const by = changerOf(interaction);
    const clocks = desk.ask.zonesByClock(context.locale);
    const timeCard = (subscription: ChannelSubscription) => changeTimeCard(subscription, clocks, texts);
    const [value = ''] = values;
    switch (action) {
      case 'preview':
        return preview(interaction, context, target);
      case 'post':
        return context.answer.show(await postNow(interaction, context, target));
      case 'time':
        return context.answer.show(timeCard(await subscriptionOf(context, by, target)));
      case 'hour':
        return context.answer.replace(timeCard(await desk.change.reschedule(by, target.id, { times: value })));
      case 'zone':
        return context.answer.replace(timeCard(await desk.change.reschedule(by, target.id, { zone: value })));
      case 'clock': {
        const chosen = clocks.find((clock) => clock.zones.includes(value));
        if (chosen === undefined || chosen.zones.length === 1) {
          return context.answer.replace(timeCard(await desk.change.reschedule(by, target.id, { zone: value })));
        }
        const subscription = await subscriptionOf(context, by, target);
        return context.answer.replace(changeTimeCard(subscription, clocks, texts, chosen));
      }
      default:
        throw new Explained((say) => say.errors.expired);
    }
  },
} satisfies Command;

type Asking = ChatInputCommandInteraction | MessageComponentInteraction;

async function subscriptionOf({ desk }: CommandContext, by: Changer, target: Target): Promise<ChannelSubscription> {
  const subscription = await desk.ask.subscription(target.id);
  if (subscription?.serverId !== by.serverId) throw new Refusal('not-subscribed');
  return subscription;
}

/** Drawn as it would be posted, message by message. */
async function preview(interaction: Asking, context: CommandContext, target: Target): Promise<void> {
  const digest = await context.desk.ask.previewDigest(target.id, changerOf(interaction).serverId);
  const { payloads } = renderDigest(digest, { deliveryKey: 'preview', pictures: context.pictures });
  const [first, ...more] = payloads as unknown as [MessageBody, ...MessageBody[]];
  const components = [text(context.texts.settings.previewOf(target.mention)), ...first.components];
  const introduced = { ...first, components };
  await context.answer.show(fits(introduced) ? introduced : first);
  for (const body of more) await context.answer.showMore(body);
}

async function postNow(interaction: Asking, context: CommandContext, target: Target): Promise<MessageBody> {
  checkTarget(interaction, target);
  const { empty } = await context.desk.change.postNow(changerOf(interaction), target.id, interaction.id);
  const say = context.texts.settings;
  return sentence(empty ? say.postedEmpty(target.mention) : say.posting(target.mention));
}

async function resume(interaction: Asking, context: CommandContext, target: Target): Promise<MessageBody> {
  checkTarget(interaction, target);
  const { nextDueAt } = await context.desk.change.resume(changerOf(interaction), target.id);
  const [full, relative] = nextDueAt === undefined ? ['–', '–'] : [moment(nextDueAt, 'F'), moment(nextDueAt, 'R')];
  return sentence(context.texts.settings.resumed(target.mention, full, relative));
}

/** Changes all that was given, or nothing if one of it is refused; then shows all settings. */
async function settings(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
  target: Target,
): Promise<MessageBody> {
  const { desk, texts } = context;
  const by = changerOf(interaction);
  const { options } = interaction;
  const log = options.getChannel('log');
  const { logChannelId } = await desk.ask.server(by.serverId);
  // It can be turned off even if Lede may no longer write there.
  if (log !== null && log.id !== logChannelId)
    checkTarget(interaction, { id: log.id, mention: mention.channel(log.id) });
  const given = eachSetting().flatMap(([key, { option: name }]) => {
    const value = options.get(name)?.value;
    return typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [];
  });
  const typed = options.getString('mute')?.trim() ?? '';
  const muteDays = options.getInteger('mute_days') ?? undefined;
  if (typed === '' && muteDays !== undefined) throw new Explained((say) => say.settings.daysWithoutWord);
  const mute = typed === '' ? undefined : await desk.change.mayMute(by, typed);
  const changes: string[] = [];
  if (given.length > 0) {
    await desk.change.reschedule(by, target.id, Object.fromEntries(given));
    changes.push(texts.settings.saved);
  }
  if (log !== null) {
    const next = logChannelId === log.id ? undefined : log.id;
    await desk.change.setLogChannel(by, next);
    changes.push(next === undefined ? texts.settings.logCleared : texts.settings.logSet(mention.channel(next)));
  } else if (logChannelId !== undefined && (await isGone(interaction, logChannelId))) {
    // A deleted channel can't be chosen to turn it off.
    await desk.change.setLogChannel(by, undefined);
    changes.push(texts.settings.logGone);
  }
  const toggled = mute && (await toggleMute(context, by, mute, muteDays));
  // It introduces the stories, so it comes last.
  if (toggled !== undefined) changes.push(toggled.said);
  const [subscription, mutes, server] = await Promise.all([
    desk.ask.subscription(target.id),
    desk.ask.mutes(by.serverId),
    desk.ask.server(by.serverId),
  ]);
  const hidden = toggled?.hidden ?? [];
  return settingsCard(
    { channelId: target.id, subscription, mutes, logChannelId: server.logChannelId, changes, hidden },
    texts,
  );
}

/** Asks Discord, since the cache lacks archived threads. */
async function isGone(interaction: ChatInputCommandInteraction, channelId: string): Promise<boolean> {
  if (interaction.guild === null || interaction.guild.channels.cache.has(channelId)) return false;
  try {
    await interaction.guild.channels.fetch(channelId);
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel;
  }
}

/** The same word again takes the mute off, unless days are given to prolong it. */
async function toggleMute(
  { desk, texts }: CommandContext,
  by: Changer,
  { word, muted }: { word: string; muted: boolean },
  days: number | undefined,
): Promise<{ said: string; hidden: readonly StoryLine[] }> {
  const shown = escapeMarkdown(word, 60);
  if (days === undefined && muted) {
    await desk.change.unmute(by, word);
    return { said: texts.settings.unmuted(shown), hidden: [] };
  }
  await desk.change.mute(by, word, days);
  const { matches, of, examples } = await desk.ask.tryWords(by.serverId, { all: [], any: [word], not: [] });
  return { said: texts.settings.mutes(shown, matches, of), hidden: examples };
}
