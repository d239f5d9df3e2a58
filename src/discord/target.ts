import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  PermissionsBitField,
  type SlashCommandChannelOption,
} from 'discord.js';
import type { ChannelId, UserId } from '../ids.ts';
import { mention } from './cards/parts.ts';
import { serversOf } from './gateway/servers.ts';
import { Explained, type UserInteraction } from './interaction.ts';
import { optionalPermissions, requiredPermissions } from './invite.ts';
import { isThread, type KnownChannel } from './places.ts';

type PermissionName = keyof typeof requiredPermissions;

/** Offers only channel types that can get a digest. */
export const fitTarget = (option: SlashCommandChannelOption) =>
  option.addChannelTypes(
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.AnnouncementThread,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
  );

/** Whether each message in the channel begins a post. */
export const isForum = ({ type }: Pick<KnownChannel, 'type'>): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia;

/** The channel of the option, or else of the command. */
export const channelOption = ({ options, channelId }: ChatInputCommandInteraction): string =>
  options.getChannel('channel')?.id ?? channelId;

/** The asker with the ids of their roles. Without caches, discord.js passes roles on as Discord sent them. */
export function memberOf({ user, member }: Pick<UserInteraction, 'user' | 'member'>): {
  id: UserId;
  roles: readonly string[];
} {
  return { id: user.id, roles: Array.isArray(member?.roles) ? member.roles : [] };
}

/** Whether lists show the channel: the member may see it, or it is deleted and the member is a manager. */
export function maySee(interaction: UserInteraction | AutocompleteInteraction, channelId: ChannelId): boolean {
  const serverId = interaction.guildId ?? '';
  const servers = serversOf(interaction.client);
  const place = servers.place(serverId, channelId);
  if (place === undefined) return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return servers.permissions(serverId, place, memberOf(interaction)).has(PermissionFlagsBits.ViewChannel);
}

/**
 * The permissions in the interaction itself: for its channel, and for channels chosen as options; empty for others.
 * They are newer than the gateway's.
 */
function sentPermissions(
  interaction: UserInteraction,
  channelId: ChannelId,
): { bot?: PermissionsBitField; asker?: PermissionsBitField } {
  if (interaction.channelId === channelId)
    return { bot: interaction.appPermissions, asker: interaction.memberPermissions ?? undefined };
  const named = interaction.isChatInputCommand() ? interaction.options.resolved?.channels?.get(channelId) : undefined;
  // Without caches, discord.js passes the channel on as Discord sent it.
  if (!named || !('app_permissions' in named) || named.app_permissions === undefined) return {};
  const read = (bits: string) => new PermissionsBitField(BigInt(bits));
  return { bot: read(named.app_permissions), asker: read(named.permissions) };
}

/** Lede's own permissions in a channel of the asker's server. */
const ownPermissions = (interaction: UserInteraction, place: KnownChannel, channelId: ChannelId): PermissionsBitField =>
  sentPermissions(interaction, channelId).bot ??
  serversOf(interaction.client).permissions(interaction.guildId ?? '', place);

/**
 * Throws Explained unless Lede can post in the channel and the asker may write there; forums pass only with `forums`.
 * With `threads`, both must also be able to write in its threads. Returns the channel.
 */
export function checkTarget(
  interaction: UserInteraction,
  channelId: ChannelId,
  { forums = false, threads = false } = {},
): KnownChannel {
  const servers = serversOf(interaction.client);
  const serverId = interaction.guildId ?? '';
  const place = servers.place(serverId, channelId);
  if (place === undefined) throw new Explained((texts) => texts.target.kinds.unknown);
  const isPosts = forums && isForum(place);
  const kind = isPosts ? undefined : unfit(place, forums);
  if (kind !== undefined)
    throw new Explained((texts) => texts.target.kinds[kind]({ channel: mention.channel(channelId) }));
  const bot = lacking(ownPermissions(interaction, place, channelId), needs(place, requiredNames, threads));
  const asked = sentPermissions(interaction, channelId).asker;
  const member = asked ?? servers.permissions(serverId, place, memberOf(interaction));
  const asker = lacking(member, needs(place, ['ViewChannel', 'SendMessages'], threads));
  const fault = lackOf('botLacks', bot, channelId, isPosts) ?? lackOf('userLacks', asker, channelId, isPosts);
  if (fault !== undefined) throw fault;
  return place;
}

/** Why Lede can't post in a digest's channel; undefined if it can, or if the channel is gone. */
export function postFault(interaction: UserInteraction, channelId: ChannelId): Explained | undefined {
  const place = serversOf(interaction.client).place(interaction.guildId ?? '', channelId);
  if (place === undefined) return undefined;
  const held = ownPermissions(interaction, place, channelId);
  return lackOf('botLacks', lacking(held, needs(place, requiredNames, false)), channelId);
}

function lackOf(
  who: 'botLacks' | 'userLacks',
  names: readonly PermissionName[],
  channelId: ChannelId,
  isPosts = false,
): Explained | undefined {
  if (names.length === 0) return undefined;
  return new Explained(({ target }) => {
    const called = { ...target.permissions, ...(isPosts ? target.forumPermissions : {}) };
    return target[who]({ permissions: names.map((name) => called[name]), channel: mention.channel(channelId) });
  });
}

/** Why Lede can't open threads in the channel; undefined if it can. */
export function threadFault(interaction: UserInteraction, channelId: ChannelId): Explained | undefined {
  const place = serversOf(interaction.client).place(interaction.guildId ?? '', channelId);
  const shown = mention.channel(channelId);
  if (place === undefined) return new Explained(({ target }) => target.kinds.unknown);
  if (isThread(place)) return new Explained(({ target }) => target.noThreads.inThread({ channel: shown }));
  const may = ownPermissions(interaction, place, channelId).has(optionalPermissions.CreatePublicThreads);
  return may ? undefined : new Explained(({ target }) => target.noThreads.notAllowed({ channel: shown }));
}

const requiredNames: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'];

/**
 * Replaces SendMessages with the permissions for writing in this place: threads have their own permission; forums need
 * SendMessages for posts and the one for threads for updates.
 */
function needs(place: KnownChannel, names: readonly PermissionName[], threads: boolean): PermissionName[] {
  const writing: PermissionName[] = isThread(place) ? ['SendMessagesInThreads'] : ['SendMessages'];
  if (isForum(place) || threads) writing.push('SendMessagesInThreads');
  return names.flatMap((name) => (name === 'SendMessages' ? writing : name));
}

function lacking(held: PermissionsBitField, names: readonly PermissionName[]): PermissionName[] {
  return names.filter((name) => !held.has(requiredPermissions[name]));
}

function unfit(place: KnownChannel, forums: boolean): 'locked' | 'other' | 'otherOrForum' | undefined {
  if (isThread(place)) return place.locked ? 'locked' : undefined;
  if (place.type === ChannelType.GuildText || place.type === ChannelType.GuildAnnouncement) return undefined;
  return forums ? 'otherOrForum' : 'other';
}
