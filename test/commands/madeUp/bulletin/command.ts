import type { Desk } from '../../../../src/desk/desk.ts';
import { sentence } from '../../../../src/discord/cards/parts.ts';
import type { Command } from '../../../../src/discord/command.ts';
import { localizer } from '../../../../src/discord/localize.ts';
import { wordsIn } from './words.ts';

/** How often the bells rang in the server's channels. */
const bellQuestions = ({ storage: { records } }: Desk) => ({
  async rung(serverId: string): Promise<number> {
    const rules = await records.alerts.ofServer(serverId);
    const rung = await Promise.all(rules.map(({ channelId }) => records.deliveries.byId(`bulletin/${channelId}`)));
    return rung.filter((delivery) => delivery !== undefined).length;
  },
});

export default {
  data: localizer((texts) => wordsIn(texts).command).inServer(),
  audience: 'everyone',
  execute: async ({ interaction, answer, desk, texts }) =>
    answer.show(
      sentence(wordsIn(texts).times({ bells: await desk.use(bellQuestions).rung(interaction.guildId ?? '') })),
    ),
} satisfies Command;
