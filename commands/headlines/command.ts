import { headlineQuestions, sinceOf } from '../../src/desk/headlines.ts';
import { headlinesCard, sharedList } from '../../src/discord/cards/headlines.ts';
import type { Command } from '../../src/discord/command.ts';
import { askerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { shareHere } from '../../src/discord/share.ts';
import { suggestTopicsHere, topicGiven } from '../../src/discord/topicOption.ts';

const { guildAndDm, option, choices } = localizer((texts) => texts.headlines.command);

export default {
  data: guildAndDm()
    .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
    .addStringOption((since) => option(since, 'since').addChoices(...choices())),
  audience: 'everyone',

  execute: async (context) => {
    const { interaction, desk, texts } = context;
    const topicId = await topicGiven(context);
    const since = sinceOf(interaction.options.getString('since') ?? 'today');
    const headlines = await desk.use(headlineQuestions).headlines(askerOf(interaction), topicId, since);
    await context.answer.show(headlinesCard(headlines, { texts, topicId }));
  },

  autocomplete: suggestTopicsHere,

  component: async (context, control) => {
    const { interaction, desk, texts } = context;
    const asker = askerOf(interaction);
    if (control.action === 'open') {
      const headlines = await desk.use(headlineQuestions).headlines(asker, undefined, 'today');
      return context.answer.show(headlinesCard(headlines, { texts, topicId: undefined }));
    }
    const list = control.action === 'share' ? sharedList(control.rest) : undefined;
    if (list === undefined) throw new Explained((say) => say.errors.expired);
    const { topicId, span } = list;
    const headlines = await desk.use(headlineQuestions).headlines(asker, topicId, span);
    // The stories were removed or muted meanwhile.
    if (headlines.stories.length === 0) throw new Explained((say) => say.story.headlines.noneToShare);
    await shareHere(context, (sharedBy, posted) => headlinesCard(headlines, { texts: posted, topicId, sharedBy }));
  },
} satisfies Command;
