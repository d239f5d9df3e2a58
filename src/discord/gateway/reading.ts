import { type Client, GatewayDispatchEvents, SimpleShardingStrategy, type WebSocketShard } from 'discord.js';
import { messageTextOf } from '../links.ts';

/** An event as received, with an untrusted shape. */
export interface Packet {
  t?: unknown;
  d?: unknown;
}

/** Called with each unreadable event, and the reason. */
export type Unread = (packet: Packet, error: unknown) => void;

/** The WebSocketManager of @discordjs/ws; discord.js exports its own class of that name. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

type Fields = Record<string, unknown>;

/** Private parts of discord.js. */
interface Inside {
  ws: { handlePacket(packet?: Packet, shard?: unknown): boolean };
  actions: { InteractionCreate: { handle(data: unknown): void } };
}

interface InsideShard {
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Shards whose messages can't end the process: unguarded, an error in a listener of discord.js is an unhandled
 * rejection.
 */
export const guardedSharding = (unread: Unread) => (manager: Manager) => {
  const strategy = new SimpleShardingStrategy(manager);
  const spawn = strategy.spawn.bind(strategy);
  strategy.spawn = async (ids) => {
    await spawn(ids);
    const { shards } = strategy as unknown as { shards: Map<number, WebSocketShard> };
    for (const shard of shards.values()) guard(shard as unknown as InsideShard, unread);
  };
  return strategy;
};

function guard(shard: InsideShard, unread: Unread): void {
  const read = shard.onMessage.bind(shard);
  shard.onMessage = (data, isBinary) => read(data, isBinary).catch((error: unknown) => unread(packetIn(data), error));
}

function packetIn(data: unknown): Packet {
  try {
    const packet: unknown = JSON.parse(String(data));
    return isFields(packet) ? packet : {};
  } catch {
    return {};
  }
}

/**
 * Reads events one by one, so that a broken one neither stops another nor ends the process. Interactions skip the queue
 * of discord.js, which holds them until the last shard is ready, because Discord waits only three seconds. `isTaken`
 * says whether an interaction reached the listener that answers it.
 */
export function readEvents(client: Client, isTaken: (interactionId: string) => boolean, unread: Unread): void {
  const { ws, actions } = client as unknown as Inside;
  const read = ws.handlePacket.bind(ws);
  ws.handlePacket = (packet, shard) => {
    try {
      if (packet?.t !== GatewayDispatchEvents.InteractionCreate) return read(packet, shard);
      const data = withReadMessages(packet.d as Fields);
      actions.InteractionCreate.handle(data);
      if (!isTaken(String(data.id))) throw new Error('nothing answers this kind of interaction');
    } catch (error) {
      unread(packet ?? {}, error);
    }
    return true;
  };
}

/** The interaction, its messages reduced to what Lede reads. */
function withReadMessages(interaction: Fields): Fields {
  const { data, message } = interaction;
  const { resolved } = isFields(data) ? data : {};
  const { messages } = isFields(resolved) ? resolved : {};
  const read = Object.entries(messages ?? {}).map(([id, one]) => [id, readPartOf(one)]);
  return {
    ...interaction,
    ...(message === undefined ? {} : { message: readPartOf(message) }),
    ...(messages === undefined
      ? {}
      : { data: { ...(data as Fields), resolved: { ...(resolved as Fields), messages: Object.fromEntries(read) } } }),
  };
}

/**
 * Reduces a message to what Lede reads: its texts, and its flags, which mark ephemeral messages. Without its caches,
 * discord.js could not build some of the rest, such as polls.
 */
function readPartOf(message: unknown): Fields {
  const { id, channel_id, flags } = isFields(message) ? message : {};
  return { id, channel_id, flags, content: messageTextOf(message) };
}
