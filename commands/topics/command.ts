import { ButtonStyle, type ChatInputCommandInteraction, type SlashCommandSubcommandBuilder } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import { changerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  sentence,
  text,
} from '../../src/discord/cards/parts.ts';
import { storyLines } from '../../src/discord/cards/stories.ts';
import { type Command, type CommandContext, keepPending, takePending } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { namedTopic, noSuchTopic } from '../../src/discord/topicOption.ts';
import { takeBack, withUndo } from '../../src/discord/undo.ts';
import type { TopicId } from '../../src/ids.ts';
import type { TopicWords } from '../../src/stories/topics.ts';
import { type OwnTopic, topicQuestions } from './ask.ts';
import { topicChanges } from './change.ts';
import { wordsIn } from './words.ts';

const { managed, sub, option } = localizer((texts) => wordsIn(texts).command);
const wordLists = ['all', 'any', 'not'] as const;

const withWords = (builder: SlashCommandSubcommandBuilder) => {
  for (const list of wordLists) builder.addStringOption((words) => option(words, list).setMaxLength(300));
  return builder;
};

export default {
  data: managed()
    .addSubcommand((list) => sub(list, 'list'))
    .addSubcommand((create) =>
      withWords(
        sub(create, 'create').addStringOption((name) => option(name, 'name').setRequired(true).setMaxLength(40)),
      ),
    )
    .addSubcommand((edit) =>
      withWords(
        sub(edit, 'edit')
          .addStringOption((topic) => option(topic, 'topic').setRequired(true).setAutocomplete(true).setMaxLength(100))
          .addStringOption((name) => option(name, 'name').setMaxLength(40)),
      ),
    )
    .addSubcommand((remove) =>
      sub(remove, 'delete').addStringOption((topic) =>
        option(topic, 'topic').setRequired(true).setAutocomplete(true).setMaxLength(100),
      ),
    ),
  audience: 'managers',

  execute: async (interaction, context) => {
    switch (interaction.options.getSubcommand()) {
      case 'list':
        return context.answer.show(
          topicsCard(await context.desk.of(topicQuestions).ownTopics(changerOf(interaction).serverId), context.texts),
        );
      case 'create':
        return create(interaction, context);
      case 'edit':
        return edit(interaction, context);
      default:
        return confirmDelete(interaction, context);
    }
  },

  autocomplete: async (interaction, { desk }) => {
    const typed = interaction.options.getFocused().toLocaleLowerCase();
    const own = await desk.of(topicQuestions).ownTopics(interaction.guildId ?? '');
    return own
      .filter(({ name }) => name.toLocaleLowerCase().includes(typed))
      .map(({ id, name }) => ({ name, value: id }));
  },

  component: async (interaction, context, { action, rest }) => {
    const { desk, texts } = context;
    const by = changerOf(interaction);
    if (action === 'cancel') return context.answer.replace(sentence(texts.topics.cancelled));
    if (action === 'undo') return takeBack(interaction, context);
    const { topicId, name, words } = await takePending<PendingTopic>(context, interaction, rest);
    if (action === 'delete' && topicId !== undefined) {
      const undo = await desk.of(topicChanges).deleteTopic(by, topicId);
      const words = wordsIn(texts).deleted(escapeMarkdown(name ?? ''));
      return context.answer.replace(await withUndo(words, interaction, context, 'topics', undo));
    }
    if (action !== 'save') throw new Explained((say) => say.errors.expired);
    if (topicId === undefined) {
      const created = await desk.of(topicChanges).createTopic(by, name ?? '', { ...noWords, ...words });
      return context.answer.replace(sentence(wordsIn(texts).created(escapeMarkdown(created.name))));
    }
    const edited = await desk.of(topicChanges).editTopic(by, topicId, { name, words });
    return context.answer.replace(sentence(wordsIn(texts).edited(escapeMarkdown(edited.name))));
  },
} satisfies Command;

interface PendingTopic {
  /**
   * Set if an existing topic is edited. Then only what was typed is kept, since another admin may change the rest until
   * Save.
   */
  topicId?: TopicId;
  name?: string;
  words: Partial<TopicWords>;
}

const noWords: TopicWords = { all: [], any: [], not: [] };

async function create(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  const pending = { name: interaction.options.getString('name', true).trim(), words: wordsGiven(interaction) };
  const topic = { name: pending.name, words: { ...noWords, ...pending.words } };
  const shown = await context.desk.of(topicChanges).mayTopic(changerOf(interaction), topic);
  await context.answer.show(await tryOut(pending, shown, interaction, context));
}

async function edit(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  const { desk, texts } = context;
  const by = changerOf(interaction);
  const topic = await ownTopic(interaction, context);
  const name = interaction.options.getString('name')?.trim();
  if (wordLists.some((list) => interaction.options.getString(list) !== null)) {
    const pending = { topicId: topic.id, name, words: wordsGiven(interaction) };
    const edited = { name: name ?? topic.name, words: { ...topic.words, ...pending.words } };
    const shown = await desk.of(topicChanges).mayTopic(by, edited, topic.id);
    return context.answer.show(await tryOut(pending, shown, interaction, context));
  }
  if (name === undefined) throw new Explained((say) => wordsIn(say).nothingToEdit);
  await desk.of(topicChanges).editTopic(by, topic.id, { name });
  await context.answer.show(sentence(wordsIn(texts).edited(escapeMarkdown(name))));
}

/** Shows what the words would find, before they are saved. */
async function tryOut(
  pending: PendingTopic,
  { name, words }: Pick<OwnTopic, 'name' | 'words'>,
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<MessageBody> {
  const { desk, texts } = context;
  const tried = await desk.of(wordQuestions).tryWords(changerOf(interaction).serverId, words);
  const id = await keepPending(context, interaction, pending);
  const heading = `### ${escapeMarkdown(name)}\n-# ${wordsLine(words, texts)}`;
  const found = wordsIn(texts).tried(tried.matches, tried.of);
  const examples = storyLines(tried.examples, texts, 3, charactersLeft(heading, found));
  return message([
    container(accent, [
      text(heading),
      text(found),
      ...(examples === '' ? [] : [text(examples)]),
      buttons(
        button(`topics:save:${id}`, wordsIn(texts).save, ButtonStyle.Primary),
        button(`topics:cancel:${id}`, texts.topics.cancel),
      ),
    ]),
  ]);
}

/** Names what is deleted together with the topic: its feeds, and the digest of a channel that has no other topic. */
async function confirmDelete(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  const { desk, texts } = context;
  const { serverId } = changerOf(interaction);
  const topic = await ownTopic(interaction, context);
  const [subscriptions, feeds] = await Promise.all([
    desk.of(subscriptionQuestions).subscriptions(serverId),
    desk.of(ownFeedQuestions).feeds(serverId),
  ]);
  const losing = subscriptions.filter(({ topics }) => topics.some(({ id }) => id === topic.id));
  const mentions = (some: typeof losing) => texts.f.list(some.map(({ channelId }) => mention.channel(channelId)));
  const ending = losing.filter(({ topics }) => topics.length === 1);
  const itsFeeds = feeds.filter((feed) => feed.topic.id === topic.id).length;
  const pending: PendingTopic = { topicId: topic.id, name: topic.name, words: topic.words };
  const id = await keepPending(context, interaction, pending);
  const say = wordsIn(texts);
  const sure = [
    say.deleteSure(escapeMarkdown(topic.name), losing.length > 0 ? mentions(losing) : ''),
    ...(itsFeeds > 0 ? [say.deleteFeeds(itsFeeds)] : []),
    ...(ending.length > 0 ? [say.deleteLast(mentions(ending))] : []),
  ].join('\n');
  await context.answer.show(
    message([
      text(sure),
      buttons(
        button(`topics:delete:${id}`, wordsIn(texts).delete, ButtonStyle.Danger),
        button(`topics:cancel:${id}`, texts.topics.cancel),
      ),
    ]),
  );
}

async function ownTopic(interaction: ChatInputCommandInteraction, { desk }: CommandContext): Promise<OwnTopic> {
  const { serverId } = changerOf(interaction);
  const typed = interaction.options.getString('topic', true).trim();
  const found = (await desk.of(topicQuestions).ownTopics(serverId)).find(
    ({ id, name }) => id === typed || name.toLocaleLowerCase() === typed.toLocaleLowerCase(),
  );
  if (found === undefined) {
    const builtIn = namedTopic(await desk.of(headlineQuestions).topics(serverId), typed);
    throw builtIn === undefined ? noSuchTopic(typed) : new Refusal('topic-built-in', typed);
  }
  return found;
}

/** The lists that were given; "-" stands for an empty one. */
function wordsGiven(interaction: ChatInputCommandInteraction): Partial<TopicWords> {
  const given = wordLists.flatMap((list) => {
    const typed = interaction.options.getString(list)?.trim();
    if (typed === undefined) return [];
    const words = typed.split(/[,;\n]/).map((word) => word.trim());
    return [[list, typed === '-' ? [] : words.filter((word) => word !== '')] as const];
  });
  return Object.fromEntries(given);
}

function wordsLine(words: TopicWords, texts: Texts): string {
  return wordLists
    .filter((list) => words[list].length > 0)
    .map((list) => wordsIn(texts)[list](words[list].map((word) => escapeMarkdown(word, 60)).join(', ')))
    .join(' · ');
}

function topicsCard(own: readonly OwnTopic[], texts: Texts): MessageBody {
  if (own.length === 0) return sentence(wordsIn(texts).none);
  const lines = own.map((topic) => {
    const words = wordsLine(topic.words, texts);
    return `**${escapeMarkdown(topic.name)}**${words === '' ? '' : `\n-# ${words}`}`;
  });
  return message([container(accent, [text(listed(`## ${wordsIn(texts).heading}`, lines, texts))])]);
}
