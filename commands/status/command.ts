import { statusQuestions } from '../../src/desk/status.ts';
import { changerOf } from '../../src/discord/asking.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { deliveryQuestions } from './ask.ts';
import { statusCard } from './card.ts';
import { deliveriesCard } from './deliveriesCard.ts';

const { managed, sub } = localizer((texts) => texts.status.command);

export default {
  data: managed()
    .addSubcommand((now) => sub(now, 'now'))
    .addSubcommand((deliveries) => sub(deliveries, 'deliveries')),
  audience: 'managers',

  execute: async (interaction, { answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    if (interaction.options.getSubcommand() === 'deliveries')
      return answer.show(deliveriesCard(await desk.of(deliveryQuestions).deliveries(serverId), texts));
    await answer.show(statusCard(await desk.of(statusQuestions).status(serverId), texts));
  },
} satisfies Command;
