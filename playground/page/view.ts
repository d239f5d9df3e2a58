import { ChannelType } from 'discord-api-types/v10';
import type { MovedClock } from '../clock.ts';
import type { Press } from '../press/press.ts';
import type { DiscordServer } from '../server/server.ts';
import { allows, channelPermissions } from '../server/world/permissions.ts';
import { type Channel, channelsOf } from '../server/world/state.ts';
import type { PageChannel, PageChannelKind, PageState, PageUser, Progress } from './protocol.ts';

export interface PageParts {
  /** Names this start of the playground. */
  run: string;
  server: DiscordServer;
  clock: MovedClock;
  guildId: string;
  homeId: string;
  proposedId: string;
  /** The two people that a visitor can be. */
  seats: { readonly admin: string; readonly member: string };
  /** Absent with the real catalogue. */
  press?: Pick<Press, 'articlesBefore' | 'origins'>;
  progress(): Progress;
  /** Called when the first visitor is there. */
  opened(): void;
  /** Moves the clock to the next morning; resolves when it is there. */
  skip(): Promise<void>;
  /** Begins the sample's days anew, under the same address. */
  startAgain(): void;
  /** The topics of a channel's digest. */
  topicsOf(channelId: string): Promise<readonly { id: string; name: string }[]>;
}

const KINDS: { readonly [type: number]: PageChannelKind } = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.DM]: 'dm',
  [ChannelType.GuildVoice]: 'voice',
  [ChannelType.GuildCategory]: 'category',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildMedia]: 'forum',
};

export function isSeat({ seats }: PageParts, userId: string): boolean {
  return userId === seats.admin || userId === seats.member;
}

/** What a user sees of the server, with their direct messages. */
export function viewFor(parts: PageParts, userId: string): PageState {
  const { server, clock, press } = parts;
  const { world } = server;
  const guild = server.setup.guild(parts.guildId);
  const channels = [...channelsOf(world, guild.id), server.setup.dm(userId)];
  return {
    run: parts.run,
    me: userView(parts, userId),
    users: [...world.people.keys()].map((id) => userView(parts, id)),
    guild: { id: guild.id, name: guild.name },
    channels: channels.flatMap((channel) => channelView(parts, channel, userId) ?? []),
    roles: [...guild.roles.values()]
      .filter(({ id, managed }) => id !== guild.id && !managed)
      .map(({ id, name }) => ({ id, name })),
    homeId: parts.homeId,
    proposedId: parts.proposedId,
    clock: { now: clock.now(), running: clock.running() },
    progress: parts.progress(),
    isSample: press !== undefined,
  };
}

function userView({ server, seats }: PageParts, id: string): PageUser {
  const person = server.world.people.get(id);
  const seat = id === seats.admin ? 'admin' : id === seats.member ? 'member' : undefined;
  return {
    id,
    name: person?.user.global_name ?? id,
    bot: person?.user.bot === true,
    ...(seat === undefined ? {} : { seat }),
    locale: person?.locale ?? 'en-US',
  };
}

function channelView({ server }: PageParts, channel: Channel, userId: string): PageChannel | undefined {
  const { world } = server;
  const bits = channelPermissions(world, channel, userId);
  if (!allows(bits, 'ViewChannel')) return undefined;
  const kind = KINDS[channel.type] ?? 'text';
  const isDm = channel.guildId === undefined;
  return {
    id: channel.id,
    name: isDm ? (world.people.get(world.botId)?.user.global_name ?? '') : channel.name,
    kind,
    type: channel.type,
    ...(channel.parentId === undefined ? {} : { parentId: channel.parentId }),
    ...(channel.topic === undefined ? {} : { topic: channel.topic }),
    canWrite:
      !['voice', 'category', 'forum'].includes(kind) &&
      allows(bits, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads'),
  };
}

export function sees({ server }: PageParts, userId: string, channelId: string): boolean {
  const channel = server.world.channels.get(channelId);
  return channel !== undefined && allows(channelPermissions(server.world, channel, userId), 'ViewChannel');
}
