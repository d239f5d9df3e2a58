import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import type { Change, Context } from '../context.ts';
import { wireChannel } from './shapes.ts';
import type { Channel, ThreadState } from './state.ts';
import { channelsOf } from './state.ts';

export interface NewChannel {
  /** A forum post has its first message's id, a thread the id of the message it was started from; else a new one. */
  readonly id?: string;
  readonly type: number;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly name?: string;
  readonly topic?: string;
  readonly recipients?: readonly string[];
  readonly thread?: ThreadState;
}

export function addChannel(context: Context, made: NewChannel): Channel {
  const { world } = context;
  const channel: Channel = {
    id: made.id ?? context.ids.next(),
    type: made.type,
    guildId: made.guildId,
    parentId: made.parentId,
    name: made.name ?? '',
    topic: made.topic,
    position: made.guildId === undefined ? 0 : channelsOf(world, made.guildId).length,
    overwrites: new Map(),
    recipients: new Set(made.recipients),
    thread: made.thread,
    messages: [],
  };
  world.channels.set(channel.id, channel);
  announceChannel(context, channel, 'created');
  return channel;
}

/** Removes a channel with its threads, and announces it. */
export function removeChannel(context: Context, channel: Channel): void {
  for (const other of [...context.world.channels.values()]) {
    if (other.thread !== undefined && other.parentId === channel.id) context.world.channels.delete(other.id);
  }
  context.world.channels.delete(channel.id);
  announceChannel(context, channel, 'deleted');
}

const EVENT_NAMES = { created: 'CREATE', edited: 'UPDATE', deleted: 'DELETE' } as const;

/** Announces a change of a channel to the page and the guild's bot. Bots get no events for DM channels. */
export function announceChannel(context: Context, channel: Channel, change: Change): void {
  context.notify({ type: 'channel', change, guildId: channel.guildId, channelId: channel.id });
  if (context.world.guilds.get(channel.guildId ?? '')?.members.has(context.world.botId) !== true) return;
  const kind = channel.thread === undefined ? 'CHANNEL' : 'THREAD';
  context.dispatch(`${kind}_${EVENT_NAMES[change]}`, wireChannel(context.world, channel), GatewayIntentBits.Guilds);
}

/** The DM channel of the bot and a user; created at the first call. */
export function dmWith(context: Context, userId: string): Channel {
  for (const channel of context.world.channels.values()) {
    if (channel.guildId === undefined && channel.recipients.has(userId)) return channel;
  }
  return addChannel(context, { type: ChannelType.DM, recipients: [userId, context.world.botId] });
}
