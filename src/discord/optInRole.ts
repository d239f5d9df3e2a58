import {
  type APIGuildMember,
  type APIRole,
  type Client,
  DiscordAPIError,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { mention } from './cards/parts.ts';
import { Explained } from './command.ts';

const bitsIn = (permissions: string) => BigInt(permissions);

/**
 * Reads the server's roles and returns a check: it throws Explained unless Lede can give members the role and they may
 * take it by a button, and returns whether mentioning the role pings.
 */
export async function optInRoles({ rest, user }: Client, serverId: string): Promise<(roleId: string) => boolean> {
  const roles = (await rest.get(Routes.guildRoles(serverId))) as APIRole[];
  const me = (await rest.get(Routes.guildMember(serverId, user?.id ?? ''))) as APIGuildMember;
  return (roleId) => check(serverId, roles, me, roleId);
}

function check(serverId: string, roles: readonly APIRole[], me: APIGuildMember, roleId: string): boolean {
  if (roleId === serverId) throw new Explained(({ alerts }) => alerts.roleUnfit.everyone);
  const role = roles.find(({ id }) => id === roleId);
  const shown = mention.role(roleId);
  if (role === undefined) throw new Explained(({ alerts }) => alerts.roleUnfit.gone);
  if (role.managed) throw new Explained(({ alerts }) => alerts.roleUnfit.managed(shown));
  const everyone = roles.find(({ id }) => id === serverId);
  // Anybody can take the role by the button, so it must not allow more than @everyone does.
  if ((bitsIn(role.permissions) & ~bitsIn(everyone?.permissions ?? '0')) !== 0n) {
    throw new Explained(({ alerts }) => alerts.roleUnfit.powerful(shown));
  }
  const own = roles.filter(({ id }) => id === serverId || me.roles.includes(id));
  const held = own.reduce((sum, { permissions }) => sum | bitsIn(permissions), 0n);
  const has = (bit: bigint) => (held & (bit | PermissionFlagsBits.Administrator)) !== 0n;
  if (!has(PermissionFlagsBits.ManageRoles)) throw new Explained(({ alerts }) => alerts.roleUnfit.noManageRoles);
  if (role.position >= Math.max(...own.map(({ position }) => position))) {
    throw new Explained(({ alerts }) => alerts.roleUnfit.higher(shown));
  }
  return role.mentionable || has(PermissionFlagsBits.MentionEveryone);
}

/**
 * Gives a member the role, if it may still be given, or takes it away; returns whether they have it now. Throws
 * Explained.
 */
export async function toggleRole(
  client: Client,
  serverId: string,
  roleId: string,
  { id, roles }: { id: string; roles: readonly string[] },
): Promise<boolean> {
  const { rest } = client;
  const has = roles.includes(roleId);
  // It may have been given permissions since an admin chose it.
  if (!has) (await optInRoles(client, serverId))(roleId);
  const route = Routes.guildMemberRole(serverId, id, roleId);
  try {
    await (has ? rest.delete(route) : rest.put(route));
    return !has;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === 10_011) throw new Explained(({ alerts }) => alerts.noRole);
    if (error.status !== 403) throw error;
    throw new Explained(({ alerts }) => alerts.roleUnfit.noManageRoles);
  }
}
