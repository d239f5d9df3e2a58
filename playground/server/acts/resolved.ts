import { channelPermissions } from '../permissions.ts';
import { wirePartialChannel } from '../shapes.ts';
import type { Guild, World } from '../state.ts';
import { ActRefused } from './refusal.ts';

/** The objects behind the ids in an interaction; a kind without any is left out, never null. */
export interface Resolved {
  channels?: { [id: string]: object };
  attachments?: { [id: string]: object };
}

/** What a user may pick from: their guild, or nothing of a guild in a DM. */
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
  into.channels = { ...into.channels, [id]: wirePartialChannel(picker.world, channel, picker.userId) };
}

/** Adds a file that the picker attached before. */
export function resolveAttachment(picker: Picker, id: string, into: Resolved): void {
  const file = picker.world.files.get(id);
  if (file === undefined || file.ownerId !== picker.userId) throw new ActRefused(`no attachment ${id}`);
  into.attachments = { ...into.attachments, [id]: { ...file.attachment, ephemeral: true } };
}
