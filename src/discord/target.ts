import {
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  GuildMember,
  type PermissionsBitField,
  type SlashCommandChannelOption,
} from 'discord.js';
import { mention } from './cards/parts.ts';
import { type Asking, Explained } from './command.ts';
import { requiredPermissions } from './invite.ts';

type PermissionName = keyof typeof requiredPermissions;

/** Offers only channels in which a digest can stand. */
export const fitTarget = (option: SlashCommandChannelOption) =>
  option.addChannelTypes(
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.AnnouncementThread,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
  );

/** The channel of the option, else the one where the command was given. Throws Explained in a DM. */
export function channelOption(interaction: ChatInputCommandInteraction): string {
  if (interaction.guildId === null) throw new Explained((texts) => texts.errors.needsServer);
  return interaction.options.getChannel('channel')?.id ?? interaction.channelId;
}

/** Makes sure that a digest can be posted in the channel and that the asker may write there. Throws Explained. */
export function checkTarget(interaction: Asking, channelId: string): void {
  const channel = interaction.guild?.channels.cache.get(channelId);
  if (channel === undefined) throw new Explained((texts) => texts.channels.kinds.unknown);
  const kind = unfit(channel);
  if (kind !== undefined) throw new Explained((texts) => texts.channels.kinds[kind](mention.channel(channelId)));
  const me = channel.guild.members.me;
  const bot = lacking(me && channel.permissionsFor(me), needs(channel, requiredNames));
  const member = interaction.member instanceof GuildMember ? channel.permissionsFor(interaction.member) : null;
  const asker = lacking(member, needs(channel, ['ViewChannel', 'SendMessages']));
  const [who, names] = bot.length > 0 ? (['botLacks', bot] as const) : (['userLacks', asker] as const);
  if (names.length === 0) return;
  throw new Explained(({ channels }) =>
    channels[who](
      names.map((name) => channels.permissions[name]),
      mention.channel(channelId),
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

function unfit(channel: GuildBasedChannel): 'locked' | 'other' | undefined {
  if (channel.isThread()) return channel.locked ? 'locked' : undefined;
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement ? undefined : 'other';
}
