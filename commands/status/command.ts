import { statusQuestions } from '../../src/desk/status.ts';
import { changerOf } from '../../src/discord/asking.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { statusCard } from './card.ts';
import { wordsIn } from './words.ts';

export default {
  data: localizer((texts) => wordsIn(texts).command).managed(),
  audience: 'managers',

  execute: async (interaction, { answer, desk, texts }) => {
    await answer.show(statusCard(await desk.of(statusQuestions).status(changerOf(interaction).serverId), texts));
  },
} satisfies Command;
