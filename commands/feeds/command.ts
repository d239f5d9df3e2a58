import { AttachmentBuilder } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { type FeedHealth, ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { button, buttons, file, type MessageBody, message, sentence, text } from '../../src/discord/cards/parts.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import { topicLabel, topicName } from '../../src/discord/cards/topic.ts';
import {
  type Command,
  type CommandContext,
  type CommandForm,
  type ControlContext,
  keepPending,
  type SlashContext,
  takePending,
} from '../../src/discord/command.ts';
import { selectField, textField } from '../../src/discord/forms/fields.ts';
import { openForm } from '../../src/discord/forms/open.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { suggestTopicsHere, topicGiven } from '../../src/discord/topicOption.ts';
import { withUndo } from '../../src/discord/undo.ts';
import { writeOpml } from '../../src/engine/feeds/opml.ts';
import type { TopicId } from '../../src/ids.ts';
import type { FeedChoice, FeedPreview } from '../../src/web/lookup.ts';
import { feedQuestions } from './ask.ts';
import { choicesCard, feedsCard, importAnswer, previewCard } from './card.ts';
import { feedChanges } from './change.ts';

const { managed, sub, option } = localizer((texts) => texts.feeds.command);
const exportName = 'lede-feeds.opml';
const reportName = 'import.txt';
const fileOf = (name: string, text: string) => new AttachmentBuilder(Buffer.from(text), { name });

/** The form for a new feed. Its select has 25 topics, the server's own first. */
const feedForm: CommandForm = {
  async draw({ interaction, desk, texts }) {
    const { title, fields } = texts.feeds.form;
    const topics = await desk.use(headlineQuestions).topics(changerOf(interaction).serverId);
    const ownFirst = topics.toSorted((a, b) => Number(b.own === true) - Number(a.own === true));
    const choices = ownFirst.map((topic) => ({ label: topicLabel(topic, texts), value: topic.id }));
    return {
      title,
      fields: [
        textField('url', fields.url, '', { required: true }),
        selectField('topic', fields.topic, choices, { optional: true }),
      ],
    };
  },
  submit: async (context, _, { url = '', topic }) =>
    context.answer.show(await lookUp(url, topic || undefined, context)),
};

export default {
  data: managed()
    .addSubcommand((list) => sub(list, 'list'))
    .addSubcommand((add) =>
      sub(add, 'add')
        .addStringOption((url) => option(url, 'url').setMaxLength(2_000))
        .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100)),
    )
    .addSubcommand((remove) =>
      sub(remove, 'remove').addStringOption((feed) =>
        option(feed, 'feed').setRequired(true).setAutocomplete(true).setMaxLength(2_000),
      ),
    )
    .addSubcommand((list) =>
      sub(list, 'import')
        .addAttachmentOption((given) => option(given, 'file').setFileTypes('.opml', '.xml', '.txt').setRequired(true))
        .addStringOption((topic) => option(topic, 'topicForAll').setAutocomplete(true).setMaxLength(100)),
    )
    .addSubcommand((list) => sub(list, 'export')),
  audience: 'managers',

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const by = changerOf(interaction);
    switch (interaction.options.getSubcommand()) {
      case 'list': {
        const feeds = await desk.use(ownFeedQuestions).feeds(by.serverId);
        return answer.show(feedsCard(feeds, await desk.use(feedQuestions).feedQuota(by.serverId), texts));
      }
      case 'add': {
        const url = interaction.options.getString('url');
        if (url === null) return openForm(context, 'feeds:new');
        return answer.show(await lookUp(url.trim(), await topicGiven(context), context));
      }
      case 'import':
        return importList(context);
      case 'export':
        return exportList(context);
      default:
        return answer.show(await remove(context));
    }
  },

  autocomplete: async (interaction, context) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'topic') return suggestTopicsHere(interaction, context);
    const typed = value.toLocaleLowerCase();
    const feeds = await context.desk.use(ownFeedQuestions).feeds(interaction.guildId ?? '');
    return feeds
      .filter(({ title, url }) => `${title} ${url}`.toLocaleLowerCase().includes(typed))
      .map((feed) => ({ name: feedLabel(feed, feeds), value: feed.id }));
  },

  forms: { new: feedForm },

  component: async (context, { action, rest, values }) => {
    const { answer, texts } = context;
    if (action === 'cancel') return answer.replace(sentence(texts.topics.cancelled));
    if (action === 'add') {
      const { preview, topicId } = await takePending<Pending>(context, rest);
      return answer.replace(await add(context, preview, topicId));
    }
    if (action !== 'choose') throw new Explained((say) => say.errors.expired);
    const { feeds, topicId } = await takePending<Choices>(context, rest);
    const chosen = feeds[Number(values[0])];
    if (chosen === undefined) throw new Explained((say) => say.errors.expired);
    if (chosen.preview === undefined) return answer.replace(await lookUp(chosen.url, topicId, context));
    return answer.replace(await add(context, chosen.preview, topicId, chosen.title));
  },
} satisfies Command;

interface Pending {
  preview: FeedPreview;
  topicId?: TopicId;
}
interface Choices {
  feeds: readonly FeedChoice[];
  topicId?: TopicId;
}

/** Looks for feeds on the web, for up to 20 s; the answer is deferred. */
async function lookUp(url: string, topicId: TopicId | undefined, context: CommandContext): Promise<MessageBody> {
  const { interaction, desk, texts } = context;
  const say = texts.feeds;
  const { serverId } = changerOf(interaction);
  const had = new Set((await desk.use(ownFeedQuestions).feeds(serverId)).map((feed) => feed.url));
  if (had.has(url)) throw new Refusal('feed-exists');
  const found = await desk.use(feedQuestions).lookUpFeed(serverId, url);
  switch (found.kind) {
    case 'busy':
      return sentence(texts.topics.busy);
    case 'failed':
      return sentence(say.failed({ reason: escapeMarkdown(problemText(found, texts), 500) }));
    case 'choices': {
      const { feeds } = found;
      const id = await keepPending(context, { feeds, topicId } satisfies Choices);
      return choicesCard(feeds, had, id, texts);
    }
    case 'feed': {
      const { preview } = found;
      if (had.has(preview.url)) throw new Refusal('feed-exists');
      const id = await keepPending(context, { preview, topicId } satisfies Pending);
      return previewCard(preview, id, texts);
    }
  }
}

async function add(context: ControlContext, preview: FeedPreview, topicId: TopicId | undefined, chosenAs?: string) {
  const { interaction, desk, texts } = context;
  const by = changerOf(interaction);
  const feed = await desk.use(feedChanges).addFeed(by, preview, topicId);
  const [unread] = await topicsUnread(context, [feed.topic]);
  const say = texts.feeds;
  const said = [
    say.added({ title: escapeMarkdown(chosenAs || feed.title || feed.url, 100), topic: topicName(feed.topic, texts) }),
    ...(unread === undefined ? [] : [say.subscribeHint({ topic: unread })]),
  ];
  if (!(await desk.use(feedQuestions).mayPostItems(by.serverId, interaction.channelId)))
    return sentence(said.join('\n'));
  const hinted = [...said, say.atOnceHint].join('\n');
  return message([text(hinted), buttons(button(`alerts:feed:${feed.id}`, say.atOnce))]);
}

/** Names of topics that no channel of the server gets, each once. */
async function topicsUnread({ interaction, desk, texts }: CommandContext, topics: readonly FeedHealth['topic'][]) {
  const subscriptions = await desk.use(subscriptionQuestions).subscriptions(changerOf(interaction).serverId);
  const read = new Set(subscriptions.flatMap((subscription) => subscription.topics.map(({ id }) => id)));
  const unread = topics.filter(({ id }) => !read.has(id)).map((topic) => topicName(topic, texts));
  return [...new Set(unread)];
}

/** Reads the attached file from Discord, for up to 20 s, and adds its feeds. */
async function importList(context: SlashContext): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const say = texts.feeds;
  const by = changerOf(interaction);
  const topicId = await topicGiven(context);
  const { url } = interaction.options.getAttachment('file', true);
  const list = await desk.use(feedQuestions).readFeedFile(by.serverId, url);
  if (list.kind === 'busy') return answer.show(sentence(texts.topics.busy));
  if (list.kind === 'failed') return answer.show(sentence(say.file[list.code]));
  const report = await desk.use(feedChanges).importFeeds(by, list.feeds, topicId);
  const topics = report.added.map(({ topic }) => topic);
  const unread = await topicsUnread(context, topics);
  const { body, whole } = importAnswer(report, unread, reportName, texts);
  await answer.show(body, whole === undefined ? [] : [fileOf(reportName, whole)]);
}

/** Attaches the server's feeds as OPML 2.0, in a folder for each topic. */
async function exportList({ interaction, answer, desk, texts }: SlashContext): Promise<void> {
  const say = texts.feeds;
  const { serverId } = changerOf(interaction);
  const title = say.exportTitle({ server: serversOf(interaction.client).get(serverId)?.name ?? '' });
  const feeds = await desk.use(ownFeedQuestions).feeds(serverId);
  if (feeds.length === 0) return answer.show(sentence(say.none));
  const inFolders = feeds.map((feed) => ({ ...feed, folders: [topicLabel(feed.topic, texts)] }));
  const body = message([text(say.exported({ feeds: feeds.length })), file(exportName)]);
  await answer.show(body, [fileOf(exportName, writeOpml(title, inFolders))]);
}

async function remove(context: SlashContext): Promise<MessageBody> {
  const { interaction, desk, texts } = context;
  const by = changerOf(interaction);
  const typed = interaction.options.getString('feed', true).trim();
  const feeds = await desk.use(ownFeedQuestions).feeds(by.serverId);
  const labelOf = (one: FeedHealth) => feedLabel(one, feeds);
  const words = typed.toLocaleLowerCase();
  const [feed, another] = [
    ({ id, url }: FeedHealth) => id === typed || url === typed,
    (one: FeedHealth) => one.title === typed || labelOf(one) === typed,
    (one: FeedHealth) => `${labelOf(one)} ${one.url}`.toLocaleLowerCase().includes(words),
  ].reduce<FeedHealth[]>((found, fits) => (found.length > 0 ? found : feeds.filter(fits)), []);
  if (feed === undefined) throw new Refusal('feed-unknown', typed);
  if (another !== undefined) throw new Explained((say) => say.feeds.several({ typed: escapeMarkdown(typed, 100) }));
  const { undo } = await desk.use(feedChanges).removeFeed(by, feed.id);
  const removed = texts.feeds.removed({ title: escapeMarkdown(labelOf(feed), 100) });
  return withUndo(removed, context, undo);
}
