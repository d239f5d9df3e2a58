import type { Context } from '../context.ts';
import type { WireCommand, WireMessage } from '../wire.ts';
import type { Upload } from '../world/files.ts';
import { keepUpload } from '../world/files.ts';
import type { Life } from '../world/life.ts';
import { createMessage } from '../world/messages.ts';
import { allows, channelPermissions } from '../world/permissions.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import type { Channel } from '../world/state.ts';
import type { Place } from './begin.ts';
import { ActRefused, ATTACHMENT_MAX, stand } from './begin.ts';
import type { MenuAct, SlashAct, TypingAct } from './commands.ts';
import { chooseInMenu, commandsAt, run } from './commands.ts';
import type { ChooseAct, ClickAct } from './components.ts';
import { choose, click } from './components.ts';
import { type SubmitAct, submit } from './modals.ts';

/** Everything that a user can do and read. Acts that Discord's client wouldn't offer throw ActRefused. */
export function createActs(context: Context) {
  const { world } = context;
  /** The ephemeral messages only this user sees, oldest first. */
  const whispers = (userId: string): WireMessage[] =>
    [...world.whispers.values()].filter((one) => one.userId === userId).map((one) => one.message);
  return {
    whispers,
    run: (act: SlashAct): Life => run(context, act),
    chooseInMenu: (act: MenuAct): Life => chooseInMenu(context, act),
    type: (act: TypingAct): Life => run(context, act),
    click: (act: ClickAct): Life => click(context, act),
    choose: (act: ChooseAct): Life => choose(context, act),
    submit: (act: SubmitAct): Life => submit(context, act),
    commandsAt: (place: Place): WireCommand[] => commandsAt(context, place),

    /** Attaches a file for an option of the next command; the id is the option's value. */
    attach(place: Place, upload: Upload): string {
      const { channel, userId } = stand(context, place);
      if (upload.bytes.length > ATTACHMENT_MAX) throw new ActRefused('the file is larger than 10 MB');
      return keepUpload(context, channel.id, upload, userId).id;
    },

    /** Writes a message as a user. */
    say(place: Place, content: string): WireMessage {
      const { channel, userId, guild } = stand(context, place);
      const name = channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads';
      if (guild !== undefined && !allows(channelPermissions(world, channel, userId), name)) {
        throw new ActRefused('the user may not write here');
      }
      return createMessage(context, { channel, authorId: userId, body: { content }, uploads: [] });
    },

    /** A channel's messages, oldest first; with a user, those that the user sees, ephemeral ones included. */
    messages(channelId: string, userId?: string): WireMessage[] {
      const channel = world.channels.get(channelId);
      if (channel === undefined) return [];
      if (userId === undefined) return [...channel.messages];
      if (!allows(channelPermissions(world, channel, userId), 'ViewChannel')) return [];
      const own = whispers(userId).filter((message) => message.channel_id === channelId);
      return [...channel.messages, ...own].sort((a, b) => compareSnowflakes(a.id, b.id));
    },

    /** The bot's direct messages with a user, oldest first. */
    directMessages(userId: string): WireMessage[] {
      const isTheirs = ({ guildId, recipients }: Channel) => guildId === undefined && recipients.has(userId);
      return [...([...world.channels.values()].find(isTheirs)?.messages ?? [])];
    },
  };
}
