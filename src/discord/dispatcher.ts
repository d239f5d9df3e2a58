import { setTimeout } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type Interaction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { Refusal } from '../desk/refusal.ts';
import type { Log } from '../log.ts';
import { type Answer, createAnswer, isPrivate } from './answer.ts';
import { escapeMarkdown } from './cards/escape.ts';
import { sentence } from './cards/parts.ts';
import { type Asking, type Command, type CommandContext, Explained } from './command.ts';
import { codeOf } from './sending/outcomes.ts';
import { type Texts, textsFor } from './texts/texts.ts';

const suggestWithinMs = 2_000;

export interface DispatcherOptions {
  commands: readonly Command[];
  log: Log;
  /** An answer that takes longer is promised first; Discord waits 3 s, transport included. */
  promiseAfterMs: number;
  /** All of a context but what belongs to one interaction. */
  context: Omit<CommandContext, 'texts' | 'locale' | 'answer'>;
}

/** Brings each interaction to its command. Never throws: errors go to the asker as a sentence, to the log with a code. */
export function createDispatcher(options: DispatcherOptions): (interaction: Interaction) => Promise<void> {
  const commands = new Map(options.commands.map((command) => [command.data.name, command]));
  return async (interaction) => {
    if (interaction.isAutocomplete()) await suggest(interaction, commands, options);
    else if (interaction.isChatInputCommand() || interaction.isMessageComponent()) {
      await answer(interaction, commands, options);
    }
  };
}

async function suggest(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  { context, log }: DispatcherOptions,
): Promise<void> {
  const command = commands.get(interaction.commandName);
  const texts = textsFor(interaction.locale);
  const full = { ...context, texts, locale: interaction.locale };
  const found = (command?.autocomplete?.(interaction, full) ?? Promise.resolve([])).catch((error: unknown) => {
    log.warn({ error, command: interaction.commandName }, 'no suggestions');
    return [];
  });
  const suggestions = await Promise.race([found, setTimeout(suggestWithinMs, [], { ref: false })]);
  const choices = suggestions
    .filter(({ name, value }) => name.length > 0 && value.length > 0 && value.length <= 100)
    .slice(0, 25)
    .map(({ name, value }) => ({ name: name.slice(0, 100).toWellFormed(), value }));
  await interaction.respond(choices).catch((error: unknown) => {
    log.debug({ code: codeOf(error), command: interaction.commandName }, 'suggestions came too late');
  });
}

async function answer(
  interaction: Asking,
  commands: ReadonlyMap<string, Command>,
  { context, log, promiseAfterMs }: DispatcherOptions,
): Promise<void> {
  const texts = textsFor(interaction.locale);
  const reply = createAnswer(interaction, promiseAfterMs);
  const full: CommandContext = { ...context, texts, locale: interaction.locale, answer: reply };
  try {
    if (interaction.isChatInputCommand()) {
      const command = commands.get(interaction.commandName);
      if (command === undefined) throw new Explained((say) => say.errors.expired);
      await command.execute(interaction, full);
    } else {
      await control(interaction, commands, full);
    }
    if (!reply.answered) throw new Error('the command gave no answer');
  } catch (error) {
    await explain(error, interaction, reply, texts, log);
  } finally {
    reply.settle();
  }
}

async function control(
  interaction: MessageComponentInteraction,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): Promise<void> {
  const [name = '', action = '', ...rest] = interaction.customId.split(':');
  const command = commands.get(name);
  if (command?.component === undefined) throw new Explained((say) => say.errors.expired);
  // A private message belongs to somebody who may run the command; on a public one anybody can press.
  if (command.audience === 'managers' && !isPrivate(interaction)) {
    if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
      throw new Explained((say) => say.errors.needsManage);
    }
  }
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  await command.component(interaction, context, { action, rest: rest.join(':'), values });
}

async function explain(error: unknown, interaction: Asking, reply: Answer, texts: Texts, log: Log): Promise<void> {
  let words: string;
  if (error instanceof Explained) words = error.say(texts);
  else if (error instanceof Refusal) words = texts.refusals[error.code](escapeMarkdown(error.detail, 100));
  else {
    const code = `L${interaction.id.slice(-6)}`;
    const what = interaction.isChatInputCommand() ? interaction.commandName : interaction.customId;
    log.error({ error, code, what, cause: codeOf(error) }, 'interaction failed');
    words = texts.errors.failed(code);
  }
  await reply.show(sentence(words)).catch((failure: unknown) => {
    log.warn({ code: codeOf(failure), error: failure }, 'the asker could not be told');
  });
}
