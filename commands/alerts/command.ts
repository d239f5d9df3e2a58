import { ChannelType, type ChatInputCommandInteraction, type SlashCommandChannelOption } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { serverEvents } from '../../src/desk/serverEvents.ts';
import { changerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import { accent, container, mention, message, sentence, text } from '../../src/discord/cards/parts.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { rolesFor } from '../../src/discord/optInRole.ts';
import { channelOption, checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { findTopic, suggestTopics } from '../../src/discord/topicOption.ts';
import { takeBack, withUndo } from '../../src/discord/undo.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { type AlertView, alertQuestions } from './ask.ts';
import { alertChanges } from './change.ts';
import { tagsOfForum } from './forumTags.ts';
import { wordsIn } from './words.ts';

const { managed, sub, option, choices } = localizer((texts) => wordsIn(texts).command);
/**
 * Offers every channel type, since Discord's schema of commands can't name media channels; `checkTarget` refuses the
 * others.
 */
const anyChannel = (channel: SlashCommandChannelOption) => option(channel, 'channel');

export default {
  data: managed()
    .addSubcommand((set) =>
      sub(set, 'set')
        .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
        .addStringOption((words) => option(words, 'words').setMaxLength(300))
        .addIntegerOption((voices) => option(voices, 'voices').setMinValue(2).setMaxValue(10))
        .addIntegerOption((perDay) => option(perDay, 'per_day').setMinValue(1).setMaxValue(10))
        .addStringOption((quiet) => option(quiet, 'quiet').setMaxLength(40))
        .addStringOption((language) => option(language, 'language').addChoices(...choices(spokenLanguages)))
        .addRoleOption((role) => option(role, 'role'))
        .addBooleanOption((thread) => option(thread, 'thread'))
        .addBooleanOption((crosspost) => option(crosspost, 'crosspost'))
        .addChannelOption(anyChannel),
    )
    .addSubcommand((off) => sub(off, 'off').addChannelOption(anyChannel))
    .addSubcommand((list) => sub(list, 'list')),
  audience: 'managers',
  openTo: (action) => (action === 'notify' ? 'everyone' : 'managers'),

  execute: async (interaction, context) => {
    const { answer, desk, texts } = context;
    const by = changerOf(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'set':
        return set(interaction, context);
      case 'off': {
        const channelId = channelOption(interaction);
        const undo = await desk.of(alertChanges).removeAlert(by, channelId);
        const words = wordsIn(texts).off(mention.channel(channelId));
        return answer.show(await withUndo(words, interaction, context, 'alerts', undo));
      }
      default:
        return answer.show(alertsCard(await desk.of(alertQuestions).alerts(by.serverId), texts));
    }
  },

  autocomplete: async (interaction, { desk, texts }) =>
    suggestTopics(
      await desk.of(headlineQuestions).topics(interaction.guildId ?? ''),
      interaction.options.getFocused(),
      texts,
    ),

  component: async (interaction, context, { action, rest: channelId }) => {
    const { answer, desk, later, roleTurns, texts } = context;
    if (action === 'undo') return takeBack(interaction, context);
    if (action !== 'notify') throw new Explained((say) => say.errors.expired);
    const { serverId } = changerOf(interaction);
    const roleId = await desk.of(alertQuestions).alertRole(serverId, channelId);
    if (roleId === undefined) throw new Explained((say) => wordsIn(say).noRole);
    const say = wordsIn(texts);
    const inLine = (minutes: number) => answer.show(sentence(texts.roles.line.waits(minutes)));
    const outcome = await roleTurns.toggle(interaction, roleId, inLine);
    if (outcome === 'gone') {
      await desk.of(serverEvents).rolesGone((_, id) => id === roleId, serverId);
      throw new Explained((say) => wordsIn(say).roleDeleted);
    }
    if (typeof outcome === 'object') {
      await desk.of(alertChanges).rolePressed(serverId, channelId, outcome.opens);
      // Members are not told which channel it is.
      throw new Explained((say) => say.roles.unfit.opensNow(mention.role(roleId)));
    }
    if (outcome === 'given') later(() => desk.of(alertChanges).rolePressed(serverId, channelId, undefined));
    return answer.show(sentence(say[outcome === 'given' ? 'gotRole' : 'lostRole'](mention.role(roleId))));
  },
} satisfies Command;

async function set(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  const { answer, desk, texts } = context;
  const by = changerOf(interaction);
  const channelId = channelOption(interaction);
  const place = checkTarget(interaction, channelId, { forums: true });
  const { options, client } = interaction;
  const typed = options.getString('topic') ?? undefined;
  const words = options.getString('words') ?? undefined;
  if (typed !== undefined && words !== undefined) throw new Explained((say) => wordsIn(say).either);
  const topics = await desk.of(headlineQuestions).topics(by.serverId);
  const topic = typed === undefined ? undefined : findTopic(topics, typed);
  const roleId = options.getRole('role')?.id;
  const pings = roleId === undefined || (await rolesFor(interaction))(roleId);
  const tagged = topic === undefined ? (words === undefined ? topics : []) : [topic];
  const forum = isForum(place) ? await tagsOfForum(client, channelId, tagged, texts) : undefined;
  const thread = forum === undefined && options.getBoolean('thread') === true;
  const noThreads = threadFault(interaction, channelId);
  if (thread && noThreads !== undefined) throw noThreads;
  const isAnnouncement = place.type === ChannelType.GuildAnnouncement;
  const { alert, undo } = await desk.of(alertChanges).setAlert(by, channelId, {
    topicId: topic?.id,
    words,
    voices: options.getInteger('voices') ?? undefined,
    perDay: options.getInteger('per_day') ?? undefined,
    quiet: options.getString('quiet') ?? undefined,
    locale: options.getString('language') ?? undefined,
    roleId,
    forum,
    thread,
    crosspost: isAnnouncement && options.getBoolean('crosspost') !== false,
  });
  const warning = pings || roleId === undefined ? [] : [texts.roles.notMentionable(mention.role(roleId))];
  const said = [...linesOf(alert, texts), ...warning].join('\n');
  // Undo is offered only where an earlier rule was replaced.
  const isReplaced = undo.rows.some(({ before }) => before !== undefined);
  await answer.show(isReplaced ? await withUndo(said, interaction, context, 'alerts', undo) : sentence(said));
}

function linesOf(alert: AlertView, texts: Texts): string[] {
  const { channelId, topic, words, locale, voices, perDay, quiet, zone, roleId, forum, thread, crosspost } = alert;
  const say = wordsIn(texts);
  const about =
    topic !== undefined
      ? say.ofTopic(`**${topicName(topic, texts)}**`)
      : words !== undefined
        ? say.words(texts.f.either(words.map((word) => `**${escapeMarkdown(word, 60)}**`)))
        : say.anything;
  return [
    say.set(mention.channel(channelId), about, voices, perDay),
    ...(forum === undefined ? [] : [say.posts]),
    ...(thread ? [say.threads] : []),
    ...(crosspost ? [say.crossposts] : []),
    ...(quiet === undefined ? [] : [say.quiet(quiet.from, quiet.until, texts.digest.timeIn(zone))]),
    ...(locale === undefined ? [] : [say.written(texts.f.language(locale))]),
    ...(roleId === undefined ? [] : [say.pings(mention.role(roleId))]),
  ];
}

function alertsCard(alerts: readonly AlertView[], texts: Texts) {
  if (alerts.length === 0) return sentence(wordsIn(texts).none);
  const lines = alerts.map((alert) => linesOf(alert, texts).join('\n'));
  return message([container(accent, [text(listed(`### ${wordsIn(texts).heading}`, lines, texts))])]);
}
