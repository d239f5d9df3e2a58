import { setImmediate, setTimeout } from 'node:timers/promises';
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import { monotonic } from '../clock.ts';
import { Refusal } from '../desk/refusal.ts';
import { cut } from '../engine/text/cut.ts';
import type { UserId } from '../ids.ts';
import type { Log } from '../log.ts';
import { checkAccess, managedBy } from './access.ts';
import { createAnswer } from './answer.ts';
import { button, buttons, message, sentence, text } from './cards/parts.ts';
import { refusalText } from './cards/reasons.ts';
import {
  type CommandContext,
  type ControlContext,
  type SharedContext,
  type Suggestion,
  type TypedFields,
  takePending,
} from './command.ts';
import { formOf, keepingTyped, openForm, typedIn } from './forms/open.ts';
import { Explained, type SubmittedForm, type UserInteraction } from './interaction.ts';
import { codeOf } from './sending/outcomes.ts';
import { type Texts, textsFor } from './texts/texts.ts';
import { takeBack } from './undo.ts';

/**
 * Maximum number of commands at once. Hundreds would all end at about the same time, after Discord had stopped waiting.
 */
const concurrentCommandsMax = 3;
/** How long a command that waits for the web blocks the others. */
const holdMs = 200;
/** At this length the queue takes more than half a second, so answers are deferred at once. */
const longLine = 40;

/** A code for the asker and the log, so that the failure can be found. */
export const failureCode = (interactionId: string): string => `L${interactionId.slice(-6)}`;

/**
 * Dispatches each interaction to its command; undefined for a type that Lede doesn't offer. An error becomes a sentence
 * for the asker, with a code that the log repeats. Answers are deferred after `promiseAfterMs`: Discord waits 3 s,
 * transport included.
 */
export function createDispatcher(
  shared: SharedContext,
  log: Log,
  promiseAfterMs: number,
  idOf: (name: string) => string | undefined,
  answered?: (kind: string, ms: number) => void,
): (interaction: Interaction) => Promise<void> | undefined {
  const turns = createTurns();
  const inTurn = createSuggestionQueue();
  const commands = new Map(shared.commands.map((command) => [command.data.name, command]));
  const answering = new Map(
    shared.commands.flatMap((one) => (one.answers ?? []).map((control) => [control, one] as const)),
  );
  const menus = new Map(shared.commands.flatMap((one) => (one.menu ? [[one.menu.data.name, one] as const] : [])));

  const suggest = async (interaction: AutocompleteInteraction): Promise<void> => {
    const { locale, commandName } = interaction;
    const context = { ...shared, texts: textsFor(locale), locale };
    const command = commands.get(commandName);
    const find = async (): Promise<Suggestion[]> => {
      if (command?.autocomplete === undefined) return [];
      await checkAccess(interaction, command, idOf);
      return command.autocomplete(interaction, context);
    };
    const found = await inTurn(interaction.user.id, find).catch((error: unknown) => {
      if (!(error instanceof Explained)) log.warn({ error, command: commandName }, 'no suggestions');
      return [];
    });
    const choices = (found ?? [])
      .filter(({ name, value }) => name.length > 0 && value.length > 0 && value.length <= 100)
      .slice(0, 25)
      .map(({ name, value }) => ({ name: cut(name.toWellFormed(), 100), value }));
    await interaction.respond(choices).catch((error: unknown) => {
      log.debug({ code: codeOf(error), command: commandName }, 'suggestions came too late');
    });
  };

  const answer = async <Asked extends UserInteraction>(
    interaction: Asked,
    work: (context: CommandContext<Asked>) => Promise<void>,
  ): Promise<void> => {
    const { locale } = interaction;
    const texts = textsFor(locale);
    const reply = createAnswer(interaction, turns.isLong() ? 0 : promiseAfterMs);
    const managed = () => managedBy(interaction, shared.commands, idOf);
    const context = { ...shared, interaction, texts, locale, answer: reply, managed };
    try {
      await turns.take(() => work(context));
      if (!reply.answered) throw new Error('the command gave no answer');
    } catch (error) {
      await reply.show(sentence(explained(error, interaction, texts))).catch((failure: unknown) => {
        log.warn({ code: codeOf(failure), error: failure }, 'the asker could not be told');
      });
    } finally {
      reply.settle();
    }
  };

  const execute = async (
    context: CommandContext<ChatInputCommandInteraction | MessageContextMenuCommandInteraction>,
  ): Promise<void> => {
    const { interaction } = context;
    const command = (interaction.isChatInputCommand() ? commands : menus).get(interaction.commandName);
    if (command === undefined) throw new Explained((say) => say.errors.expired);
    await checkAccess(interaction, command, idOf);
    await (interaction.isChatInputCommand()
      ? command.execute({ ...context, interaction })
      : command.menu?.execute({ ...context, interaction }));
  };

  const control = async (context: ControlContext): Promise<void> => {
    const { interaction } = context;
    const [name = '', action = '', ...rest] = interaction.customId.split(':');
    const opened = formOf(shared.commands, name, action);
    if (opened !== undefined) {
      await checkAccess(interaction, opened.command, idOf);
      const [about = '', typedId] = interaction.isStringSelectMenu() ? [interaction.values[0], rest[1]] : rest;
      const { typed } = typedId === undefined ? {} : await takePending<{ typed: TypedFields }>(context, typedId);
      return openForm(context, `${name}:${action}:${about}`, typed);
    }
    const command = answering.get(`${name}:${action}`) ?? commands.get(name);
    const answered = action === 'undo' ? takeBack : command?.component;
    if (command === undefined || answered === undefined) throw new Explained((say) => say.errors.expired);
    const audience = command.openTo?.(action);
    await checkAccess(interaction, { ...command, ...(audience === undefined ? {} : { audience }) }, idOf);
    const values = interaction.isStringSelectMenu() ? interaction.values : [];
    await answered(context, { action, rest: rest.join(':'), values });
  };

  /**
   * Submits the form with the custom_id `<command>:<action>:<rest>:<marks>`. After a refusal, a button reopens it with
   * the typed values.
   */
  const submitted = async (context: CommandContext<SubmittedForm>): Promise<void> => {
    const { interaction } = context;
    const [name = '', action = '', rest = ''] = interaction.customId.split(':');
    const opened = formOf(shared.commands, name, action);
    if (opened === undefined) throw new Explained((say) => say.errors.expired);
    await checkAccess(interaction, opened.command, idOf);
    const typed = typedIn(interaction);
    try {
      await opened.form.submit(context, rest, typed);
    } catch (error) {
      const why = text(explained(error, interaction, context.texts));
      const id = await keepingTyped(context, `${name}:${action}:${rest}`, typed);
      const again = button(id, context.texts.forms.again);
      await context.answer.show(message([why, buttons(again)]));
    }
  };

  const explained = (error: unknown, interaction: UserInteraction, texts: Texts): string => {
    if (error instanceof Explained) return error.say(texts);
    if (error instanceof Refusal) return refusalText(error, texts);
    const code = failureCode(interaction.id);
    const what = interaction.isCommand() ? interaction.commandName : interaction.customId;
    log.error({ error, code, what, cause: codeOf(error) }, 'interaction failed');
    return texts.errors.failed({ code });
  };

  const taken = (interaction: Interaction): { kind: string; done: Promise<void> } | undefined => {
    if (interaction.isAutocomplete()) return { kind: 'suggestions', done: suggest(interaction) };
    if (interaction.isChatInputCommand()) return { kind: 'command', done: answer(interaction, execute) };
    if (interaction.isMessageComponent()) return { kind: 'control', done: answer(interaction, control) };
    if (isForm(interaction)) return { kind: 'form', done: answer(interaction, submitted) };
    if (interaction.isMessageContextMenuCommand()) return { kind: 'menu', done: answer(interaction, execute) };
    return undefined;
  };

  return (interaction) => {
    const startedAt = monotonic();
    const work = taken(interaction);
    return work?.done.finally(() => answered?.(work.kind, monotonic() - startedAt));
  };
}

const isForm = (interaction: Interaction): interaction is SubmittedForm =>
  interaction.isModalSubmit() && interaction.channelId !== null;

/** Limits the number of concurrent commands, and lets answers be sent in between. */
function createTurns() {
  const waiting: (() => void)[] = [];
  let working = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  };
  return {
    /** Whether a new command would wait long. */
    isLong: () => waiting.length >= longLine,
    async take<T>(work: () => Promise<T>): Promise<T> {
      if (working < concurrentCommandsMax) working += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      // Lets other commands send their requests first.
      await setImmediate();
      const done = work();
      void Promise.race([done.catch(() => undefined), setTimeout(holdMs, undefined, { ref: false })]).then(leave);
      return done;
    },
  };
}

/** Time limit of a suggestion; Discord's client ignores later ones. */
const suggestWithinMs = 2_000;
/** Maximum number of suggestions at once: each queries the database several times, as other commands do. */
const concurrentSuggestionsMax = 2;

/**
 * Queues suggestions by member: each member has at most one running and one waiting. A new keystroke replaces the
 * waiting one and keeps its turn. A served member goes to the end of the queue. So neither a fast typist nor a crowd
 * blocks others.
 */
function createSuggestionQueue() {
  /** The waiting keystroke of each member. Call it with true when it may run, with false to drop it. */
  const waiting = new Map<UserId, (isTurn: boolean) => void>();
  const busy = new Set<UserId>();
  let taken = 0;

  const next = (): void => {
    for (const [userId, decide] of waiting) {
      if (taken >= concurrentSuggestionsMax) return;
      if (busy.has(userId)) continue;
      waiting.delete(userId);
      busy.add(userId);
      taken += 1;
      decide(true);
    }
  };

  /** Returns the result of `work`; undefined if the member typed on or the work took too long. */
  return async <T>(userId: UserId, work: () => Promise<T>): Promise<T | undefined> => {
    const { promise: isTurn, resolve: decide } = Promise.withResolvers<boolean>();
    const late = setTimeout(suggestWithinMs, undefined, { ref: false }).then(() => {
      if (waiting.get(userId) === decide) waiting.delete(userId);
      decide(false);
    });
    waiting.get(userId)?.(false);
    waiting.set(userId, decide);
    next();
    if (!(await isTurn)) return undefined;
    const done = work().finally(() => {
      busy.delete(userId);
      next();
    });
    // Longer work goes on, but other members no longer wait for it.
    return Promise.race([done, late.then(() => undefined)]).finally(() => {
      taken -= 1;
      next();
    });
  };
}
