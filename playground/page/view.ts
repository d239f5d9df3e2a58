import { ChannelType } from 'discord-api-types/v10';
import type { PreviewWanted } from '../../src/reading/previewDigest.ts';
import type { MovedClock } from '../clock.ts';
import { textOf } from '../discord/reading.ts';
import type { DiscordServer } from '../discord/server.ts';
import { allows, channelPermissions } from '../discord/world/permissions.ts';
import { type Channel, channelsOf } from '../discord/world/state.ts';
import type { Press } from '../press/press.ts';
import type { PageChannel, PageChannelKind, PageState, PageThread, PageUser, Progress } from './protocol.ts';

export interface PageParts {
  /** Identifies this start of the playground. */
  run: string;
  server: DiscordServer;
  clock: MovedClock;
  guildId: string;
  /** A server that has neither the bot nor its commands. */
  elsewhereId?: string;
  homeId: string;
  proposedId: string;
  /** The two people that a visitor can be. */
  seats: { readonly admin: string; readonly member: string };
  /** Absent with the real catalogue. */
  press?: Pick<Press, 'articlesBefore' | 'origins'>;
  progress(): Progress;
  /** Called when a visitor opens the page. */
  opened(): void;
  /** Moves the clock to the next morning; resolves when it has arrived. */
  skip(): Promise<void>;
  /** Starts again with the sample's first day, at the same address. */
  startAgain(): void;
  /** How the visitor's own feeds are read. */
  reads: Pick<PreviewWanted, 'contact' | 'pages' | 'quoting' | 'privateOrigins'>;
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

/** The server as a user sees it, with their direct messages. */
export function viewFor(parts: PageParts, userId: string): PageState {
  const { server, clock, press } = parts;
  const { world } = server;
  const guild = server.setup.guild(parts.guildId);
  const other = world.guilds.get(parts.elsewhereId ?? '');
  const elsewhere = other?.members.has(userId) ? other : undefined;
  const ofServers = [guild, ...(elsewhere === undefined ? [] : [elsewhere])];
  const channels = [...ofServers.flatMap(({ id }) => channelsOf(world, id)), server.setup.dm(userId)];
  return {
    run: parts.run,
    me: userView(parts, userId),
    users: [...world.people.keys()].map((id) => userView(parts, id)),
    guild: { id: guild.id, name: guild.name },
    ...(elsewhere === undefined ? {} : { elsewhere: { id: elsewhere.id, name: elsewhere.name } }),
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

/** The channel as a user sees it; undefined if they may not see it. */
export function channelView({ server }: PageParts, channel: Channel, userId: string): PageChannel | undefined {
  const { world } = server;
  const bits = channelPermissions(world, channel, userId);
  if (!allows(bits, 'ViewChannel')) return undefined;
  const kind = KINDS[channel.type] ?? 'text';
  const isDm = channel.guildId === undefined;
  return {
    id: channel.id,
    ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
    name: isDm ? (world.people.get(world.botId)?.user.global_name ?? '') : channel.name,
    kind,
    type: channel.type,
    ...(channel.parentId === undefined ? {} : { parentId: channel.parentId }),
    ...(channel.topic === undefined ? {} : { topic: channel.topic }),
    canWrite:
      !['voice', 'category', 'forum'].includes(kind) &&
      allows(bits, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads'),
    ...(isDm || world.guilds.get(channel.guildId ?? '')?.members.has(world.botId) !== true
      ? {}
      : { ledeMayWrite: allows(channelPermissions(world, channel, world.botId), 'SendMessages') }),
    ...threadView(channel, world.channels.get(channel.parentId ?? '')),
  };
}

function threadView(
  { id, thread, messages }: Channel,
  parent: Channel | undefined,
): { thread: PageThread } | undefined {
  if (thread === undefined) return undefined;
  const [first] = messages;
  // A post's first message has the same id as the post.
  const isPost = first?.id === id;
  return {
    thread: {
      isArchived: thread.archived,
      replies: messages.length - (isPost ? 1 : 0),
      lastAt: Date.parse(messages.at(-1)?.timestamp ?? thread.createdAt),
      tags: (parent?.forum?.tags ?? []).filter((tag) => thread.tagIds?.includes(tag.id)).map(({ name }) => name),
      opening: isPost ? (/.+/.exec(textOf(first))?.[0] ?? '').replace(/^[#\s-]+/, '') : '',
      isEdited: isPost && first.edited_timestamp !== null,
    },
  };
}

export function sees({ server }: PageParts, userId: string, channelId: string): boolean {
  const channel = server.world.channels.get(channelId);
  return channel !== undefined && allows(channelPermissions(server.world, channel, userId), 'ViewChannel');
}
