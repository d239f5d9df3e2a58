import { storyQuestions } from '../../src/desk/stories.ts';
import { escapeMarkdown, oneLine } from '../../src/discord/cards/escape.ts';
import { sentence } from '../../src/discord/cards/parts.ts';
import { storyList } from '../../src/discord/cards/stories.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { askerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { whyQuestions } from './ask.ts';
import { standingCard } from './card.ts';

const { inServer, option } = localizer((texts) => texts.why.command);

export default {
  data: inServer().addStringOption((query) =>
    option(query, 'query').setRequired(true).setAutocomplete(true).setMaxLength(200),
  ),
  audience: 'everyone',

  execute: (context) => answer(context.interaction.options.getString('query', true).trim(), context),

  autocomplete: async (interaction, { desk }) => {
    const stories = await desk
      .use(storyQuestions)
      .suggestStories(interaction.guildId ?? undefined, interaction.options.getFocused());
    return stories.map((story) => ({ name: oneLine(story.title, 100), value: story.storyId }));
  },

  component: async (context, { action, values: [storyId] }) => {
    if (action !== 'open' || storyId === undefined) throw new Explained((say) => say.errors.expired);
    await answer(storyId, context);
  },
} satisfies Command;

async function answer(query: string, { interaction, answer, desk, texts }: CommandContext): Promise<void> {
  const found = await desk.use(whyQuestions).whyInDigest(query, askerOf(interaction));
  const say = texts.why;
  const words = escapeMarkdown(query, 100);
  if (found.kind === 'standing') await answer.show(standingCard(found.standing, texts));
  else if (found.kind === 'no-digest') await answer.show(sentence(say.noDigest));
  else if (found.nearest.length === 0) await answer.show(sentence(say.unknown({ query: words })));
  else await answer.show(storyList(say.nearest({ query: words }), found.nearest, texts, 'why:open:list'));
}
