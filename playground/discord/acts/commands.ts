import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import type { WireCommand } from '../wire.ts';
import type { Life } from '../world/life.ts';
import { allows, channelPermissions, guildPermissions } from '../world/permissions.ts';
import type { Place, Standing } from './begin.ts';
import { ActRefused, begin, messageFor, stand } from './begin.ts';
import { fillOptions, type OptionValues, type Resolved } from './options.ts';

/** A slash command as typed: `news subscribe` with its fields. */
export interface SlashAct extends Place {
  /** The whole name without the slash, subcommands after blanks. */
  readonly command: string;
  readonly options?: OptionValues;
}

/** Typing in a field with autocomplete. */
export interface TypingAct extends SlashAct {
  readonly focused: string;
}

/** A message command, chosen in the menu of a message. */
export interface MenuAct extends Place {
  readonly command: string;
  readonly messageId: string;
}

/** The commands that the client offers a user in a channel. */
export function commandsAt(context: Context, place: Place): WireCommand[] {
  const standing = stand(context, place);
  return context.world.commands.filter((command) => objection(context, standing, command) === undefined);
}

function commandAt(
  context: Context,
  standing: Standing,
  name: string,
  type: number = ApplicationCommandType.ChatInput,
): WireCommand {
  const command = context.world.commands.find((one) => one.name === name && one.type === type);
  if (command === undefined) throw new ActRefused(`no command ${name} is registered`);
  const why = objection(context, standing, command);
  if (why !== undefined) throw why;
  return command;
}

/**
 * Discord itself enforces `default_member_permissions`, contexts and integration types; the bot never sees a refused
 * command.
 */
function objection(context: Context, standing: Standing, command: WireCommand): ActRefused | undefined {
  const { guild, channel, userId } = standing;
  const here = guild === undefined ? 1 : 0;
  const inContext = command.contexts?.includes(here) ?? (here === 0 || command.dm_permission !== false);
  if (!inContext) return new ActRefused(`/${command.name} is not offered here`);
  if (guild === undefined) return undefined;
  if (command.integration_types?.includes(guild.hasApp ? 0 : 1) === false) {
    return new ActRefused(`/${command.name} is not for this way of adding the app`);
  }
  if (!allows(channelPermissions(context.world, channel, userId), 'UseApplicationCommands')) {
    return new ActRefused('the user may not use commands in this channel');
  }
  const bits = guildPermissions(guild, userId);
  if (command.default_member_permissions === null || allows(bits, 'Administrator')) return undefined;
  const needed = BigInt(command.default_member_permissions);
  const theirs = [userId, guild.id, ...(guild.members.get(userId)?.roles ?? [])];
  if (theirs.some((id) => guild.grants.get(command.id)?.has(id))) return undefined;
  // 0 means administrators only.
  if (needed !== 0n && (bits & needed) === needed) return undefined;
  return new ActRefused(`/${command.name} needs permissions the user does not have`);
}

/** Chooses an entry in the menu of a message as a user; the interaction carries the message. */
export function chooseInMenu(context: Context, act: MenuAct): Life {
  const standing = stand(context, act);
  const command = commandAt(context, standing, act.command, ApplicationCommandType.Message);
  const message = messageFor(context, standing, act.messageId);
  return begin(context, standing, {
    kind: 'command',
    name: command.name,
    data: {
      id: command.id,
      name: command.name,
      type: ApplicationCommandType.Message,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  });
}

/** Runs a slash command as a user, or asks for the choices of the field in which they type. */
export function run(context: Context, act: SlashAct | TypingAct): Life {
  const focused = 'focused' in act ? act.focused : undefined;
  const standing = stand(context, act);
  const [name = '', ...path] = act.command.replace(/^\//, '').split(' ');
  const command = commandAt(context, standing, name);
  const resolved: Resolved = {};
  const picker = { world: context.world, guild: standing.guild, userId: act.user };
  const options = fillOptions(command, path, act.options ?? {}, picker, resolved, focused);
  return begin(context, standing, {
    kind: focused === undefined ? 'command' : 'autocomplete',
    name: [name, ...path].join(' '),
    data: {
      id: command.id,
      name,
      type: 1,
      options,
      ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
    },
  });
}
