import { PermissionFlagsBits } from 'discord.js';
import { statusQuestions } from '../../src/desk/status.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { changerOf } from '../../src/discord/asking.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { maySee } from '../../src/discord/target.ts';
import { subscriptionsCard } from './subscriptionsCard.ts';

export default {
  data: localizer((texts) => texts.digest.commands.subscriptions).inServer(),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    const [subscriptions, status] = await Promise.all([
      desk.use(subscriptionQuestions).subscriptions(serverId),
      desk.use(statusQuestions).status(serverId),
    ]);
    const visible = subscriptions.filter(({ channelId }) => maySee(interaction, channelId));
    const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
    await answer.show(subscriptionsCard(visible, isManager ? status.notices : [], texts));
  },
} satisfies Command;
