import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIThreadChannel,
  type RESTGetAPIChannelUsersThreadsArchivedResult as ClosedThreads,
  DiscordAPIError,
  PermissionFlagsBits,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord.js';
import { dayMs } from '../../clock.ts';
import type { ChannelId } from '../../ids.ts';
import type { Destination, Sender } from '../../outbox/ports.ts';
import { type Described, isThread, permissionsIn, placeOfChannel, rolesOf } from '../places.ts';

const discordEpochMs = 1_420_070_400_000;
const pagesMax = 10;
const pageSize = 100;
/** Maximum number of a forum's posts that are opened to find the message. */
const postsMax = 100;
/** The machine's clock may be hours ahead of Discord's. */
const clockErrorMs = dayMs;

/** Reads from Discord within the brake's limit. */
export type Get = REST['get'];

/** Implements `Sender.find`. Throws Discord's error if it can't list the messages. */
export async function find(
  get: Get,
  self: string | undefined,
  where: Destination,
  afterMs: number,
  deliveryKey: string,
  post: Parameters<Sender['find']>[3],
): ReturnType<Sender['find']> {
  // Lede recognises its own messages by its user id.
  if (self === undefined) throw new Error('not connected yet');
  if (where.isForum) return findPost(get, self, where, afterMs, deliveryKey, post);
  const [first, safe] = [snowflakeAt(afterMs), snowflakeAt(afterMs - clockErrorMs)];
  let oldest: bigint | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (oldest !== undefined) query.set('before', String(oldest));
    const messages = (await get(Routes.channelMessages(where.channelId), { query })) as APIMessage[];
    const mine = messages.find((message) => message.author.id === self && holdsKey(message, deliveryKey));
    if (mine !== undefined) return { kind: 'found', messageId: mine.id };
    for (const { id } of messages) if (oldest === undefined || BigInt(id) < oldest) oldest = BigInt(id);
    if (messages.length < pageSize || (oldest !== undefined && oldest < safe)) {
      // Without the permission, Discord answers with an empty list.
      const isSeen = messages.length > 0 || (await mayRead(get, self, where));
      return { kind: isSeen ? 'absent' : 'cannot-look-up' };
    }
  }
  if (oldest !== undefined && oldest < first) return { kind: 'absent' };
  return { kind: 'unknown', reason: `more than ${pagesMax * pageSize} messages since the attempt` };
}

/** Looks among the posts of the forum, even closed or emptied ones. */
async function findPost(
  get: Get,
  self: string,
  { serverId, channelId }: Destination,
  afterMs: number,
  deliveryKey: string,
  { name: ownName, others }: NonNullable<Parameters<Sender['find']>[3]> = { name: undefined, others: [] },
): ReturnType<Sender['find']> {
  const sinceMs = afterMs - clockErrorMs;
  const { threads: open } = (await get(Routes.guildActiveThreads(serverId))) as RESTGetAPIGuildThreadsResult;
  const closed = await closedSince(get, channelId, sinceMs);
  const mine = [...open, ...closed]
    .map((thread) => thread as APIThreadChannel)
    .filter((one) => one.parent_id === channelId && one.owner_id === self && BigInt(one.id) >= snowflakeAt(sinceMs));
  const possible = mine.filter(({ id }) => !others.includes(id)).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  for (const { id, name } of possible.slice(0, postsMax)) {
    const first = await firstMessage(get, id);
    const isMine = first === undefined ? name === ownName : holdsKey(first, deliveryKey);
    if (isMine) return { kind: 'found', messageId: id };
  }
  return possible.length <= postsMax && closed.length < pagesMax * pageSize
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: 'too many posts since the attempt' };
}

/** Threads of the channel closed after `sinceMs`, latest first; ten pages at most. */
async function closedSince(get: Get, channelId: ChannelId, sinceMs: number): Promise<APIChannel[]> {
  const threads: APIChannel[] = [];
  const query = new URLSearchParams({ limit: String(pageSize) });
  for (let page = 0; page < pagesMax; page += 1) {
    const listed = (await get(Routes.channelThreads(channelId, 'public'), { query })) as ClosedThreads;
    threads.push(...listed.threads);
    const oldest = (listed.threads.at(-1) as APIThreadChannel | undefined)?.thread_metadata?.archive_timestamp;
    if (!listed.has_more || oldest === undefined || Date.parse(oldest) < sinceMs) break;
    query.set('before', oldest);
  }
  return threads;
}

/** The post's first message; undefined if somebody deleted it. */
async function firstMessage(get: Get, postId: string): Promise<APIMessage | undefined> {
  try {
    return (await get(Routes.channelMessage(postId, postId))) as APIMessage;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === 10_008) return undefined;
    throw error;
  }
}

/** The smallest possible id of a message from that moment. */
function snowflakeAt(ms: number): bigint {
  return BigInt(Math.max(0, Math.floor(ms) - discordEpochMs)) << 22n;
}

function holdsKey(part: unknown, deliveryKey: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('custom_id' in part && typeof part.custom_id === 'string' && part.custom_id.endsWith(`:${deliveryKey}`))
    return true;
  return 'components' in part && Array.isArray(part.components)
    ? part.components.some((child) => holdsKey(child, deliveryKey))
    : false;
}

async function mayRead(get: Get, self: string, { serverId, channelId }: Destination): Promise<boolean> {
  // Direct messages have no permissions.
  if (serverId === '') return true;
  const channelOf = async (id: ChannelId) => (await get(Routes.channel(id))) as Described;
  const channel = await channelOf(channelId);
  const ruling = isThread(channel) ? await channelOf(channel.parent_id ?? '') : channel;
  const guild = (await get(Routes.guild(serverId))) as APIGuild;
  const { roles } = (await get(Routes.guildMember(serverId, self))) as APIGuildMember;
  const ground = { serverId, ownerId: guild.owner_id, roles: rolesOf(guild.roles) };
  return permissionsIn(ground, placeOfChannel(ruling), { id: self, roles }).has(PermissionFlagsBits.ReadMessageHistory);
}
