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
import { type Described, placeOf, serversOf } from '../servers.ts';
import type { Brake } from './brake.ts';
import { type Failure, isOfDiscord, outcomeOf } from './outcomes.ts';

const discordEpochMs = 1_420_070_400_000;
const pagesMax = 10;
const pageSize = 100;
/** The machine's clock may be hours ahead of Discord's. */
const clockErrorMs = dayMs;

/**
 * Posts for the outbox through the current client; each method makes one attempt and says what it proves. `tokenStands`
 * is asked after a 401, whether Discord still takes the token; `mayAct` right before each request.
 */
export function createSender(
  current: () => Client,
  brake: Brake,
  tokenStands: () => Promise<boolean>,
  mayAct: () => boolean,
): Sender {
  const held = async (): Promise<Extract<PostOutcome, { kind: 'limited' }> | undefined> => {
    const retryAfterMs = await brake.turn();
    // The process may have been paused while it waited, and another one may send now.
    if (!mayAct()) return { kind: 'limited', retryAfterMs: 1_000 };
    return retryAfterMs > 0 ? { kind: 'limited', retryAfterMs } : undefined;
  };
  const failed = async (client: Client, channelId: string, error: unknown): Promise<Failure> => {
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'lost') return outcome;
    if (outcome.reason === 'unauthorized' && (await tokenStands())) return { kind: 'unsent', reason: 'HTTP 401' };
    return outcome.reason === 'channel-gone' ? asSeen(client, channelId, outcome) : outcome;
  };
  const attempt = async (channelId: string, request: (client: Client) => Promise<unknown>): Promise<PostOutcome> => {
    const limited = await held();
    if (limited !== undefined) return limited;
    const client = current();
    try {
      const { id } = (await request(client)) as Partial<APIMessage>;
      // A proxy may answer in Discord's place.
      return typeof id === 'string' && id !== ''
        ? { kind: 'posted', messageId: id }
        : { kind: 'unknown', reason: 'an answer without a message' };
    } catch (error) {
      return failed(client, channelId, error);
    }
  };
  const post = (channelId: string, body: Payload) =>
    attempt(channelId, ({ rest }) => rest.post(Routes.channelMessages(channelId), { body }));
  return {
    post: (channelId, payload, nonce) => post(channelId, { ...payload, nonce, enforce_nonce: true }),
    edit: (channelId, messageId, body) =>
      attempt(channelId, ({ rest }) => rest.patch(Routes.channelMessage(channelId, messageId), { body })),
    async find(channelId, afterMs, deliveryKey) {
      if ((await held()) !== undefined) return { kind: 'unknown', reason: 'held back' };
      const client = current();
      try {
        return await find(client, channelId, afterMs, deliveryKey);
      } catch (error) {
        const outcome = await failed(client, channelId, error);
        if (outcome.kind === 'lost' && outcome.reason !== 'unauthorized') return { kind: 'cannot-look-up' };
        return { kind: 'unknown', reason: 'reason' in outcome ? outcome.reason : outcome.kind };
      }
    },
    tell: (target, payload) => tell(current(), target, payload, post, held),
    messageUrl: (serverId, channelId, messageId) => messageLink(channelId, messageId, serverId),
  };
}

/**
 * While a server is unavailable, Discord denies that its channels exist, perhaps before it says so. A channel counts as
 * lost only when the gateway lists it no longer.
 */
function asSeen(client: Client, channelId: string, outcome: Failure): Failure {
  if (outcome.kind !== 'lost' || outcome.reason !== 'channel-gone') return outcome;
  const servers = serversOf(client);
  return isConnected(client) && servers.areComplete() && servers.of(channelId) === undefined
    ? outcome
    : { kind: 'unsent', reason: 'Discord denies the channel but did not say that it was deleted' };
}

/** Throws what Discord answers instead of messages. */
async function find(
  client: Client,
  channelId: string,
  afterMs: number,
  deliveryKey: string,
): ReturnType<Sender['find']> {
  const [first, safe] = [snowflakeAt(afterMs), snowflakeAt(afterMs - clockErrorMs)];
  let oldest: bigint | undefined;
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
  const channel = (await client.rest.get(Routes.channel(channelId))) as Described;
  if (channel.guild_id === undefined) return true;
  return serversOf(client).permissions(channel.guild_id, placeOf(channel)).has(PermissionFlagsBits.ReadMessageHistory);
}

type Held = () => Promise<object | undefined>;
type Post = (channelId: string, payload: Payload) => Promise<PostOutcome>;

/** Each request waits for its turn. */
async function tell(
  client: Client,
  target: Parameters<Sender['tell']>[0],
  payload: Payload,
  post: Post,
  held: Held,
): Promise<boolean> {
  const places: (() => Promise<string | undefined>)[] = [
    async () => target.logChannelId,
    async () => (target.userId === undefined ? undefined : directChannel(client, target.userId, held)),
    async () => serversOf(client).get(target.serverId)?.systemChannelId,
  ];
  try {
    for (const place of places) {
      const channelId = await place();
      if (channelId === undefined) continue;
      const { kind } = await post(channelId, payload);
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
async function directChannel(client: Client, userId: string, held: Held): Promise<string | undefined> {
  if ((await held()) !== undefined) throw new Error('held back');
  try {
    const body = { recipient_id: userId };
    const channel = await client.rest.post(Routes.userChannels(), { body });
    const { id } = channel as Partial<RESTPostAPICurrentUserCreateDMChannelResult>;
    if (id === undefined) throw new Error('an answer without a channel');
    return id;
  } catch (error) {
    // Only somebody who closed their DMs or left is told in the server's own channel, where everybody reads it.
    if (error instanceof DiscordAPIError && error.status !== 401 && isOfDiscord(error)) return undefined;
    throw error;
  }
}
