import { ChannelType } from 'discord-api-types/v10';
import { channelPermissions, guildPermissions } from './permissions.ts';
import type { Channel, Guild, Member, Role, World } from './state.ts';
import { channelsOf, userOf } from './state.ts';

/** A role as Discord writes it: bits as text. */
export function wireRole(role: Role): object {
  return {
    id: role.id,
    name: role.name,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
  };
}

/** A member without its user; interactions add `user` and `permissions`. */
function wireMember(member: Member): object {
  return {
    roles: member.roles,
    joined_at: member.joinedAt,
    nick: member.nick ?? null,
    pending: false,
    flags: 0,
  };
}

/** A member with its user, as REST and GUILD_CREATE give it. */
function wireFullMember(world: World, member: Member): object {
  return { user: userOf(world, member.userId), ...wireMember(member) };
}

/** A channel of any type as REST and the gateway write it. */
export function wireChannel(world: World, channel: Channel): object {
  const last = channel.messages.at(-1)?.id ?? null;
  if (channel.guildId === undefined) {
    const others = [...channel.recipients].filter((id) => id !== world.botId);
    const recipients = others.map((id) => userOf(world, id));
    return { id: channel.id, type: ChannelType.DM, last_message_id: last, flags: 0, recipients };
  }
  if (channel.thread !== undefined) return wireThread(channel, last);
  const base = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    flags: 0,
    parent_id: channel.parentId ?? null,
    permission_overwrites: wireOverwrites(channel),
  };
  if (channel.type === ChannelType.GuildCategory) return base;
  const text = { ...base, nsfw: channel.nsfw, rate_limit_per_user: 0, last_message_id: last };
  return channel.type === ChannelType.GuildVoice ? text : { ...text, topic: channel.topic ?? null };
}

function wireThread(channel: Channel, last: string | null): object {
  const thread = channel.thread;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? null,
    owner_id: thread?.ownerId,
    name: channel.name,
    last_message_id: last,
    message_count: channel.messages.length,
    total_message_sent: channel.messages.length,
    member_count: 1,
    rate_limit_per_user: 0,
    flags: 0,
    thread_metadata: {
      archived: thread?.archived ?? false,
      locked: thread?.locked ?? false,
      auto_archive_duration: 1_440,
      archive_timestamp: thread?.createdAt,
      create_timestamp: thread?.createdAt,
    },
  };
}

function wireOverwrites(channel: Channel): object[] {
  return [...channel.overwrites].map(([id, { type, allow, deny }]) => ({
    id,
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  }));
}

/** The partial channel that an interaction carries: with the asking user's permissions there. */
export function wirePartialChannel(world: World, channel: Channel, userId: string): object {
  const whole = wireChannel(world, channel) as { [key: string]: unknown };
  const { permission_overwrites, ...rest } = whole;
  return { ...rest, permissions: channelPermissions(world, channel, userId).toString() };
}

/** A guild as the gateway writes it, without most of what is null or 0. */
export function wireGuild(guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    system_channel_id: guild.systemChannelId ?? null,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()].map(wireRole),
    emojis: [],
    stickers: [],
    features: [],
  };
}

/** What GUILD_CREATE carries: without the members intent the bot sees only itself among the members. */
export function wireGuildCreate(world: World, guild: Guild): object {
  const own = guild.members.get(world.botId);
  const all = channelsOf(world, guild.id);
  return {
    ...wireGuild(guild),
    joined_at: guild.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: own === undefined ? [] : [wireFullMember(world, own)],
    channels: all.filter(({ thread }) => thread === undefined).map((channel) => wireChannel(world, channel)),
    threads: all.filter(({ thread }) => thread?.archived === false).map((channel) => wireChannel(world, channel)),
  };
}

/** The member of an interaction: with user and the permissions in that channel. */
export function wireInteractionMember(world: World, guild: Guild, channel: Channel, userId: string): object {
  const member = guild.members.get(userId);
  if (member === undefined) throw new Error(`user ${userId} is no member of ${guild.id}`);
  const bits = channelPermissions(world, channel, userId);
  return { ...wireFullMember(world, member), permissions: (bits || guildPermissions(guild, userId)).toString() };
}
