import type { Context } from '../context.ts';
import type { Upload } from '../files.ts';
import { keepUpload } from '../files.ts';
import type { Life } from '../life.ts';
import { createMessage } from '../messages.ts';
import { allows, channelPermissions } from '../permissions.ts';
import type { WireCommand, WireMessage } from '../wire.ts';
import type { Place } from './begin.ts';
import { ATTACHMENT_MAX, stand } from './begin.ts';
import type { SlashAct, TypingAct } from './commands.ts';
import { commandsAt, run, type } from './commands.ts';
import type { ChooseAct, ClickAct } from './components.ts';
import { choose, click } from './components.ts';
import { ActRefused } from './refusal.ts';

/** What a user can do and read. What Discord's client would not offer throws `ActRefused`; the bot is not asked. */
export class Acts {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Runs a slash command. */
  run(act: SlashAct): Life {
    return run(this.#context, act);
  }

  /** Attaches a file for an option of the next command; the id is the option's value. */
  attach(place: Place, upload: Upload): string {
    const { channel, userId } = stand(this.#context, place);
    if (upload.bytes.length > ATTACHMENT_MAX) throw new ActRefused('bad-option', 'the file is larger than 10 MB');
    return keepUpload(this.#context, channel.id, upload, userId).id;
  }

  /** Types in a field with autocomplete; `shown` holds the choices. */
  type(act: TypingAct): Life {
    return type(this.#context, act);
  }

  /** Clicks a button. */
  click(act: ClickAct): Life {
    return click(this.#context, act);
  }

  /** Chooses in a select. */
  choose(act: ChooseAct): Life {
    return choose(this.#context, act);
  }

  /** Writes a message as a user. */
  say(place: Place, content: string): WireMessage {
    const { channel, userId, guild } = stand(this.#context, place);
    const name = channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads';
    if (guild !== undefined && !allows(channelPermissions(this.#context.world, channel, userId), name)) {
      throw new ActRefused('not-permitted', 'the user may not write here');
    }
    return createMessage(this.#context, { channel, authorId: userId, body: { content }, uploads: [] });
  }

  /** The commands the client would offer a user in a channel. */
  commandsAt(place: Place): WireCommand[] {
    return commandsAt(this.#context, place);
  }

  /** A channel's messages, oldest first; with a user, what that user sees: ephemeral ones in place, nothing without View Channel. */
  messages(channelId: string, userId?: string): WireMessage[] {
    const { world } = this.#context;
    const channel = world.channels.get(channelId);
    if (channel === undefined) return [];
    if (userId === undefined) return [...channel.messages];
    if (!allows(channelPermissions(world, channel, userId), 'ViewChannel')) return [];
    const own = this.whispers(userId).filter((message) => message.channel_id === channelId);
    return [...channel.messages, ...own].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  /** The ephemeral messages only this user sees, oldest first. */
  whispers(userId: string): WireMessage[] {
    return [...this.#context.world.whispers.values()].filter((one) => one.userId === userId).map((one) => one.message);
  }

  /** The bot's direct messages with a user, oldest first. */
  directMessages(userId: string): WireMessage[] {
    const channel = [...this.#context.world.channels.values()].find(
      ({ guildId, recipients }) => guildId === undefined && recipients.has(userId),
    );
    return channel === undefined ? [] : [...channel.messages];
  }
}
