import { coverageQuestions, linksMax } from '../../src/desk/coverage.ts';
import { sentence } from '../../src/discord/cards/parts.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { askerOf } from '../../src/discord/interaction.ts';
import { linksIn } from '../../src/discord/links.ts';
import { localizer } from '../../src/discord/localize.ts';
import { coverageCard } from './card.ts';

const { withUserInstall, menuWithUserInstall, option } = localizer((texts) => texts.coverage.command);

export default {
  data: withUserInstall().addStringOption((url) => option(url, 'url').setRequired(true).setMaxLength(2_000)),
  audience: 'everyone',

  execute: async (context) => {
    const typed = context.interaction.options.getString('url', true).trim();
    const links = linksIn(typed);
    // People paste addresses without the scheme, as browsers show them.
    const given = /^[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/.test(typed) ? `https://${typed}` : typed;
    await showCoverage(links.length > 0 ? links : [given], context);
  },

  menu: {
    data: menuWithUserInstall(),
    execute: async (context) => {
      const links = linksIn(context.interaction.targetMessage.content);
      if (links.length === 0) return context.answer.show(sentence(context.texts.coverage.noLink));
      await showCoverage(links, context);
    },
  },
} satisfies Command;

/** Reading a page may take some seconds; the answer is deferred meanwhile. */
async function showCoverage(links: readonly string[], context: CommandContext): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const found = await desk.use(coverageQuestions).coverage(links, askerOf(interaction), interaction.user.id);
  const more = links.length > linksMax ? [texts.coverage.onlyFirst({ count: linksMax })] : [];
  await answer.show(coverageCard(found, texts, more));
}
