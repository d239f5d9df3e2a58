import {
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  GuildMember,
  type MessageComponentInteraction,
  type PermissionsBitField,
} from 'discord.js';
import { mention } from './cards/parts.ts';
import { Explained } from './command.ts';
import { requiredPermissions } from './invite.ts';

type Asking = ChatInputCommandInteraction | MessageComponentInteraction;
type PermissionName = keyof typeof requiredPermissions;

/** A channel that a command is about. */
export interface Target {
  id: string;
  /** As markdown. */
  mention: string;
}

/** The channel of the option, else the one where the command was given. Throws Explained in a DM. */
export function channelOption(interaction: ChatInputCommandInteraction): Target {
  if (interaction.guildId === null) throw new Explained((texts) => texts.errors.needsServer);
  const id = interaction.options.getChannel('channel')?.id ?? interaction.channelId;
  return { id, mention: mention.channel(id) };
}

/** Makes sure that a digest can be posted in the channel and that the asker may write there. Throws Explained. */
export function checkTarget(interaction: Asking, target: Target): void {
  const channel = interaction.guild?.channels.cache.get(target.id);
  if (channel === undefined) throw new Explained((texts) => texts.channels.kinds.unknown);
  const kind = unfit(channel);
  if (kind !== undefined) throw new Explained((texts) => texts.channels.kinds[kind](target.mention));
  const me = channel.guild.members.me;
  const bot = lacking(me && channel.permissionsFor(me), needs(channel, requiredNames));
  const member = interaction.member instanceof GuildMember ? channel.permissionsFor(interaction.member) : null;
  const asker = lacking(member, needs(channel, ['ViewChannel', 'SendMessages']));
  const [who, names] = bot.length > 0 ? (['botLacks', bot] as const) : (['userLacks', asker] as const);
  if (names.length === 0) return;
  throw new Explained(({ channels }) =>
    channels[who](
      names.map((name) => channels.permissions[name]),
      target.mention,
    ),
  );
}

const requiredNames: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'];

/** In a thread, writing is a permission of its own. */
function needs(channel: GuildBasedChannel, names: readonly PermissionName[]): PermissionName[] {
  return names.map((name) => (name === 'SendMessages' && channel.isThread() ? 'SendMessagesInThreads' : name));
}

function lacking(held: Readonly<PermissionsBitField> | null, names: readonly PermissionName[]): PermissionName[] {
  return names.filter((name) => held?.has(requiredPermissions[name]) !== true);
}

function unfit(channel: GuildBasedChannel): 'forum' | 'locked' | 'other' | undefined {
  if (channel.isThread()) return channel.locked ? 'locked' : undefined;
  switch (channel.type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
      return undefined;
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return 'forum';
    default:
      return 'other';
  }
}
