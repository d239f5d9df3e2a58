import {
  type APIOverwrite,
  type APIRole,
  type ChannelType,
  Constants,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { ChannelId, ServerId, UserId } from '../ids.ts';
import { optionalPermissions, requiredPermissions } from './invite.ts';

/** The data that Lede keeps of a channel or an open thread. */
export interface KnownChannel {
  type: ChannelType;
  name: string;
  overwrites: [id: string, allow: number, deny: number][];
  /** A thread's parent, whose permissions apply to the thread. */
  parentId?: string;
  locked?: boolean;
}

/** A channel from the gateway or the REST API. */
export interface Described {
  id: ChannelId;
  type: ChannelType;
  guild_id?: string;
  name?: string | null;
  parent_id?: string | null;
  permission_overwrites?: APIOverwrite[];
  thread_metadata?: { locked?: boolean };
}

export const isThread = ({ type }: Pick<KnownChannel, 'type'>): boolean =>
  (Constants.ThreadChannelTypes as ChannelType[]).includes(type);

const known = Object.values({ ...requiredPermissions, ...optionalPermissions }).reduce(
  (sum, bit) => sum | bit,
  PermissionFlagsBits.Administrator,
);
/** Reads Discord's bit field, a decimal number, and keeps only the permissions that Lede uses. */
export const bitsOf = (permissions: string): number => Number(BigInt(permissions) & known);

export const rolesOf = (roles: readonly Pick<APIRole, 'id' | 'permissions'>[]): Map<string, number> =>
  new Map(roles.map(({ id, permissions }) => [id, bitsOf(permissions)]));

export function placeOfChannel(channel: Described): KnownChannel {
  const overwrites = (channel.permission_overwrites ?? [])
    .map(({ id, allow, deny }): [string, number, number] => [id, bitsOf(allow), bitsOf(deny)])
    .filter(([, allow, deny]) => allow + deny > 0);
  return {
    type: channel.type,
    name: channel.name ?? '',
    overwrites,
    parentId: (isThread(channel) && channel.parent_id) || '',
    locked: channel.thread_metadata?.locked === true,
  };
}

/** The member's permissions in a channel, among those that Lede uses. For a thread, `place` is its parent. */
export function permissionsIn(
  { serverId, ownerId, roles }: { serverId: ServerId; ownerId?: string; roles: ReadonlyMap<string, number> },
  place: KnownChannel | undefined,
  member: { id: UserId; roles: readonly string[] },
): PermissionsBitField {
  const held = [serverId, ...member.roles];
  const sum = (bits: readonly number[]) => bits.reduce((all, some) => all | BigInt(some), 0n);
  const base = sum(held.map((id) => roles.get(id) ?? 0));
  if (member.id === ownerId || (base & PermissionFlagsBits.Administrator) !== 0n) return new PermissionsBitField(known);
  let bits = place === undefined ? 0n : base;
  const apply = (theirs: (id: string) => boolean): void => {
    const which = (place?.overwrites ?? []).filter(([id]) => theirs(id));
    bits = (bits & ~sum(which.map(([, , deny]) => deny))) | sum(which.map(([, allow]) => allow));
  };
  apply((id) => id === serverId);
  apply((id) => id !== serverId && held.includes(id));
  apply((id) => id === member.id);
  return new PermissionsBitField((bits & PermissionFlagsBits.ViewChannel) === 0n ? 0n : bits);
}
