import {
  type APIMessage,
  type Client,
  DiscordAPIError,
  messageLink,
  PermissionFlagsBits,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import { dayMs } from '../../clock.ts';
import type { Payload, PostOutcome, Sender } from '../../delivery/ports.ts';
import { isConnected } from '../client.ts';
import type { Brake } from './brake.ts';
import { type Failure, outcomeOf } from './outcomes.ts';

const discordEpochMs = 1_420_070_400_000;
const pagesMax = 10;
const pageSize = 100;
/** The machine's clock may be hours ahead of Discord's. */
const clockErrorMs = dayMs;

/** Posts for the outbox through the current client; each method makes one attempt and says what it proves. */
export function createSender(current: () => Client, brake: Brake): Sender {
  const held = async (): Promise<Extract<PostOutcome, { kind: 'limited' }> | undefined> => {
    const retryAfterMs = await brake.turn();
    return retryAfterMs > 0 ? { kind: 'limited', retryAfterMs } : undefined;
  };
  return {
    post: async (channelId, payload, nonce) =>
      (await held()) ?? post(current(), channelId, { ...payload, nonce, enforce_nonce: true }),
    edit: async (channelId, messageId, payload) => (await held()) ?? edit(current(), channelId, messageId, payload),
    find: async (channelId, afterMs, deliveryKey) =>
      (await held()) === undefined
        ? find(current(), channelId, afterMs, deliveryKey)
        : { kind: 'unknown', reason: 'held back' },
    tell: async (target, payload) => (await held()) === undefined && tell(current(), target, payload),
    messageUrl: (serverId, channelId, messageId) => messageLink(channelId, messageId, serverId),
  };
}

const post = (client: Client, channelId: string, body: Payload): Promise<PostOutcome> =>
  attempt(client, channelId, client.rest.post(Routes.channelMessages(channelId), { body }));

const edit = (client: Client, channelId: string, messageId: string, body: Payload): Promise<PostOutcome> =>
  attempt(client, channelId, client.rest.patch(Routes.channelMessage(channelId, messageId), { body }));

async function attempt(client: Client, channelId: string, request: Promise<unknown>): Promise<PostOutcome> {
  try {
    return { kind: 'posted', messageId: ((await request) as APIMessage).id };
  } catch (error) {
    return asSeen(client, channelId, outcomeOf(error));
  }
}

/**
 * While a server is unavailable, Discord denies that its channels exist, perhaps before it says so. A channel counts as
 * lost only when the gateway lists it no longer.
 */
function asSeen(client: Client, channelId: string, outcome: Failure): Failure {
  if (outcome.kind !== 'lost' || outcome.reason !== 'channel-gone') return outcome;
  const guilds = client.guilds.cache;
  const complete = isConnected(client) && guilds.every((guild) => guild.available);
  // Not client.channels, which after a new session still has those deleted in between.
  return complete && !guilds.some((guild) => guild.channels.cache.has(channelId))
    ? outcome
    : { kind: 'unsent', reason: 'Discord denies the channel but did not say that it was deleted' };
}

async function find(
  client: Client,
  channelId: string,
  afterMs: number,
  deliveryKey: string,
): ReturnType<Sender['find']> {
  const [first, safe] = [snowflakeAt(afterMs), snowflakeAt(afterMs - clockErrorMs)];
  let oldest: bigint | undefined;
  try {
    for (let page = 0; page < pagesMax; page += 1) {
      const query = new URLSearchParams({ limit: String(pageSize) });
      if (oldest !== undefined) query.set('before', String(oldest));
      const messages = (await client.rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
      const mine = messages.find((message) => message.author.id === client.user?.id && holdsKey(message, deliveryKey));
      if (mine !== undefined) return { kind: 'found', messageId: mine.id };
      for (const { id } of messages) if (oldest === undefined || BigInt(id) < oldest) oldest = BigInt(id);
      if (messages.length < pageSize || (oldest !== undefined && oldest < safe)) {
        // Without the permission Discord answers an empty list, which proves nothing.
        return (await mayRead(client, channelId)) ? { kind: 'absent' } : { kind: 'cannot-look-up' };
      }
    }
  } catch (error) {
    const outcome = asSeen(client, channelId, outcomeOf(error));
    if (outcome.kind === 'lost') return { kind: 'cannot-look-up' };
    return { kind: 'unknown', reason: 'reason' in outcome ? outcome.reason : outcome.kind };
  }
  if (oldest !== undefined && oldest < first) return { kind: 'absent' };
  return { kind: 'unknown', reason: `more than ${pagesMax * pageSize} messages since the attempt` };
}

/** The smallest id that a message made at that moment can have. */
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

async function mayRead(client: Client, channelId: string): Promise<boolean> {
  // The gateway lists only open threads.
  const channel = await client.channels.fetch(channelId);
  if (channel === null) return false;
  if (channel.isDMBased()) return true;
  const me = channel.guild.members.me;
  return me !== null && (channel.permissionsFor(me)?.has(PermissionFlagsBits.ReadMessageHistory) ?? false);
}

async function tell(client: Client, target: Parameters<Sender['tell']>[0], payload: Payload): Promise<boolean> {
  const places: (() => Promise<string | undefined>)[] = [
    async () => target.logChannelId,
    async () => (target.userId === undefined ? undefined : directChannel(client, target.userId)),
    async () => client.guilds.cache.get(target.serverId)?.systemChannelId ?? undefined,
  ];
  try {
    for (const place of places) {
      const channelId = await place();
      if (channelId === undefined) continue;
      const { kind } = await post(client, channelId, payload);
      if (kind === 'posted') return true;
      // Discord is away or wants a pause: try here later, not elsewhere now.
      if (kind !== 'lost' && kind !== 'refused') return false;
    }
  } catch {
    // Opening a place failed: later.
  }
  return false;
}

/** Undefined when Discord says that there is none. */
async function directChannel(client: Client, userId: string): Promise<string | undefined> {
  try {
    const body = { recipient_id: userId };
    const channel = await client.rest.post(Routes.userChannels(), { body });
    return (channel as RESTPostAPICurrentUserCreateDMChannelResult).id;
  } catch (error) {
    // Only somebody who closed their DMs or left is told in the server's own channel, where everybody reads it.
    if (error instanceof DiscordAPIError) return undefined;
    throw error;
  }
}
