import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Keyv } from 'keyv';
import { minuteMs, type Wall } from '../clock.ts';
import type { Changer } from '../desk/changes/parts.ts';
import type { Desk } from '../desk/desk.ts';
import type { Asker } from '../desk/questions/parts.ts';
import type { Answer } from './answer.ts';
import type { RoleTurns } from './roleTurns.ts';
import type { Texts } from './texts/texts.ts';

/** A small store that outlives the process; `set` takes a time to live in ms. */
export type Kept = Pick<Keyv, 'get' | 'set' | 'delete'>;

/** Everything a command may use; it reaches nothing else. */
export interface CommandContext {
  desk: Desk;
  /** In the asker's language. */
  texts: Texts;
  /** The asker's own. */
  locale: string;
  answer: Answer;
  wall: Wall;
  pictures: boolean;
  commands: readonly Command[];
  kept: Kept;
  /** Keys of what is being shared just now: pressed twice at once, a button posts once. */
  sharing: Set<string>;
  roleTurns: RoleTurns;
  /** Told when a member took no direct message. */
  refusedByMember(): void;
  /** Runs after the answer, at most as long as Discord lets it be edited; a failure is logged. */
  later(task: () => Promise<void>): void;
  /** False when the bot is stopping. */
  pause(ms: number): Promise<boolean>;
  /** How often a first reading is looked at again. */
  readyCheckMs: number;
  /** A command by its base name, to click, under the name that a reader knows. */
  mention(name: string, shown?: string): string;
}

/** One suggestion while typing. */
export interface Suggestion {
  name: string;
  value: string;
}

/** A slash command: the default export of `command.ts` in its folder of `commands/`, or of a file named like it. */
export interface Command {
  data: { readonly name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
  /** Who may use it, with all of its controls; /help lists by it. */
  audience: 'everyone' | 'managers';
  /** Who may use a control with this action, if that differs from the command's audience. */
  openTo?(action: string): Command['audience'];
  execute(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void>;
  /** Its entry in the menu of a message, under Apps. */
  menu?: MenuEntry;
  /** The dispatcher keeps Discord's limits; a throw becomes an empty list. */
  autocomplete?(interaction: AutocompleteInteraction, context: Omit<CommandContext, 'answer'>): Promise<Suggestion[]>;
  /** A control whose custom_id is `<command>:<action>:<rest>`. */
  component?(interaction: MessageComponentInteraction, context: CommandContext, control: Control): Promise<void>;
}

/** An entry that Discord lists in the menu of a message; its interaction carries the message. */
export interface MenuEntry {
  data: { readonly name: string; toJSON(): RESTPostAPIContextMenuApplicationCommandsJSONBody };
  execute(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Promise<void>;
}

/** The parts of a custom_id after the command's name. */
export interface Control {
  action: string;
  /** May hold colons. */
  rest: string;
  /** What was chosen in a select; empty for a button. */
  values: readonly string[];
}

/** Thrown where a command can't go on for a reason that the asker can change. */
export class Explained extends Error {
  readonly say: (texts: Texts) => string;
  constructor(say: (texts: Texts) => string) {
    super('explained to the asker');
    this.name = 'Explained';
    this.say = say;
  }
}

/** The interaction of a typed command, an entry in a message's menu, or a control. */
export type Asking = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction;

/** Where a question was asked; in a DM only the channel. */
export function askerOf(interaction: Asking): Asker {
  return {
    ...(interaction.guildId === null ? {} : { serverId: interaction.guildId }),
    ...(interaction.channelId === null ? {} : { channelId: interaction.channelId }),
  };
}

/** Who changes something; throws Explained in a DM. */
export function changerOf(interaction: Asking): Changer {
  if (interaction.guildId === null) throw new Explained((texts) => texts.errors.needsServer);
  return {
    serverId: interaction.guildId,
    userId: interaction.user.id,
    serverLocale: interaction.guildLocale ?? 'en-US',
  };
}

/** Discord lets a bot answer and edit for so long. */
export const answerableMs = 15 * minuteMs;

/** What a button needs, for the server in which it was offered. */
interface Pending<T> {
  serverId: string | null;
  value: T;
}

/**
 * Notes that the value under `key` is large. What the server had of that kind before goes, so that no server fills the
 * room in which all servers' answers are kept.
 */
export async function keepOnly(
  { kept }: Pick<CommandContext, 'kept'>,
  kind: 'file' | 'undo',
  serverId: string,
  key: string,
): Promise<void> {
  const noted = `large ${kind}:${serverId}`;
  const before: string | undefined = await kept.get(noted);
  if (before !== undefined && before !== key) await kept.delete(before);
  await kept.set(noted, key, answerableMs);
}

/** Keeps what a button needs while its message can be answered; returns the id for its custom_id. */
export async function keepPending<T extends object>(
  { kept }: CommandContext,
  asked: Asking,
  value: T,
): Promise<string> {
  await kept.set(`pending:${asked.id}`, { serverId: asked.guildId, value } satisfies Pending<T>, answerableMs);
  return asked.id;
}

/**
 * What was kept under that id, which only the same command gave out. Throws Explained when it is too old or another
 * server's: a custom_id can be anything.
 */
export async function takePending<T extends object>({ kept }: CommandContext, asked: Asking, id: string): Promise<T> {
  const pending: Pending<T> | undefined = await kept.get(`pending:${id}`);
  if (pending?.value === undefined || pending.serverId !== asked.guildId)
    throw new Explained((texts) => texts.errors.expired);
  return pending.value;
}
