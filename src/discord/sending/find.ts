import {
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIThreadChannel,
  type APIThreadList,
  DiscordAPIError,
  PermissionFlagsBits,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord.js';
import { dayMs } from '../../clock.ts';
import type { ChannelId } from '../../ids.ts';
import type { Destination, Payload, Sender } from '../../outbox/ports.ts';
import { type Described, isThread, permissionsIn, placeOfChannel, rolesOf } from '../places.ts';

const discordEpochMs = 1_420_070_400_000;
const pagesMax = 10;
const pageSize = 100;
/** The machine's clock may be hours ahead of Discord's. */
const clockErrorMs = dayMs;

/** Implements `Sender.find`. Throws Discord's error if Discord doesn't list the messages. */
export async function find(
  rest: REST,
  self: string | undefined,
  where: Destination,
  afterMs: number,
  deliveryKey: string,
  payload: Payload = {},
): ReturnType<Sender['find']> {
  // Without its user id, Lede can't recognise its own messages.
  if (self === undefined) throw new Error('not connected yet');
  if (where.isForum) return findPost(rest, self, where, afterMs, deliveryKey, payload);
  const [first, safe] = [snowflakeAt(afterMs), snowflakeAt(afterMs - clockErrorMs)];
  let oldest: bigint | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (oldest !== undefined) query.set('before', String(oldest));
    const messages = (await rest.get(Routes.channelMessages(where.channelId), { query })) as APIMessage[];
    const mine = messages.find((message) => message.author.id === self && holdsKey(message, deliveryKey));
    if (mine !== undefined) return { kind: 'found', messageId: mine.id };
    for (const { id } of messages) if (oldest === undefined || BigInt(id) < oldest) oldest = BigInt(id);
    if (messages.length < pageSize || (oldest !== undefined && oldest < safe)) {
      // Without the permission, Discord answers with an empty list, which proves nothing.
      const isSeen = messages.length > 0 || (await mayRead(rest, self, where));
      return { kind: isSeen ? 'absent' : 'cannot-look-up' };
    }
  }
  if (oldest !== undefined && oldest < first) return { kind: 'absent' };
  return { kind: 'unknown', reason: `more than ${pagesMax * pageSize} messages since the attempt` };
}

/** Looks among the posts of the forum, including those that somebody has since closed or emptied. */
async function findPost(
  rest: REST,
  self: string,
  { serverId, channelId }: Destination,
  afterMs: number,
  deliveryKey: string,
  payload: Payload,
): ReturnType<Sender['find']> {
  const { threads: open } = (await rest.get(Routes.guildActiveThreads(serverId))) as RESTGetAPIGuildThreadsResult;
  const query = new URLSearchParams({ limit: String(pageSize) });
  const closed = (await rest.get(Routes.channelThreads(channelId, 'public'), { query })) as APIThreadList;
  const threads = [...open, ...closed.threads];
  const safe = snowflakeAt(afterMs - clockErrorMs);
  const mine = (threads as APIThreadChannel[]).filter(
    (one) => one.parent_id === channelId && one.owner_id === self && BigInt(one.id) >= safe,
  );
  const newest = mine.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  for (const { id, name } of newest.slice(0, pagesMax)) {
    const first = await firstMessage(rest, id);
    const isMine = first === undefined ? name === payload.name : holdsKey(first, deliveryKey);
    if (isMine) return { kind: 'found', messageId: id };
  }
  return newest.length <= pagesMax
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: `more than ${pagesMax} posts since the attempt` };
}

/** Undefined if somebody deleted it. */
async function firstMessage(rest: REST, postId: string): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(postId, postId))) as APIMessage;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === 10_008) return undefined;
    throw error;
  }
}

/** The smallest id that a message from that moment can have. */
function snowflakeAt(ms: number): bigint {
  return BigInt(Math.max(0, Math.floor(ms) - discordEpochMs)) << 22n;
}

function holdsKey(part: unknown, deliveryKey: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('custom_id' in part && typeof part.custom_id === 'string' && part.custom_id.endsWith(`:${deliveryKey}`)) {
    return true;
  }
  return 'components' in part && Array.isArray(part.components)
    ? part.components.some((child) => holdsKey(child, deliveryKey))
    : false;
}

async function mayRead(rest: REST, self: string, { serverId, channelId }: Destination): Promise<boolean> {
  // Direct messages have no permissions.
  if (serverId === '') return true;
  const channelOf = async (id: ChannelId) => (await rest.get(Routes.channel(id))) as Described;
  const channel = await channelOf(channelId);
  const ruling = isThread(channel) ? await channelOf(channel.parent_id ?? '') : channel;
  const guild = (await rest.get(Routes.guild(serverId))) as APIGuild;
  const { roles } = (await rest.get(Routes.guildMember(serverId, self))) as APIGuildMember;
  const ground = { serverId, ownerId: guild.owner_id, roles: rolesOf(guild.roles) };
  return permissionsIn(ground, placeOfChannel(ruling), { id: self, roles }).has(PermissionFlagsBits.ReadMessageHistory);
}
