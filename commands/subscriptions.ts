import { type ChatInputCommandInteraction, GuildMember, PermissionFlagsBits } from 'discord.js';
import { subscriptionsCard } from '../src/discord/cards/status.ts';
import { type Command, changerOf } from '../src/discord/command.ts';
import { localizer } from '../src/discord/localize.ts';

export default {
  data: localizer('subscriptions').inServer(),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    const [subscriptions, status] = await Promise.all([desk.ask.subscriptions(serverId), desk.ask.status(serverId)]);
    const visible = subscriptions.filter(({ channelId }) => maySee(interaction, channelId));
    const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
    await answer.show(subscriptionsCard(visible, isManager ? status.notices : [], texts));
  },
} satisfies Command;

/** A channel that was deleted is shown, since its digest stopped for that; a hidden one is not given away. */
function maySee(interaction: ChatInputCommandInteraction, channelId: string): boolean {
  const channel = interaction.guild?.channels.cache.get(channelId);
  if (channel === undefined) return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const held = interaction.member instanceof GuildMember ? channel.permissionsFor(interaction.member) : null;
  return held?.has(PermissionFlagsBits.ViewChannel) ?? false;
}
