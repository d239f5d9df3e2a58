import type { ChatInputCommandInteraction, SlashCommandChannelOption } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { type FeedHealth, ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { serverEvents } from '../../src/desk/serverEvents.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { mention, sentence } from '../../src/discord/cards/parts.ts';
import type { Command, CommandContext, ControlContext, SlashContext } from '../../src/discord/command.ts';
import { channelNamed, openForm } from '../../src/discord/forms/open.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption } from '../../src/discord/target.ts';
import { catalogues } from '../../src/discord/texts/texts.ts';
import { findTopic, suggestTopics } from '../../src/discord/topicOption.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { ChannelId, FeedId, ServerId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { alertQuestions } from './ask.ts';
import { alertChanges, silentChoices, type TypedAlert } from './change.ts';
import { alertsCard } from './ruleCard.ts';
import { aboutForm, howForm } from './ruleForms.ts';
import { fitToChannel, sayRule, setRule } from './setRule.ts';

const { managed, sub, option, choices } = localizer((texts) => texts.alerts.command);

/**
 * Offers every channel type, because Discord's command schema has no media channels; `checkTarget` refuses unfit ones.
 */
const anyChannel = (channel: SlashCommandChannelOption) => option(channel, 'channel');

export default {
  data: managed()
    .addSubcommand((set) =>
      sub(set, 'set')
        .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
        .addStringOption((words) => option(words, 'words').setMaxLength(300))
        .addIntegerOption((voices) => option(voices, 'voices').setMinValue(1).setMaxValue(10))
        .addStringOption((feed) => option(feed, 'feed').setAutocomplete(true).setMaxLength(2_000))
        .addIntegerOption((perDay) => option(perDay, 'per_day').setMinValue(1).setMaxValue(50))
        .addStringOption((quiet) => option(quiet, 'quiet').setMaxLength(40))
        .addStringOption((silent) => option(silent, 'silent').addChoices(...choices(silentChoices)))
        .addRoleOption((role) => option(role, 'role'))
        .addStringOption((language) =>
          option(language, 'language').addChoices(...choices([...spokenLanguages, 'default'])),
        )
        .addBooleanOption((thread) => option(thread, 'thread'))
        .addBooleanOption((crosspost) => option(crosspost, 'crosspost'))
        .addChannelOption(anyChannel),
    )
    .addSubcommand((off) => sub(off, 'off').addChannelOption(anyChannel))
    .addSubcommand((list) => sub(list, 'list')),
  audience: 'managers',
  openTo: (action) => (action === 'notify' ? 'everyone' : 'managers'),

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const by = changerOf(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'set':
        return set(context);
      case 'off': {
        const channelId = channelOption(interaction);
        const { undo } = await desk.use(alertChanges).removeAlert(by, channelId);
        const words = texts.alerts.ended({ channel: mention.channel(channelId) });
        return answer.show(await withUndo(words, context, undo));
      }
      default:
        return answer.show(
          alertsCard(await desk.use(alertQuestions).alerts(by.serverId), texts, (id) => channelNamed(interaction, id)),
        );
    }
  },

  autocomplete: async (interaction, { desk, texts }) => {
    const { name, value } = interaction.options.getFocused(true);
    const serverId = interaction.guildId ?? '';
    const say = texts.alerts;
    const typed = value.toLocaleLowerCase();
    if (name === 'topic') {
      const topics = suggestTopics(await desk.use(headlineQuestions).topics(serverId), value, texts);
      const all = { name: say.everything, value: say.everything };
      return all.name.startsWith(typed) ? [all, ...topics] : topics;
    }
    const feeds = await desk.use(ownFeedQuestions).feeds(serverId);
    const fitting = feeds.filter(({ title, url }) => `${title} ${url}`.toLocaleLowerCase().includes(typed));
    return [
      ...(say.allFeeds.startsWith(typed) ? [{ name: say.allFeeds, value: say.allFeeds }] : []),
      ...fitting.map((feed) => ({ name: feedLabel(feed, feeds), value: feed.id })),
    ];
  },

  forms: { set: aboutForm, how: howForm },

  component: async (context, { action, rest: channelId, values }) => {
    const { interaction, answer, desk, later, roleTurns, texts } = context;
    if (action === 'feed') return postFeed(context, channelId, values[0]);
    if (action === 'newest') {
      const title = await desk.use(alertChanges).postNewest(changerOf(interaction), channelId);
      return answer.show(sentence(texts.alerts.newestComes({ title: escapeMarkdown(title, 200) })));
    }
    if (action !== 'notify') throw new Explained((say) => say.errors.expired);
    const { serverId } = changerOf(interaction);
    const roleId = (await desk.use(alertQuestions).alert(serverId, channelId))?.roleId;
    if (roleId === undefined) throw new Explained((say) => say.alerts.noRole);
    const say = texts.alerts;
    const inLine = (minutes: number) => answer.show(sentence(texts.roles.line.waits({ minutes })));
    const outcome = await roleTurns.toggle(interaction, roleId, inLine);
    if (outcome === 'gone') {
      await desk.use(serverEvents).rolesGone((_, id) => id === roleId, serverId);
      throw new Explained((say) => say.alerts.roleDeleted);
    }
    if (typeof outcome === 'object') {
      await desk.use(alertChanges).rolePressed(serverId, channelId, outcome.opens);
      // Doesn't name the channel that the role opens, because members must not learn of it.
      throw new Explained((say) => say.roles.unfit.opensNow({ role: mention.role(roleId) }));
    }
    if (outcome === 'given') later(() => desk.use(alertChanges).rolePressed(serverId, channelId, undefined));
    return answer.show(sentence(say[outcome === 'given' ? 'gotRole' : 'lostRole']({ role: mention.role(roleId) })));
  },
} satisfies Command;

/** The typed value; null for a word that removes it, undefined if nothing was typed. */
function given(interaction: ChatInputCommandInteraction, name: string, nothing: 'everything' | 'allFeeds' | 'off') {
  const typed = interaction.options.getString(name)?.trim();
  const isNothing = (word: string) => word.toLowerCase() === typed?.toLowerCase();
  if (typed === undefined || typed === '') return undefined;
  return catalogues.some(({ texts }) => isNothing(texts.alerts[nothing])) ? null : typed;
}

async function set(context: SlashContext): Promise<void> {
  const { interaction, desk } = context;
  const by = changerOf(interaction);
  const channelId = channelOption(interaction);
  const { options } = interaction;
  if (options.data[0]?.options?.every(({ name }) => name === 'channel') !== false)
    return openForm(context, `alerts:set:${channelId}`);
  const topic = given(interaction, 'topic', 'everything');
  const feed = given(interaction, 'feed', 'allFeeds');
  const topics = topic ? await desk.use(headlineQuestions).topics(by.serverId) : [];
  const language = options.getString('language') ?? undefined;
  const roleId = options.getRole('role')?.id;
  const before = await desk.use(alertQuestions).alert(by.serverId, channelId);
  // A role option can't be empty, so @everyone removes the rule's role.
  const isNoRole = roleId === by.serverId && before?.roleId !== undefined;
  const typed: TypedAlert = {
    topicId: typeof topic === 'string' ? findTopic(topics, topic).id : topic,
    words: given(interaction, 'words', 'off'),
    feedIds: typeof feed === 'string' ? [await feedNamed(by.serverId, feed, context)] : feed,
    voices: options.getInteger('voices') ?? undefined,
    perDay: options.getInteger('per_day') ?? undefined,
    quiet: given(interaction, 'quiet', 'off'),
    locale: language === 'default' ? null : language,
    roleId: isNoRole ? null : roleId,
    thread: options.getBoolean('thread') ?? undefined,
    crosspost: options.getBoolean('crosspost') ?? undefined,
    silent: silentChoices.find((silent) => silent === options.getString('silent')),
  };
  await setRule(context, channelId, typed);
}

/** The server's feed that was chosen or typed. Throws Refusal. */
async function feedNamed(serverId: ServerId, typed: string, { desk }: CommandContext): Promise<FeedId> {
  const feeds = await desk.use(ownFeedQuestions).feeds(serverId);
  const isMeant = (one: FeedHealth) => [one.id, one.url, one.title, feedLabel(one, feeds)].includes(typed);
  const [feed, another] = feeds.filter(isMeant);
  if (feed === undefined || another !== undefined) throw new Refusal('feed-unknown', typed);
  return feed.id;
}

/** Lets the `chosen` channel, or else this one, get each new item of an own feed. */
async function postFeed(context: ControlContext, feedId: FeedId, chosen: ChannelId | undefined): Promise<void> {
  const { interaction, desk } = context;
  const channelId = chosen ?? interaction.channelId;
  const typed = await fitToChannel(context, channelId, {});
  const change = await desk.use(alertChanges).addFeedAtOnce(changerOf(interaction), channelId, feedId, typed);
  await sayRule(context, change);
}
