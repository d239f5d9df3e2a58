import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Keyv } from 'keyv';
import type { EpochMs } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { ServerId, UserId } from '../ids.ts';
import type { Answer } from './answer.ts';
import type { Form } from './forms/fields.ts';
import { answerableMs, Explained, type SubmittedForm, type UserInteraction } from './interaction.ts';
import type { RoleTurns } from './roleTurns.ts';
import type { Texts } from './texts/texts.ts';

/** A small store that survives restarts; `set` takes a time to live in ms. */
export type PendingStore = Pick<Keyv, 'get' | 'set' | 'delete'>;

/** A member's request, and everything that answering it may use. */
export interface CommandContext<Asked extends UserInteraction = UserInteraction> {
  interaction: Asked;
  desk: Desk;
  /** In the asker's language. */
  texts: Texts;
  /** The asker's Discord locale. */
  locale: string;
  answer: Answer;
  commands: readonly Command[];
  /** The managers' commands that Discord offers the asker. */
  managed(): Promise<readonly Command[]>;
  pendingStore: PendingStore;
  /** Keys of open shares, so that pressing a button twice posts once. */
  sharing: Set<string>;
  roleTurns: RoleTurns;
  /** Called when Discord refused a direct message to a member. */
  refusedByMember(): void;
  /** Runs after the answer, for as long as Discord lets it be edited; a failure is logged. */
  later(task: () => Promise<void>): void;
  /** False when the bot is stopping. */
  pause(ms: number): Promise<boolean>;
  /** How often a command checks whether feeds have been read for the first time. */
  readyCheckMs: number;
  /** A clickable mention of the command with this base name; `shown` is the name in the reader's language. */
  mention(name: string, shown?: string): string;
}

export type SlashContext = CommandContext<ChatInputCommandInteraction>;
export type ControlContext = CommandContext<MessageComponentInteraction>;
/** What every request shares, and what suggestions may use. */
export type SharedContext = Omit<CommandContext, 'interaction' | 'texts' | 'locale' | 'answer' | 'managed'>;
export type SuggestContext = Omit<CommandContext, 'interaction' | 'answer' | 'managed'>;

export interface Suggestion {
  name: string;
  value: string;
}

/** A slash command: the default export of `command.ts`, or of a file named like it, in a folder of `commands/`. */
export interface Command {
  data: { readonly name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
  /** Who may use it with all its controls; also its group in /help. */
  audience: 'everyone' | 'managers';
  /** Who may use a control with this action, if not the command's audience. */
  openTo?(action: string): Command['audience'];
  execute(context: SlashContext): Promise<void>;
  /** Its entry in a message's menu, under Apps. */
  menu?: MenuEntry;
  /** The dispatcher enforces Discord's limits and turns an error into an empty list. */
  autocomplete?(interaction: AutocompleteInteraction, context: SuggestContext): Promise<Suggestion[]>;
  /** Controls on other commands' cards that this command answers, as `<command>:<action>`. */
  answers?: readonly string[];
  /** Its forms, by the action of their custom_id. */
  forms?: Readonly<Record<string, CommandForm>>;
  /** Answers a control with the custom_id `<command>:<action>:<rest>`. The dispatcher answers the action `undo`. */
  component?(context: ControlContext, control: Control): Promise<void>;
}

/** An entry in a message's menu; the interaction carries the message. */
export interface MenuEntry {
  data: { readonly name: string; toJSON(): RESTPostAPIContextMenuApplicationCommandsJSONBody };
  execute(context: CommandContext<MessageContextMenuCommandInteraction>): Promise<void>;
}

/**
 * The fields that the member changed, by id, not validated yet: a trimmed text, or values sorted and joined by commas;
 * '' if emptied.
 */
export type TypedFields = Readonly<Record<string, string>>;

/**
 * A form of a command, in `forms` under its action. A button with the custom_id `<command>:<action>:<rest>` opens it;
 * so does a select with `<command>:<action>:`, the choice being `rest`.
 */
export interface CommandForm {
  /** `rest` names what the form changes, such as a channel's id. Throws Explained or Refusal. */
  draw(context: CommandContext, rest: string): Promise<Form>;
  /** If it throws, the member gets the reason, and a button that reopens the form with the typed values. */
  submit(context: CommandContext<SubmittedForm>, rest: string, typed: TypedFields): Promise<void>;
}

/** The parts of a custom_id after the command's name. */
export interface Control {
  action: string;
  /** The remaining part, which may hold colons. */
  rest: string;
  /** The values chosen in a select; empty for a button. */
  values: readonly string[];
}

/** Maximum number of bytes for the buttons of a server, or of a member's direct messages. */
const bytesOfOneMax = 512 * 1024;
interface HeldValue {
  key: string;
  bytes: number;
  until: EpochMs;
}
const heldIn = new WeakMap<PendingStore, Map<ServerId | UserId, HeldValue[]>>();

/**
 * Stores the data of a button. If the server exceeds its share, deletes the server's oldest data, so that no server
 * pushes out another's. The newest data stays, however large. Data from before a restart isn't counted, but expires
 * within minutes.
 */
export async function keepInShare(
  { interaction, desk, pendingStore }: CommandContext,
  key: string,
  value: object,
  ttlMs: number,
): Promise<void> {
  const now = desk.wall();
  const all = heldIn.getOrInsertComputed(pendingStore, () => new Map());
  for (const [id, held] of all) if (held.every(({ until }) => until <= now)) all.delete(id);
  const owner = interaction.guildId ?? interaction.user.id;
  const before = (all.get(owner) ?? []).filter((one) => one.key !== key && one.until > now);
  const held = [...before, { key, bytes: Buffer.byteLength(JSON.stringify(value)), until: now + ttlMs }];
  all.set(owner, held);
  await pendingStore.set(key, value, ttlMs);
  let bytes = held.reduce((sum, one) => sum + one.bytes, 0);
  while (bytes > bytesOfOneMax && held.length > 1) {
    const [oldest] = held.splice(0, 1);
    bytes -= oldest?.bytes ?? 0;
    if (oldest !== undefined) await pendingStore.delete(oldest.key);
  }
}

/** Stores the data of a button for as long as its message can be answered; returns the id for its custom_id. */
export async function keepPending<T extends object>(context: CommandContext, value: T): Promise<string> {
  const { id, guildId } = context.interaction;
  await keepInShare(context, `pending:${id}`, { serverId: guildId, value }, answerableMs);
  return id;
}

/**
 * Returns the data that `keepPending` stored under this id. Only the command that stored it knows the id. Throws
 * Explained if it has expired or belongs to another server, since a custom_id can be anything.
 */
export async function takePending<T extends object>(
  { interaction, pendingStore }: CommandContext,
  id: string,
): Promise<T> {
  const pending: { serverId: ServerId | null; value: T } | undefined = await pendingStore.get(`pending:${id}`);
  if (pending?.value === undefined || pending.serverId !== interaction.guildId)
    throw new Explained((texts) => texts.errors.expired);
  return pending.value;
}
