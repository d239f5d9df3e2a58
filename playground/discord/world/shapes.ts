import { ChannelType } from 'discord-api-types/v10';
import { channelPermissions, guildPermissions } from './permissions.ts';
import type { Channel, Guild, Member, Role, ThreadState, World } from './state.ts';
import { channelsOf, userOf } from './state.ts';

/** A role in Discord's format, with its permission bits as a string. */
export function wireRole(role: Role): object {
  return {
    id: role.id,
    name: role.name,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
  };
}

export function wireFullMember(world: World, { userId, roles, joinedAt }: Member): object {
  return { user: userOf(world, userId), roles, joined_at: joinedAt, nick: null, pending: false, flags: 0 };
}

/** Channel flag of a forum whose posts must have a tag. */
const demandsTag = 1 << 4;

const wireTag = ({ id, name }: { id: string; name: string }) => ({
  id,
  name,
  moderated: false,
  emoji_id: null,
  emoji_name: null,
});

/** A channel of any type, as in REST answers and gateway events. */
export function wireChannel(world: World, channel: Channel): object {
  const last = channel.messages.at(-1)?.id ?? null;
  if (channel.guildId === undefined) {
    const others = [...channel.recipients].filter((id) => id !== world.botId);
    const recipients = others.map((id) => userOf(world, id));
    return { id: channel.id, type: ChannelType.DM, last_message_id: last, flags: 0, recipients };
  }
  const base = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    flags: channel.forum?.requiresTag === true ? demandsTag : 0,
    last_message_id: last,
    ...(channel.forum === undefined ? {} : { available_tags: channel.forum.tags.map(wireTag) }),
  };
  if (channel.thread !== undefined) return { ...base, ...wireThread(channel.thread) };
  return {
    ...base,
    position: channel.position,
    permission_overwrites: wireOverwrites(channel),
    topic: channel.topic ?? null,
  };
}

function wireThread({ ownerId, archived, locked, createdAt, tagIds }: ThreadState): object {
  return {
    owner_id: ownerId,
    ...(tagIds === undefined ? {} : { applied_tags: tagIds }),
    thread_metadata: { archived, locked, auto_archive_duration: 1_440, archive_timestamp: createdAt },
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

/** The channel of an interaction, with the user's permissions there. */
export function wirePartialChannel(world: World, channel: Channel, userId: string): object {
  const whole = wireChannel(world, channel) as { [key: string]: unknown };
  const { permission_overwrites, ...rest } = whole;
  return { ...rest, permissions: channelPermissions(world, channel, userId).toString() };
}

/** A channel chosen as an option, with the app's permissions there. */
export const wireResolvedChannel = (world: World, channel: Channel, userId: string): object => ({
  ...wirePartialChannel(world, channel, userId),
  app_permissions: channelPermissions(world, channel, world.botId).toString(),
});

/** A guild as in gateway events, without most fields that are null or 0. */
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

/** The data of GUILD_CREATE. Without the members intent its only member is the bot. */
export function wireGuildCreate(world: World, guild: Guild, all = channelsOf(world, guild.id)): object {
  const own = guild.members.get(world.botId);
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

/** The member of an interaction, with the permissions in that channel. */
export function wireInteractionMember(world: World, guild: Guild, channel: Channel, userId: string): object {
  const member = guild.members.get(userId);
  if (member === undefined) throw new Error(`user ${userId} is no member of ${guild.id}`);
  const bits = channelPermissions(world, channel, userId);
  return { ...wireFullMember(world, member), permissions: (bits || guildPermissions(guild, userId)).toString() };
}

const guildsOfBot = (world: World, isTold: (guildId: string) => boolean): Guild[] =>
  [...world.guilds.values()].filter(({ id, members }) => members.has(world.botId) && isTold(id));

/** The bot's own user. */
export const wireSelf = (world: World): object => ({
  ...userOf(world, world.botId),
  verified: true,
  mfa_enabled: true,
  email: null,
  flags: 0,
});

/** The data of READY without session and URL. Guilds are unavailable until their GUILD_CREATE. */
export function readyOf(world: World, isTold: (guildId: string) => boolean): object {
  return {
    v: 10,
    user: wireSelf(world),
    guilds: guildsOfBot(world, isTold).map(({ id }) => ({ id, unavailable: true })),
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    session_type: 'normal',
  };
}

/** The events after READY: one for each guild, or for its outage. If one is missing, a client waits 15 s for it. */
export function greetingsOf(world: World, isTold: (guildId: string) => boolean): [name: string, data: object][] {
  // Grouped once, because otherwise each of up to 2,500 guilds would search the channels of all guilds.
  const channels = Map.groupBy(world.channels.values(), ({ guildId }) => guildId);
  return guildsOfBot(world, isTold).map((guild) =>
    guild.available
      ? ['GUILD_CREATE', wireGuildCreate(world, guild, channels.get(guild.id) ?? [])]
      : ['GUILD_DELETE', { id: guild.id, unavailable: true }],
  );
}
