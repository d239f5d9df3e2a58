import {
  type APIGuildChannel,
  type APIGuildMember,
  type APIRole,
  type Client,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { ServerId } from '../ids.ts';
import { mention } from './cards/parts.ts';
import { serversOf } from './gateway/servers.ts';
import { changerOf, Explained, type UserInteraction } from './interaction.ts';
import { memberOf } from './target.ts';

const bitsIn = (permissions: string) => BigInt(permissions);

/** A snapshot of a server's roles and their permissions. */
export interface RoleReading {
  serverId: ServerId;
  roles: readonly APIRole[];
  /** Ids of Lede's own roles. */
  own: readonly string[];
  /** By a role's id: a channel that allows the role something in its permission overwrites. */
  opened: ReadonlyMap<string, string>;
}

/** Reads the roles and channels of a server. Discord lists even channels that Lede can't see. */
export async function readRoles({ rest, user }: Client, serverId: ServerId): Promise<RoleReading> {
  const [roles, me, channels] = (await Promise.all([
    rest.get(Routes.guildRoles(serverId)),
    rest.get(Routes.guildMember(serverId, user?.id ?? '')),
    rest.get(Routes.guildChannels(serverId)),
  ])) as [APIRole[], APIGuildMember, APIGuildChannel[]];
  const opened = new Map<string, string>();
  for (const { id: channelId, permission_overwrites } of channels) {
    if (permission_overwrites === undefined) throw new Error('a channel without its permissions');
    for (const { id, allow } of permission_overwrites) if (bitsIn(allow) !== 0n) opened.set(id, channelId);
  }
  return { serverId, roles, own: me.roles, opened };
}

/** The refusal if Lede can't read the server's roles and channels: a role may open a channel, so nobody gets one. */
export const unreadRoles = () => new Explained(({ roles }) => roles.unfit.unread);

/**
 * Reads the asker's server and returns a check. It throws Explained unless the asker may give the role, Lede can give
 * it, and everybody may take it by a button; it returns whether mentioning the role pings.
 */
export async function rolesFor(interaction: UserInteraction): Promise<(roleId: string) => boolean> {
  const { client } = interaction;
  const { serverId } = changerOf(interaction);
  const reading = await readRoles(client, serverId).catch(() => Promise.reject(unreadRoles()));
  const asker = memberOf(interaction);
  const isOwner = serversOf(client).get(serverId)?.ownerId === asker.id;
  return (roleId) => {
    const pings = checkRole(reading, roleId);
    const role = reading.roles.find(({ id }) => id === roleId);
    // Discord's role hierarchy binds administrators, too.
    if (role !== undefined && !isOwner && fault(reading, asker.roles, role) !== undefined)
      throw new Explained(({ roles }) => roles.unfit.notYours({ role: mention.role(roleId) }));
    return pings;
  };
}

/** Throws Explained unless Lede may give the role to everybody who asks; returns whether mentioning it pings. */
export function checkRole(reading: RoleReading, roleId: string): boolean {
  const { serverId, roles, own, opened } = reading;
  if (roleId === serverId) throw new Explained(({ roles }) => roles.unfit.everyone);
  const role = roles.find(({ id }) => id === roleId);
  const shown = mention.role(roleId);
  if (role === undefined) throw new Explained(({ roles }) => roles.unfit.gone);
  if (role.managed) throw new Explained(({ roles }) => roles.unfit.managed({ role: shown }));
  const everyone = roles.find(({ id }) => id === serverId);
  // Anybody can take the role, so it must not allow more than @everyone does.
  if ((bitsIn(role.permissions) & ~bitsIn(everyone?.permissions ?? '0')) !== 0n)
    throw new Explained(({ roles }) => roles.unfit.powerful({ role: shown }));
  // A channel's permission for the role overrides denials by the channel or another role.
  const channelId = opened.get(roleId);
  if (channelId !== undefined)
    throw new Explained(({ roles }) => roles.unfit.opens({ role: shown, channel: mention.channel(channelId) }));
  const why = fault(reading, own, role);
  if (why !== undefined)
    throw new Explained(({ roles: { unfit } }) =>
      why === 'higher' ? unfit.higher({ role: shown }) : unfit.noManageRoles,
    );
  return role.mentionable || has(heldBy(reading, own), PermissionFlagsBits.MentionEveryone);
}

const heldBy = ({ serverId, roles }: RoleReading, ids: readonly string[]) =>
  roles.filter(({ id }) => id === serverId || ids.includes(id));

const has = (held: readonly APIRole[], bit: bigint) =>
  held.some(({ permissions }) => (bitsIn(permissions) & (bit | PermissionFlagsBits.Administrator)) !== 0n);

/** Why a member with these roles can't give the role. */
function fault(reading: RoleReading, ids: readonly string[], role: APIRole): 'noManageRoles' | 'higher' | undefined {
  const held = heldBy(reading, ids);
  if (!has(held, PermissionFlagsBits.ManageRoles)) return 'noManageRoles';
  return role.position < Math.max(...held.map(({ position }) => position)) ? undefined : 'higher';
}
