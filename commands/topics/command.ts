import { ButtonStyle, type SlashCommandSubcommandBuilder } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  container,
  mention,
  message,
  select,
  sentence,
  text,
} from '../../src/discord/cards/parts.ts';
import {
  type Command,
  type CommandContext,
  type CommandForm,
  keepPending,
  type SlashContext,
  type TypedFields,
  takePending,
} from '../../src/discord/command.ts';
import { textField } from '../../src/discord/forms/fields.ts';
import { keepingTyped, openForm } from '../../src/discord/forms/open.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { fitting, namedTopic, noSuchTopic } from '../../src/discord/topicOption.ts';
import { withUndo } from '../../src/discord/undo.ts';
import { type OwnTopic, topicChanges, topicQuestions } from './change.ts';
import { ownTopic, type PendingTopic, propose, save, wordLists, wordsLine } from './propose.ts';

/** The form for a new topic or, with an id, for one of the server's own topics. */
const topicForm: CommandForm = {
  async draw(context, topicId) {
    const topic = topicId === '' ? undefined : await ownTopic(context, topicId);
    const { create, edit, fields } = context.texts.topics.form;
    return {
      title: topic === undefined ? create : edit({ name: topic.name }),
      fields: [
        textField('name', fields.name, topic?.name ?? '', { required: true, max: 40 }),
        ...wordLists.map((list) => textField(list, fields[list], topic?.words[list].join(', ') ?? '')),
      ],
    };
  },
  submit: (context, topicId, typed) => propose(context, { topicId: topicId || undefined, typed }),
};

const { managed, sub, option } = localizer((texts) => texts.topics.command);

const withWords = (builder: SlashCommandSubcommandBuilder) => {
  for (const list of wordLists) builder.addStringOption((words) => option(words, list).setMaxLength(300));
  return builder;
};

export default {
  data: managed()
    .addSubcommand((list) => sub(list, 'list'))
    .addSubcommand((create) =>
      withWords(sub(create, 'create').addStringOption((name) => option(name, 'name').setMaxLength(40))),
    )
    .addSubcommand((edit) =>
      withWords(
        sub(edit, 'edit')
          .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
          .addStringOption((name) => option(name, 'name').setMaxLength(40)),
      ),
    )
    .addSubcommand((remove) =>
      sub(remove, 'delete').addStringOption((topic) =>
        option(topic, 'topic').setRequired(true).setAutocomplete(true).setMaxLength(100),
      ),
    ),
  audience: 'managers',

  execute: async (context) => {
    switch (context.interaction.options.getSubcommand()) {
      case 'list':
        return list(context);
      case 'create':
        return create(context);
      case 'edit':
        return edit(context);
      default:
        return confirmDelete(context);
    }
  },

  autocomplete: async (interaction, { desk }) => {
    const own = await desk.use(topicQuestions).ownTopics(interaction.guildId ?? '');
    const fits = fitting(own, interaction.options.getFocused(), ({ name }) => name);
    return fits.map(({ id, name }) => ({ name, value: id }));
  },

  forms: { create: topicForm, edit: topicForm },

  component: async (context, { action, rest }) => {
    const { interaction, desk, texts } = context;
    const by = changerOf(interaction);
    if (action === 'cancel') return context.answer.replace(sentence(texts.topics.cancelled));
    const pending = await takePending<PendingTopic>(context, rest);
    const { topicId, typed } = pending;
    if (action === 'save') return save(context, pending);
    if (action !== 'delete' || topicId === undefined) throw new Explained((say) => say.errors.expired);
    const { undo } = await desk.use(topicChanges).deleteTopic(by, topicId);
    const words = texts.topics.deleted({ name: escapeMarkdown(typed.name ?? '') });
    return context.answer.replace(await withUndo(words, context, undo));
  },
} satisfies Command;

/** The typed options without the topic; "-" means an empty list. */
function typedIn({ interaction: { options } }: SlashContext): TypedFields {
  const given = (['name', ...wordLists] as const).flatMap((option) => {
    const typed = options.getString(option)?.trim();
    return typed === undefined ? [] : [[option, option !== 'name' && typed === '-' ? '' : typed] as const];
  });
  return Object.fromEntries(given);
}

async function create(context: SlashContext): Promise<void> {
  const typed = typedIn(context);
  if (typed.name === undefined || Object.keys(typed).length === 1) return openForm(context, 'topics:create:', typed);
  return propose(context, { typed });
}

async function edit(context: SlashContext): Promise<void> {
  const typed = typedIn(context);
  const named = context.interaction.options.getString('topic');
  if (named === null) return list(context, typed);
  const topic = await topicNamed(context, named);
  if (Object.keys(typed).length === 0) return openForm(context, `topics:edit:${topic.id}`);
  return propose(context, { topicId: topic.id, typed });
}

/** Asks first, and names what goes with the topic: its feeds, and the digests of channels without other topics. */
async function confirmDelete(context: SlashContext): Promise<void> {
  const { interaction, desk, texts } = context;
  const { serverId } = changerOf(interaction);
  const topic = await topicNamed(context, interaction.options.getString('topic', true));
  const [subscriptions, feeds] = await Promise.all([
    desk.use(subscriptionQuestions).subscriptions(serverId),
    desk.use(ownFeedQuestions).feeds(serverId),
  ]);
  const losing = subscriptions.filter(({ topics }) => topics.some(({ id }) => id === topic.id));
  const mentions = (some: typeof losing) => texts.f.list(some.map(({ channelId }) => mention.channel(channelId)));
  const ending = losing.filter(({ topics }) => topics.length === 1);
  const itsFeeds = feeds.filter((feed) => feed.topic.id === topic.id).length;
  const pending: PendingTopic = { topicId: topic.id, typed: { name: topic.name } };
  const id = await keepPending(context, pending);
  const say = texts.topics;
  const sure = [
    say.deleteSure({ name: escapeMarkdown(topic.name), channels: losing.length > 0 ? mentions(losing) : '' }),
    ...(itsFeeds > 0 ? [say.deleteFeeds({ feeds: itsFeeds })] : []),
    ...(ending.length > 0 ? [say.deleteLast({ channels: mentions(ending) })] : []),
  ].join('\n');
  const choices = buttons(
    button(`topics:delete:${id}`, say.delete, ButtonStyle.Danger),
    button(`topics:cancel:${id}`, say.cancel),
  );
  await context.answer.show(message([text(sure), choices]));
}

/** The server's own topic, chosen or typed. Throws Refusal. */
async function topicNamed({ interaction, desk }: SlashContext, named: string): Promise<OwnTopic> {
  const { serverId } = changerOf(interaction);
  const typed = named.trim();
  const found = (await desk.use(topicQuestions).ownTopics(serverId)).find(
    ({ id, name }) => id === typed || name.toLocaleLowerCase() === typed.toLocaleLowerCase(),
  );
  if (found === undefined) {
    const builtIn = namedTopic(await desk.use(headlineQuestions).topics(serverId), typed);
    throw builtIn === undefined ? noSuchTopic(typed) : new Refusal('topic-built-in', typed);
  }
  return found;
}

/** All own topics, with a select that opens one topic's form with the typed values. */
async function list(context: CommandContext, typed: TypedFields = {}): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const own = await desk.use(topicQuestions).ownTopics(changerOf(interaction).serverId);
  if (own.length === 0) return answer.show(sentence(texts.topics.none));
  const lines = own.map(
    ({ name, words }) => `**${escapeMarkdown(name)}**\n-# ${wordsLine(words, texts) || texts.topics.feedsOnly}`,
  );
  const opens = await keepingTyped(context, 'topics:edit:', typed);
  const choices = own.map(({ id, name }) => ({ label: name, value: id }));
  await answer.show(
    message([
      container(accent, [
        text(listed(`## ${texts.topics.heading}`, lines, texts)),
        select(opens, texts.topics.form.pick, choices),
      ]),
    ]),
  );
}
