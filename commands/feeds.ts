import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageComponentInteraction,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { type FeedPreview, Refusal } from '../src/desk/desk.ts';
import { escapeMarkdown, link, oneLine } from '../src/discord/cards/escape.ts';
import {
  button,
  buttons,
  container,
  type MessageBody,
  message,
  moment,
  select,
  sentence,
  text,
} from '../src/discord/cards/parts.ts';
import { feedsCard } from '../src/discord/cards/status.ts';
import { topicName } from '../src/discord/cards/topic.ts';
import { type Command, type CommandContext, changerOf, Explained } from '../src/discord/command.ts';
import { localizer } from '../src/discord/localize.ts';
import { keepPending, takePending } from '../src/discord/pending.ts';
import { findTopic, suggestTopics } from '../src/discord/topicOption.ts';

const { command, sub, option } = localizer('feeds');
const accent = 0x3b6ea5;
const shownMax = 5;

export default {
  data: command(new SlashCommandBuilder())
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((list) => sub(list, 'list'))
    .addSubcommand((add) =>
      sub(add, 'add')
        .addStringOption((url) => option(url, 'url').setRequired(true).setMaxLength(2_000))
        .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100)),
    )
    .addSubcommand((remove) =>
      sub(remove, 'remove').addStringOption((feed) =>
        option(feed, 'feed').setRequired(true).setAutocomplete(true).setMaxLength(2_000),
      ),
    ),
  audience: 'managers',

  execute: async (interaction, context) => {
    const { answer, desk, texts } = context;
    const by = changerOf(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'list':
        return answer.show(feedsCard(await desk.ask.feeds(by.serverId), texts));
      case 'add': {
        const typed = interaction.options.getString('topic');
        const topic = typed === null ? undefined : findTopic(await desk.ask.topics(by.serverId), typed);
        const url = interaction.options.getString('url', true).trim();
        return answer.show(await lookUp(url, topic?.id, interaction, context));
      }
      default:
        return answer.show(await remove(interaction, context));
    }
  },

  autocomplete: async (interaction, { desk, texts }) => {
    const { name, value } = interaction.options.getFocused(true);
    const serverId = interaction.guildId ?? '';
    if (name === 'topic') return suggestTopics(await desk.ask.topics(serverId), value, texts);
    const typed = value.toLocaleLowerCase();
    return (await desk.ask.feeds(serverId))
      .filter(({ title, url }) => `${title} ${url}`.toLocaleLowerCase().includes(typed))
      .map(({ id, title, url }) => ({ name: oneLine(title || url, 100), value: id }));
  },

  component: async (interaction, context, { action, rest, values }) => {
    const { answer, texts } = context;
    if (action === 'cancel') return answer.replace(sentence(texts.topics.cancelled));
    if (action === 'add') return answer.replace(await add(interaction, context, rest));
    if (action !== 'choose') throw new Explained((say) => say.errors.oldControl);
    const { feeds, topicId } = await takePending(context, 'choices', rest, isChoices);
    const chosen = feeds[Number(values[0])];
    if (chosen === undefined) throw new Explained((say) => say.topics.expired);
    return answer.replace(await lookUp(chosen.url, topicId, interaction, context));
  },
} satisfies Command;

type Asking = ChatInputCommandInteraction | MessageComponentInteraction;

interface Pending {
  preview: FeedPreview;
  topicId?: string;
}
interface Choices {
  feeds: readonly { url: string; title: string }[];
  topicId?: string;
}

function isPending(value: object): value is Pending {
  return 'preview' in value && typeof value.preview === 'object';
}
function isChoices(value: object): value is Choices {
  return 'feeds' in value && Array.isArray(value.feeds);
}

/** From the web, up to 20 s: Discord is promised an answer meanwhile. */
async function lookUp(
  url: string,
  topicId: string | undefined,
  interaction: Asking,
  context: CommandContext,
): Promise<MessageBody> {
  const say = context.texts.topics.feeds;
  const found = await context.desk.ask.lookUpFeed(url);
  if (found.kind === 'failed') return sentence(say.failed(escapeMarkdown(found.reason, 500)));
  if (found.kind === 'choices') {
    const feeds = found.feeds.slice(0, 25);
    const id = await keepPending(context, 'choices', interaction.id, { feeds, topicId } satisfies Choices);
    const options = feeds.map((feed, index) => ({
      label: feed.title || feed.url,
      value: String(index),
      description: feed.url,
    }));
    return message([text(say.choices), select(`feeds:choose:${id}`, say.pick, options)]);
  }
  const id = await keepPending(context, 'feed', interaction.id, { preview: found.preview, topicId } satisfies Pending);
  return message([
    container(accent, [
      text(previewMarkdown(found.preview, context)),
      buttons(
        button(`feeds:add:${id}`, say.add, ButtonStyle.Primary),
        button(`feeds:cancel:${id}`, context.texts.topics.cancel),
      ),
    ]),
  ]);
}

function previewMarkdown({ title, url, items }: FeedPreview, { texts }: CommandContext): string {
  const say = texts.topics.feeds;
  const lines = items.slice(0, shownMax).map((item) => {
    const when = item.publishedAt === undefined ? '' : ` ${moment(item.publishedAt, 'R')}`;
    return `- ${item.url === undefined ? escapeMarkdown(item.title, 150) : link(item.title, item.url, 150)}${when}`;
  });
  return [say.found(escapeMarkdown(title || url, 100)), ...(lines.length > 0 ? lines : [say.empty])].join('\n');
}

async function add(interaction: Asking, context: CommandContext, id: string): Promise<MessageBody> {
  const { desk, texts } = context;
  const by = changerOf(interaction);
  const { preview, topicId } = await takePending(context, 'feed', id, isPending);
  const feed = await desk.change.addFeed(by, preview, topicId);
  const topic = topicName(feed.topic, texts);
  const subscriptions = await desk.ask.subscriptions(by.serverId);
  const isRead = subscriptions.some(({ topics }) => topics.some((one) => one.id === feed.topic.id));
  return sentence(
    [
      texts.topics.feeds.added(escapeMarkdown(feed.title || feed.url, 100), topic),
      ...(isRead ? [] : [texts.topics.feeds.subscribeHint(topic)]),
    ].join('\n'),
  );
}

async function remove(interaction: ChatInputCommandInteraction, { desk, texts }: CommandContext): Promise<MessageBody> {
  const by = changerOf(interaction);
  const typed = interaction.options.getString('feed', true).trim();
  const feed = (await desk.ask.feeds(by.serverId)).find((one) => [one.id, one.url, one.title].includes(typed));
  if (feed === undefined) throw new Refusal('feed-unknown', typed);
  await desk.change.removeFeed(by, feed.id);
  return sentence(texts.topics.feeds.removed(escapeMarkdown(feed.title || feed.url, 100)));
}
