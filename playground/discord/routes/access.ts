import { ChannelType } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { refusals } from '../http/errors.ts';
import type { PermissionName } from '../world/permissions.ts';
import { allows, channelPermissions } from '../world/permissions.ts';
import type { Channel } from '../world/state.ts';

const TEXT_TYPES: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** A channel that the bot may view. Throws 10003 if it does not exist, 50001 if the bot may not view it. */
export function channelFor(context: Context, channelId: string): Channel {
  const channel = context.world.channels.get(channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  if (channel.guildId !== undefined && context.world.guilds.get(channel.guildId)?.available !== true) {
    throw refusals.unknownChannel();
  }
  if (!botMay(context, channel, 'ViewChannel')) throw refusals.missingAccess();
  return channel;
}

/** A channel that can contain messages. Throws 50008 for categories and forums. */
export function textChannelFor(context: Context, channelId: string): Channel {
  const channel = channelFor(context, channelId);
  if (!TEXT_TYPES.has(channel.type)) throw refusals.notText();
  return channel;
}

/** Whether the bot has a permission in a channel. */
export function botMay(context: Context, channel: Channel, name: PermissionName): boolean {
  return allows(channelPermissions(context.world, channel, context.world.botId), name);
}

/** Throws 50013 unless the bot has a permission in a channel. */
export function demand(context: Context, channel: Channel, name: PermissionName): void {
  if (!botMay(context, channel, name)) throw refusals.missingPermissions();
}
