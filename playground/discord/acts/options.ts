import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { WireCommand, WireCommandOption } from '../wire.ts';
import { channelPermissions } from '../world/permissions.ts';
import { wireResolvedChannel, wireRole } from '../world/shapes.ts';
import type { Guild, World } from '../world/state.ts';
import { ActRefused } from './begin.ts';

/** What a user typed into a command's fields: text, numbers, true or false, or ids of channels, roles and files. */
export type OptionValues = Readonly<Record<string, string | number>>;

/** An option as an interaction carries it. */
export interface FilledOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

/** Fills a command's options. While the user types in `focused`, the others may be missing. */
export function fillOptions(
  command: WireCommand,
  path: readonly string[],
  values: OptionValues,
  picker: Picker,
  into: Resolved,
  focused?: string,
): FilledOption[] {
  const [name, ...more] = path;
  const options = command.options ?? [];
  const subs = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (name === undefined && subs.length === 0) return fillLeaves(options, values, picker, into, focused);
  const sub = subs.find((option) => option.name === name);
  if (sub === undefined || more.length > 0) {
    throw new ActRefused(`/${command.name} has no subcommand ${path.join(' ')}`);
  }
  return [
    {
      name: sub.name,
      type: ApplicationCommandOptionType.Subcommand,
      options: fillLeaves(sub.options ?? [], values, picker, into, focused),
    },
  ];
}

function fillLeaves(
  options: readonly WireCommandOption[],
  values: OptionValues,
  picker: Picker,
  into: Resolved,
  focused: string | undefined,
): FilledOption[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new ActRefused(`no option ${name}`);
  }
  if (focused !== undefined && options.find(({ name }) => name === focused)?.autocomplete !== true) {
    throw new ActRefused(`option ${focused} has no autocomplete`);
  }
  return options.flatMap((option): FilledOption[] => {
    const value = values[option.name];
    if (option.name === focused) return [{ name: option.name, type: option.type, value: value ?? '', focused: true }];
    if (value === undefined) {
      if (option.required === true && focused === undefined) {
        throw new ActRefused(`option ${option.name} is required`);
      }
      return [];
    }
    checkValue(option, value);
    resolveValue(option, String(value), picker, into);
    return [
      {
        name: option.name,
        type: option.type,
        value: option.type === ApplicationCommandOptionType.Boolean ? value === 'true' : value,
      },
    ];
  });
}

function checkValue(option: WireCommandOption, value: string | number): void {
  const wanted = option.type === ApplicationCommandOptionType.Integer ? 'number' : 'string';
  const refuse = (why: string): never => {
    throw new ActRefused(`option ${option.name}: ${why}`);
  };
  if (typeof value !== wanted) refuse(`must be a ${wanted}`);
  if (option.type === ApplicationCommandOptionType.Integer && !Number.isInteger(value)) refuse('must be an integer');
  if (option.type === ApplicationCommandOptionType.Boolean && value !== 'true' && value !== 'false')
    refuse('must be true or false');
  const choices = option.choices?.map((choice) => choice.value) ?? [];
  if (choices.length > 0 && !choices.includes(value)) refuse(`must be one of ${choices.join(', ')}`);
  const size = typeof value === 'string' ? value.length : Number(value);
  const least = typeof value === 'string' ? option.min_length : option.min_value;
  const most = typeof value === 'string' ? (option.max_length ?? 6_000) : option.max_value;
  if (least !== undefined && size < least) refuse(`must be at least ${least}`);
  if (most !== undefined && size > most) refuse(`must be at most ${most}`);
}

function resolveValue(option: WireCommandOption, value: string, picker: Picker, into: Resolved): void {
  if (option.type === ApplicationCommandOptionType.Channel) resolveChannel(picker, value, into, option.channel_types);
  else if (option.type === ApplicationCommandOptionType.Role) resolveRole(picker, value, into);
  else if (option.type === ApplicationCommandOptionType.Attachment)
    resolveAttachment(picker, value, into, option.file_types);
}

/** The objects behind the ids in an interaction. */
export interface Resolved {
  channels?: { [id: string]: object };
  roles?: { [id: string]: object };
  attachments?: { [id: string]: object };
}

/** Who picks, and in which guild; no guild in a DM. */
export interface Picker {
  readonly world: World;
  readonly guild: Guild | undefined;
  readonly userId: string;
}

/** Adds a picked channel of the picker's guild, if it is of an allowed type. */
export function resolveChannel(picker: Picker, id: string, into: Resolved, types: readonly number[] | undefined): void {
  const channel = picker.world.channels.get(id);
  if (channel === undefined || channel.guildId === undefined || channel.guildId !== picker.guild?.id) {
    throw new ActRefused(`no channel ${id} in this server`);
  }
  if (types !== undefined && types.length > 0 && !types.includes(channel.type)) {
    throw new ActRefused(`channel #${channel.name} is of type ${channel.type}, allowed are ${types.join(', ')}`);
  }
  if (channelPermissions(picker.world, channel, picker.userId) === 0n) {
    throw new ActRefused(`the user cannot see #${channel.name}`);
  }
  into.channels = { ...into.channels, [id]: wireResolvedChannel(picker.world, channel, picker.userId) };
}

/** Adds a picked role of the picker's guild. */
export function resolveRole(picker: Picker, id: string, into: Resolved): void {
  const role = picker.guild?.roles.get(id);
  if (role === undefined) throw new ActRefused(`no role ${id} in this server`);
  into.roles = { ...into.roles, [id]: wireRole(role) };
}

/** Adds a file that the picker attached before, if it is of an allowed type. */
function resolveAttachment(picker: Picker, id: string, into: Resolved, types: readonly string[] = []): void {
  const file = picker.world.files.get(id);
  if (file === undefined || file.ownerId !== picker.userId) throw new ActRefused(`no attachment ${id}`);
  const { filename, content_type = '' } = file.attachment;
  // A type is an extension with its dot, or a group such as 'image'.
  const fits = (type: string) =>
    type.startsWith('.') ? filename.toLowerCase().endsWith(type) : content_type.startsWith(`${type}/`);
  if (types.length > 0 && !types.some(fits)) throw new ActRefused(`only files of these types: ${types.join(', ')}`);
  into.attachments = { ...into.attachments, [id]: { ...file.attachment, ephemeral: true } };
}
