import { ButtonStyle } from 'discord.js';
import { Refusal } from '../../src/desk/refusal.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft } from '../../src/discord/cards/lists.ts';
import { accent, button, buttons, container, message, text } from '../../src/discord/cards/parts.ts';
import { storyLines } from '../../src/discord/cards/stories.ts';
import { type CommandContext, keepPending, type TypedFields } from '../../src/discord/command.ts';
import { changerOf } from '../../src/discord/interaction.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { TopicWords } from '../../src/engine/stories/topics.ts';
import type { TopicId } from '../../src/ids.ts';
import { type OwnTopic, type TopicChange, topicChanges, topicQuestions } from './change.ts';

export const wordLists = ['all', 'any', 'not'] as const;
const noWords: TopicWords = { all: [], any: [], not: [] };

export interface PendingTopic {
  /** Set if an existing topic is edited. */
  topicId?: TopicId;
  /** The typed name and lists of words. What wasn't typed is absent, so Save keeps another admin's changes to it. */
  typed: TypedFields;
}

/** The typed lists of words, split at commas, semicolons and line breaks. */
function wordsOf(typed: TypedFields): Partial<TopicWords> {
  const lists = wordLists.flatMap((list) => {
    const words = typed[list]?.split(/[,;\n]/).map((word) => word.trim());
    return words === undefined ? [] : [[list, words.filter((word) => word !== '')] as const];
  });
  return Object.fromEntries(lists);
}

/** The server's own topic. Throws Refusal. */
export async function ownTopic({ interaction, desk }: CommandContext, topicId: TopicId): Promise<OwnTopic> {
  const own = await desk.use(topicQuestions).ownTopics(changerOf(interaction).serverId);
  const found = own.find(({ id }) => id === topicId);
  if (found === undefined) throw new Refusal('topic-gone');
  return found;
}

/**
 * Shows what the words would find before saving. Saves at once if only an existing topic's name was typed. Throws
 * Refusal.
 */
export async function propose(context: CommandContext, pending: PendingTopic): Promise<void> {
  const { interaction, answer, desk } = context;
  const { topicId, typed } = pending;
  const known = topicId === undefined ? undefined : await ownTopic(context, topicId);
  const words = wordsOf(typed);
  if (known !== undefined && Object.keys(words).length === 0) return save(context, pending);
  const topic = { name: typed.name ?? known?.name ?? '', words: { ...(known?.words ?? noWords), ...words } };
  const shown = await desk.use(topicChanges).mayTopic(changerOf(interaction), topic, topicId);
  await answer.replace(await tryOut(pending, shown, context));
}

/** Saves the proposal, and says what changed. Throws Refusal. */
export async function save(context: CommandContext, { topicId, typed }: PendingTopic): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const by = changerOf(interaction);
  const changes = desk.use(topicChanges);
  const shows = async (said: string, { id, undo }: Pick<TopicChange, 'id' | 'undo'>) => {
    const change = button(`topics:edit:${id}`, texts.forms.change);
    return answer.replace(await withUndo(said, context, undo, [change]));
  };
  if (topicId === undefined) {
    const created = await changes.createTopic(by, typed.name ?? '', { ...noWords, ...wordsOf(typed) });
    return shows(texts.topics.created({ name: escapeMarkdown(created.name) }), created);
  }
  const given = wordsOf(typed);
  const words = Object.keys(given).length === 0 ? undefined : given;
  const edited = await changes.editTopic(by, topicId, { name: typed.name, words });
  return shows(savedLine(edited, texts), edited);
}

/** The changed name and lists of words, before and after. */
function savedLine({ before, name, words }: TopicChange, texts: Texts): string {
  const say = texts.topics;
  const { fields } = say.form;
  const shown = (topic: Omit<OwnTopic, 'id'>) => [
    ['name', escapeMarkdown(topic.name)] as const,
    ...wordLists.map((list) => [list, topic.words[list].map((word) => escapeMarkdown(word, 60)).join(', ')] as const),
  ];
  const after = shown({ name, words });
  const changes = shown(before).flatMap(([key, was], nth) => {
    const is = after[nth]?.[1] ?? '';
    return was === is ? [] : [`*${fields[key][0]}* ${was || say.noWords} → **${is || say.noWords}**`];
  });
  return changes.length === 0 ? say.same : say.edited({ name: escapeMarkdown(name), changes: changes.join(' · ') });
}

async function tryOut(pending: PendingTopic, { name, words }: Omit<OwnTopic, 'id'>, context: CommandContext) {
  const { interaction, desk, texts } = context;
  const say = texts.topics;
  const tried = await desk.use(wordQuestions).tryWords(changerOf(interaction).serverId, words);
  const id = await keepPending(context, pending);
  const heading = `### ${escapeMarkdown(name)}\n-# ${wordsLine(words, texts)}`;
  const found = say.tried({ matches: tried.matches, of: tried.of });
  const examples = storyLines(tried.examples, texts, 3, charactersLeft(heading, found));
  const form = pending.topicId === undefined ? 'topics:create:' : `topics:edit:${pending.topicId}`;
  return message([
    container(accent, [
      text(heading),
      text(found),
      ...(examples === '' ? [] : [text(examples)]),
      buttons(
        button(`topics:save:${id}`, say.save, ButtonStyle.Primary),
        button(`${form}:${id}`, texts.forms.again),
        button(`topics:cancel:${id}`, texts.topics.cancel),
      ),
    ]),
  ]);
}

export function wordsLine(words: TopicWords, texts: Texts): string {
  return wordLists
    .filter((list) => words[list].length > 0)
    .map((list) => texts.topics[list]({ words: words[list].map((word) => escapeMarkdown(word, 60)).join(', ') }))
    .join(' · ');
}
