import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, World } from './state.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

/** The permissions of administrators and the owner. */
const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((bits, bit) => bits | bit, 0n);

/** The permissions of @everyone in a new guild, as far as this server checks them. */
export const EVERYONE_PERMISSIONS = bitsOf([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseApplicationCommands',
]);
const DM_PERMISSIONS = EVERYONE_PERMISSIONS & ~PermissionFlagsBits.MentionEveryone;

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** Whether a bit field contains a permission. `guildPermissions` has already expanded Administrator. */
export function allows(bits: bigint, name: PermissionName): boolean {
  return (bits & PermissionFlagsBits[name]) === PermissionFlagsBits[name];
}

/** A member's permissions in a guild, before channel overwrites; 0 for non-members. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) bits |= guild.roles.get(id)?.permissions ?? 0n;
  return allows(bits, 'Administrator') ? ALL_PERMISSIONS : bits;
}

/** A user's permissions in a channel. Overwrites apply to @everyone, then roles, then the member; threads inherit. */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === undefined) return channel.recipients.has(userId) ? DM_PERMISSIONS : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return 0n;
  const base = guildPermissions(guild, userId);
  if (allows(base, 'Administrator') || base === 0n) return base;
  const place = channel.thread === undefined ? channel : (world.channels.get(channel.parentId ?? '') ?? channel);
  const bits = withOverwrites(base, guild, place, userId);
  return allows(bits, 'ViewChannel') ? bits : 0n;
}

function withOverwrites(base: bigint, guild: Guild, channel: Channel, userId: string): bigint {
  let bits = base;
  const everyone = channel.overwrites.get(guild.id);
  if (everyone !== undefined) bits = (bits & ~everyone.deny) | everyone.allow;
  let allow = 0n;
  let deny = 0n;
  for (const id of guild.members.get(userId)?.roles ?? []) {
    const overwrite = channel.overwrites.get(id);
    allow |= overwrite?.allow ?? 0n;
    deny |= overwrite?.deny ?? 0n;
  }
  bits = (bits & ~deny) | allow;
  const own = channel.overwrites.get(userId);
  return own === undefined ? bits : (bits & ~own.deny) | own.allow;
}
