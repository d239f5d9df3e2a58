import { statusQuestions } from '../../src/desk/status.ts';
import { type Command, changerOf } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { statusCard } from './card.ts';

export default {
  data: localizer('status').managed(),
  audience: 'managers',

  execute: async (interaction, { answer, desk, texts }) => {
    await answer.show(statusCard(await desk.of(statusQuestions).status(changerOf(interaction).serverId), texts));
  },
} satisfies Command;
