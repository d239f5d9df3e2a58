import { statusCard } from '../../src/discord/cards/status.ts';
import { type Command, changerOf } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';

export default {
  data: localizer('status').managed(),
  audience: 'managers',

  execute: async (interaction, { answer, desk, texts }) => {
    await answer.show(statusCard(await desk.ask.status(changerOf(interaction).serverId), texts));
  },
} satisfies Command;
