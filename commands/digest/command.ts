import { ButtonStyle, type ChatInputCommandInteraction, type SlashCommandSubcommandBuilder } from 'discord.js';
import type { Changer } from '../../src/desk/asker.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { type ChannelSubscription, subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import { type Asking, changerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { button, fits, type MessageBody, mention, moment, sentence, text } from '../../src/discord/cards/parts.ts';
import { type Command, type CommandContext, keepPending, takePending } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption, checkAnnouncement, checkTarget, fitTarget, threadFault } from '../../src/discord/target.ts';
import { takeBack, undoButtons, withUndo } from '../../src/discord/undo.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { StoryLine } from '../../src/newsroom/lines.ts';
import { eachSetting } from '../../src/schedule/settings.ts';
import { zonesByClock } from '../../src/schedule/zones.ts';
import { renderDigest } from './card.ts';
import { digestChanges } from './change.ts';
import { changeTimeCard } from './changeTime.ts';
import { endAddress, showAddress } from './feed/answer.ts';
import { type Mute, muteChanges, muteQuestions } from './mutes.ts';
import { previewQuestions } from './preview.ts';
import { suggestSetting } from './settingOptions.ts';
import { savedLine, settingsCard } from './settingsCard.ts';
import { wordsIn } from './words.ts';

const { managed, sub, option, choices } = localizer((texts) => wordsIn(texts).commands.digest);

/** Vote buttons, which earlier versions put below digests. */
const retired = ['up', 'down'];

const withChannel = (part: string) => (builder: SlashCommandSubcommandBuilder) =>
  sub(builder, part).addChannelOption((channel) => fitTarget(option(channel, 'channel')));

function withSettingOptions(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  for (const [, { option: name, input }] of eachSetting()) {
    if (input.kind === 'choice')
      builder.addStringOption((one) => option(one, name).addChoices(...choices(input.values)));
    else if (input.kind === 'text')
      builder.addStringOption((text) => option(text, name).setAutocomplete(true).setMaxLength(input.charactersMax));
    else builder.addIntegerOption((number) => option(number, name).setMinValue(input.min).setMaxValue(input.max));
  }
  return builder;
}

export default {
  data: managed()
    .addSubcommand(withChannel('preview'))
    .addSubcommand(withChannel('post'))
    .addSubcommand((settings) =>
      withSettingOptions(sub(settings, 'settings'))
        .addStringOption((mute) => option(mute, 'mute').setAutocomplete(true).setMaxLength(60))
        .addIntegerOption((days) => option(days, 'mute_days').setMinValue(1).setMaxValue(365))
        .addChannelOption((log) => fitTarget(option(log, 'log')))
        .addChannelOption((from) => fitTarget(option(from, 'copy_from')))
        .addChannelOption((channel) => fitTarget(option(channel, 'channel'))),
    )
    .addSubcommand(withChannel('feed'))
    .addSubcommand(withChannel('pause'))
    .addSubcommand(withChannel('resume')),
  audience: 'managers',
  openTo: (action) => (retired.includes(action) ? 'everyone' : 'managers'),

  execute: async (interaction, context) => {
    const { answer, desk, texts } = context;
    const channelId = channelOption(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'preview':
        return preview(interaction, context, channelId);
      case 'post':
        return postNow(interaction, context, channelId);
      case 'settings':
        return answer.show(await settings(interaction, context, channelId));
      case 'feed':
        return showAddress(interaction, context, channelId);
      case 'pause':
        return answer.show(
          await withUndo(
            wordsIn(texts).channels.paused,
            interaction,
            context,
            'digest',
            await desk.of(digestChanges).pause(changerOf(interaction), channelId),
          ),
        );
      default: {
        checkTarget(interaction, channelId);
        const { nextDueAt = 0 } = await desk.of(digestChanges).resume(changerOf(interaction), channelId);
        const say = wordsIn(texts).channels;
        return answer.show(sentence(`${say.resumed} ${say.next(moment(nextDueAt, 'F'), moment(nextDueAt, 'R'))}`));
      }
    }
  },

  autocomplete: suggestSetting,

  component: async (interaction, context, { action, rest, values: [value = ''] }) => {
    const channelId = rest;
    const { answer, desk, texts } = context;
    const by = changerOf(interaction);
    const clocks = zonesByClock(desk.wall(), context.locale);
    const reschedule = async (change: { times: string } | { zone: string }) => {
      const changed = await desk.of(digestChanges).reschedule(by, channelId, change);
      const undo = await undoButtons(interaction, context, 'digest', [changed.undo]);
      return answer.replace(changeTimeCard(changed, clocks, texts, { said: savedLine(changed, texts), undo }));
    };
    switch (action) {
      case 'preview':
        return preview(interaction, context, channelId);
      case 'post':
        return postNow(interaction, context, channelId);
      case 'mute': {
        const { word, days } = await takePending<PendingMute>(context, interaction, rest);
        const undo = await desk.of(muteChanges).mute(by, word, days);
        const words = wordsIn(texts).settings.mutes(escapeMarkdown(word, 60), 0, 0);
        return answer.replace(await withUndo(words, interaction, context, 'digest', undo));
      }
      case 'unmute': {
        const undo = await desk.of(muteChanges).unmute(by, rest);
        const words = wordsIn(texts).settings.unmuted(escapeMarkdown(rest, 60));
        return answer.replace(await withUndo(words, interaction, context, 'digest', undo));
      }
      case 'undo':
        return takeBack(interaction, context);
      case 'nolog': {
        const { logChannelId } = await desk.of(subscriptionQuestions).server(by.serverId);
        // Another admin may have chosen another channel since.
        if (logChannelId !== undefined && logChannelId !== rest) throw new Explained((say) => say.errors.expired);
        await desk.of(digestChanges).setLogChannel(by, undefined);
        return answer.replace(sentence(wordsIn(texts).settings.logCleared));
      }
      case 'renew':
        return showAddress(interaction, context, channelId, 'renew');
      case 'end':
        return endAddress(interaction, context, channelId);
      case 'time':
        return answer.show(changeTimeCard(await subscriptionOf(context, by, channelId), clocks, texts));
      case 'hour':
        return reschedule({ times: value });
      case 'zone':
        return reschedule({ zone: value });
      case 'clock': {
        const chosen = clocks.find((clock) => clock.zones.includes(value));
        if (chosen === undefined || chosen.zones.length === 1) return reschedule({ zone: value });
        return answer.replace(changeTimeCard(await subscriptionOf(context, by, channelId), clocks, texts, { chosen }));
      }
      default:
        throw new Explained(({ errors }) => (retired.includes(action) ? errors.retired : errors.expired));
    }
  },
} satisfies Command;

/** A word that hides at least this many of the stories has to be confirmed before it is muted. */
const many = { stories: 5, share: 1 / 4 } as const;

interface PendingMute {
  word: string;
  days?: number;
}

async function subscriptionOf(
  { desk }: CommandContext,
  by: Changer,
  channelId: ChannelId,
): Promise<ChannelSubscription> {
  const subscription = await desk.of(subscriptionQuestions).subscription(by.serverId, channelId);
  if (subscription === undefined) throw new Refusal('not-subscribed');
  return subscription;
}

/** Shows the digest as it would be posted, message by message. */
async function preview(interaction: Asking, context: CommandContext, channelId: ChannelId): Promise<void> {
  const digest = await context.desk.of(previewQuestions).previewDigest(channelId, changerOf(interaction).serverId);
  const { payloads } = renderDigest(digest, { deliveryKey: 'preview', pictures: context.pictures });
  const [first, ...more] = payloads as unknown as [MessageBody, ...MessageBody[]];
  const components = [text(wordsIn(context.texts).settings.previewOf(mention.channel(channelId))), ...first.components];
  const introduced = { ...first, components };
  await context.answer.show(fits(introduced) ? introduced : first);
  for (const body of more) await context.answer.showMore(body);
}

async function postNow(
  interaction: Asking,
  { answer, desk, texts }: CommandContext,
  channelId: ChannelId,
): Promise<void> {
  checkTarget(interaction, channelId);
  const { empty } = await desk.of(digestChanges).postNow(changerOf(interaction), channelId, interaction.id);
  const words = wordsIn(texts).settings[empty ? 'postedEmpty' : 'posting'];
  await answer.show(sentence(words(mention.channel(channelId))));
}

/** The outcome of one `/digest settings`, for its answer. */
interface Done {
  changes: string[];
  /** Undoing needs a button: entering the same values again, for example after a lost answer, undoes nothing. */
  offers: ReturnType<typeof button>[];
  undos: Undo[];
  /** Stories that a muted word hides. */
  hidden: readonly StoryLine[];
}

/** Makes all changes that were given, or none if one of them is refused; then shows all settings. */
async function settings(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
  channelId: ChannelId,
): Promise<MessageBody> {
  const { desk, texts } = context;
  const by = changerOf(interaction);
  const { options } = interaction;
  const log = options.getChannel('log');
  const { logChannelId } = await desk.of(subscriptionQuestions).server(by.serverId);
  // The log channel can be turned off even if Lede may no longer write there.
  if (log !== null && log.id !== logChannelId) checkTarget(interaction, log.id);
  const given = eachSetting().flatMap(([key, { option: name }]) => {
    const value = options.get(name)?.value;
    return typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [];
  });
  if (options.getString('crosspost') !== null) checkAnnouncement(interaction, channelId);
  const copyFrom = options.getChannel('copy_from')?.id;
  const typed = options.getString('mute')?.trim() ?? '';
  const muteDays = options.getInteger('mute_days') ?? undefined;
  if (typed === '' && muteDays !== undefined) throw new Explained((say) => wordsIn(say).settings.daysWithoutWord);
  const mute = typed === '' ? undefined : await desk.of(muteChanges).mayMute(by, typed);
  const done: Done = { changes: [], offers: [], undos: [], hidden: [] };
  const typedSettings = Object.fromEntries(given);
  const noThreads = threadFault(interaction, channelId);
  if (typedSettings.thread === 'on' && noThreads !== undefined) throw noThreads;
  if (copyFrom !== undefined) {
    const source = await desk.of(subscriptionQuestions).subscription(by.serverId, copyFrom);
    const leavesOut = noThreads !== undefined && source?.schedule.thread === 'on';
    if (leavesOut) typedSettings.thread = 'off';
    done.undos.push(await desk.of(digestChanges).copySettings(by, channelId, copyFrom, typedSettings));
    done.changes.push(wordsIn(texts).settings.copied(mention.channel(copyFrom)));
    if (leavesOut) done.changes.push(texts.target.threadsLeft(noThreads.say(texts)));
  } else if (given.length > 0) {
    const changed = await desk.of(digestChanges).reschedule(by, channelId, typedSettings);
    done.undos.push(changed.undo);
    done.changes.push(savedLine(changed, texts));
  }
  if (log !== null) {
    const place = mention.channel(log.id);
    if (log.id === logChannelId) {
      done.changes.push(wordsIn(texts).settings.logAlready(place));
      done.offers.push(button(`digest:nolog:${log.id}`, wordsIn(texts).settings.clearLog));
    } else {
      await desk.of(digestChanges).setLogChannel(by, log.id);
      done.changes.push(wordsIn(texts).settings.logSet(place));
    }
  }
  // Comes last, because the sentence about the muted word introduces the stories that the word hides.
  if (mute !== undefined) await muteOrAsk(interaction, context, mute, muteDays, done);
  done.offers.push(...(await undoButtons(interaction, context, 'digest', done.undos)));
  const [subscription, mutes, server] = await Promise.all([
    desk.of(subscriptionQuestions).subscription(by.serverId, channelId),
    desk.of(muteQuestions).mutes(by.serverId),
    desk.of(subscriptionQuestions).server(by.serverId),
  ]);
  return settingsCard({ channelId, subscription, mutes, logChannelId: server.logChannelId, ...done }, texts);
}

/** Mutes the word. Asks first if it hides many stories, and only offers to unmute it if it is muted already. */
async function muteOrAsk(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
  { word, already }: { word: string; already: Mute | undefined },
  days: number | undefined,
  done: Done,
): Promise<void> {
  const { desk } = context;
  const by = changerOf(interaction);
  const words = wordsIn(context.texts).settings;
  if (already !== undefined && days === undefined) {
    const until = already.expiresAt === undefined ? undefined : moment(already.expiresAt, 'D');
    done.changes.push(words.alreadyMuted(escapeMarkdown(already.word, 60), until));
    done.offers.push(button(`digest:unmute:${already.word}`, words.unmute(already.word)));
    return;
  }
  const shown = escapeMarkdown(word, 60);
  const { matches, of, examples } = await desk
    .of(wordQuestions)
    .tryWords(by.serverId, { all: [], any: [word], not: [] });
  done.hidden = examples;
  if (already === undefined && matches >= many.stories && matches > of * many.share) {
    const id = await keepPending(context, interaction, { word, days } satisfies PendingMute);
    done.changes.push(words.muteSure(shown, matches, of));
    done.offers.push(button(`digest:mute:${id}`, words.muteAnyway, ButtonStyle.Danger));
  } else {
    done.undos.push(await desk.of(muteChanges).mute(by, word, days));
    done.changes.push(words.mutes(shown, matches, of));
  }
}
