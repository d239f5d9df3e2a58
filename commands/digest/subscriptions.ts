import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { statusQuestions } from '../../src/desk/status.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { changerOf } from '../../src/discord/asking.ts';
import type { Command } from '../../src/discord/command.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { localizer } from '../../src/discord/localize.ts';
import { memberOf } from '../../src/discord/target.ts';
import type { ChannelId } from '../../src/ids.ts';
import { subscriptionsCard } from './subscriptionsCard.ts';
import { wordsIn } from './words.ts';

export default {
  data: localizer((texts) => wordsIn(texts).commands.subscriptions).inServer(),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    const [subscriptions, status] = await Promise.all([
      desk.of(subscriptionQuestions).subscriptions(serverId),
      desk.of(statusQuestions).status(serverId),
    ]);
    const visible = subscriptions.filter(({ channelId }) => maySee(interaction, channelId));
    const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
    await answer.show(subscriptionsCard(visible, isManager ? status.notices : [], texts));
  },
} satisfies Command;

/**
 * Whether the list shows the channel to the member: only channels that they may see, and deleted ones to managers,
 * because that is why the digest stopped.
 */
function maySee(interaction: ChatInputCommandInteraction, channelId: ChannelId): boolean {
  const serverId = interaction.guildId ?? '';
  const servers = serversOf(interaction.client);
  const place = servers.place(serverId, channelId);
  if (place === undefined) return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return servers.permissions(serverId, place, memberOf(interaction)).has(PermissionFlagsBits.ViewChannel);
}
