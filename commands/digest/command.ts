import type { AutocompleteInteraction, ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import { dayMs } from '../../src/clock.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { fits, type MessageBody, mention, moment, sentence, text } from '../../src/discord/cards/parts.ts';
import {
  type Command,
  type CommandContext,
  type SuggestContext,
  type Suggestion,
  takePending,
} from '../../src/discord/command.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption, checkTarget, fitTarget } from '../../src/discord/target.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { ChannelId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { renderDigest } from './card.ts';
import { digestChanges } from './change.ts';
import { changeSettings, type GivenSettings, type PendingMute, settingsForm } from './changeSettings.ts';
import { endAddress, showAddress } from './feed/answer.ts';
import { muteChanges, muteQuestions } from './mutes.ts';
import { previewQuestions } from './preview.ts';

const { managed, sub, option, choices } = localizer((texts) => texts.digest.commands.digest);

/** Vote buttons of earlier versions. */
const retired = ['up', 'down'];

const withChannel = (part: string) => (builder: SlashCommandSubcommandBuilder) =>
  sub(builder, part).addChannelOption((channel) => fitTarget(option(channel, 'channel')));

export default {
  data: managed()
    .addSubcommand(withChannel('preview'))
    .addSubcommand(withChannel('post'))
    .addSubcommand((settings) =>
      sub(settings, 'settings')
        .addStringOption((languages) => option(languages, 'languages').setAutocomplete(true).setMaxLength(100))
        .addStringOption((language) =>
          option(language, 'language').addChoices(...choices(['auto', ...spokenLanguages])),
        )
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

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const channelId = channelOption(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'preview':
        return preview(context, channelId);
      case 'post':
        return postNow(context, channelId);
      case 'settings':
        return answer.show(await changeSettings(context, channelId, givenIn(interaction)));
      case 'feed':
        return showAddress(context, channelId);
      case 'pause': {
        const { undo } = await desk.use(digestChanges).pause(changerOf(interaction), channelId);
        return answer.show(await withUndo(texts.digest.channels.paused, context, undo));
      }
      default: {
        checkTarget(interaction, channelId);
        const { nextDueAt = 0 } = await desk.use(digestChanges).resume(changerOf(interaction), channelId);
        const say = texts.digest.channels;
        return answer.show(
          sentence(`${say.resumed} ${say.next({ full: moment(nextDueAt, 'F'), relative: moment(nextDueAt, 'R') })}`),
        );
      }
    }
  },

  autocomplete: suggestSetting,

  forms: { settings: settingsForm },

  component: async (context, { action, rest }) => {
    const channelId = rest;
    const { interaction, answer, desk, texts } = context;
    const by = changerOf(interaction);
    switch (action) {
      case 'preview':
        return preview(context, channelId);
      case 'post':
        return postNow(context, channelId);
      case 'mute': {
        const { word, days } = await takePending<PendingMute>(context, rest);
        const { undo } = await desk.use(muteChanges).mute(by, word, days);
        const words = texts.digest.settings.mutes({ word: escapeMarkdown(word, 60), hidden: 0, of: 0 });
        return answer.replace(await withUndo(words, context, undo));
      }
      case 'unmute': {
        const { undo } = await desk.use(muteChanges).unmute(by, rest);
        const words = texts.digest.settings.unmuted({ word: escapeMarkdown(rest, 60) });
        return answer.replace(await withUndo(words, context, undo));
      }
      case 'nolog': {
        const { logChannelId } = await desk.use(subscriptionQuestions).server(by.serverId);
        // Another admin may have chosen another channel meanwhile.
        if (logChannelId !== undefined && logChannelId !== rest) throw new Explained((say) => say.errors.expired);
        await desk.use(digestChanges).setLogChannel(by, undefined);
        return answer.replace(sentence(texts.digest.settings.logCleared));
      }
      case 'renew':
        return showAddress(context, channelId, 'renew');
      case 'end':
        return endAddress(context, channelId);
      default:
        throw new Explained(({ errors }) => (retired.includes(action) ? errors.retired : errors.expired));
    }
  },
} satisfies Command;

async function suggestSetting(
  interaction: AutocompleteInteraction,
  { desk, texts }: SuggestContext,
): Promise<Suggestion[]> {
  const { name, value } = interaction.options.getFocused(true);
  const typed = value.trim();
  switch (name) {
    case 'languages': {
      const codes = new Set(desk.topics.flatMap(({ language }) => language ?? []));
      return asTyped(typed, [
        { name: texts.digest.channels.allLanguages, value: 'all' },
        ...[...codes].map((code) => ({ name: texts.f.language(code), value: code })),
      ]);
    }
    case 'mute': {
      const mutes = await desk.use(muteQuestions).mutes(interaction.guildId ?? '');
      const named = mutes.map(({ word, expiresAt }) => {
        if (expiresAt === undefined) return { name: word, value: word };
        const days = Math.max(1, Math.ceil((expiresAt - desk.wall()) / dayMs));
        return { name: texts.digest.settings.muteExpires({ word, days }), value: word };
      });
      return asTyped(typed, named);
    }
    default:
      return [];
  }
}

/** The typed text comes first, so that no suggestion replaces it. */
function asTyped(typed: string, known: readonly Suggestion[]): Suggestion[] {
  if (typed === '') return [...known];
  const fitting = known.filter(({ name }) => name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
  const exact = fitting.some(({ value }) => value.toLocaleLowerCase() === typed.toLocaleLowerCase());
  return exact ? fitting : [{ name: typed, value: typed }, ...fitting];
}

/** The typed options of /digest settings. */
function givenIn({ options }: ChatInputCommandInteraction): GivenSettings {
  const languages = options.getString('languages') ?? undefined;
  const language = options.getString('language') ?? undefined;
  return {
    settings: languages === undefined && language === undefined ? undefined : { languages, language },
    logId: options.getChannel('log')?.id,
    copyFrom: options.getChannel('copy_from')?.id,
    mute: options.getString('mute')?.trim(),
    muteDays: options.getInteger('mute_days') ?? undefined,
  };
}

/** Shows the digest as it would be posted, message by message. */
async function preview(context: CommandContext, channelId: ChannelId): Promise<void> {
  const { serverId } = changerOf(context.interaction);
  const digest = await context.desk.use(previewQuestions).previewDigest(channelId, serverId);
  const { payloads } = renderDigest(digest, { deliveryKey: 'preview', pictures: context.desk.pictures });
  const [first, ...more] = payloads as unknown as [MessageBody, ...MessageBody[]];
  const intro = text(context.texts.digest.settings.previewOf({ channel: mention.channel(channelId) }));
  const introduced = { ...first, components: [intro, ...first.components] };
  await context.answer.show(fits(introduced) ? introduced : first);
  for (const body of more) await context.answer.showMore(body);
}

async function postNow({ interaction, answer, desk, texts }: CommandContext, channelId: ChannelId): Promise<void> {
  checkTarget(interaction, channelId);
  const { empty } = await desk.use(digestChanges).postNow(changerOf(interaction), channelId, interaction.id);
  const words = texts.digest.settings[empty ? 'postedEmpty' : 'posting'];
  await answer.show(sentence(words({ channel: mention.channel(channelId) })));
}
