import { wordQuestions } from '../../src/desk/typedWords.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { button, buttons, message, sentence, text } from '../../src/discord/cards/parts.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { directChannel, takesMessages } from '../../src/discord/directChannel.ts';
import { Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { perDay, watchChanges, watchQuestions } from './watching.ts';

const { withUserInstall, sub, option } = localizer((texts) => texts.watch.command);

export default {
  data: withUserInstall()
    .addSubcommand((add) =>
      sub(add, 'add').addStringOption((words) => option(words, 'words').setRequired(true).setMaxLength(300)),
    )
    .addSubcommand((remove) =>
      sub(remove, 'remove').addStringOption((word) =>
        option(word, 'word').setRequired(true).setAutocomplete(true).setMaxLength(100),
      ),
    )
    .addSubcommand((list) => sub(list, 'list')),
  audience: 'everyone',

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const by = { userId: interaction.user.id, locale: interaction.locale };
    switch (interaction.options.getSubcommand()) {
      case 'add': {
        const placeId = await directChannel(interaction);
        const words = await desk.use(watchChanges).watch(by, placeId, interaction.options.getString('words', true));
        const said = watchedMarkdown(words, texts);
        const first = message([text(said), buttons(button('watch:stop:', texts.people.stopWatching))]);
        if (await takesMessages(context, placeId, first))
          return answer.show(sentence(`${said} ${await latelyLine(words, context)}`.trim()));
        await desk.use(watchChanges).watchClosed(by.userId);
        return answer.show(sentence(texts.watch.watchClosed({ words: listedWords(words, texts) })));
      }
      case 'remove': {
        const left = await desk.use(watchChanges).unwatch(by, interaction.options.getString('word', true));
        return answer.show(sentence(watchedMarkdown(left, texts)));
      }
      default: {
        const { words = [], closedAt } = (await desk.use(watchQuestions).watchOf(by.userId)) ?? {};
        const said =
          closedAt === undefined
            ? watchedMarkdown(words, texts)
            : texts.watch.watchClosed({ words: listedWords(words, texts) });
        return answer.show(sentence(said));
      }
    }
  },

  autocomplete: async (interaction, { desk }) => {
    const typed = interaction.options.getFocused().toLocaleLowerCase();
    const { words = [] } = (await desk.use(watchQuestions).watchOf(interaction.user.id)) ?? {};
    return words
      .filter((word) => word.toLocaleLowerCase().includes(typed))
      .map((word) => ({ name: word, value: word }));
  },

  component: async ({ interaction, answer, desk, texts, locale }, { action }) => {
    if (action !== 'stop') throw new Explained((say) => say.errors.expired);
    const left = await desk.use(watchChanges).unwatch({ userId: interaction.user.id, locale });
    return answer.show(sentence(watchedMarkdown(left, texts)));
  },
} satisfies Command;

/** How many stories of the last week have the words, to warn of everyday words; '' if there are no stories. */
async function latelyLine(words: readonly string[], { desk, texts }: CommandContext): Promise<string> {
  const { matches, of } = await desk.use(wordQuestions).tryWords(undefined, { all: [], any: words, not: [] });
  if (of === 0) return '';
  const say = texts.watch;
  return [say.lately({ matches, of }), ...(matches > 7 * perDay ? [say.tooMany] : [])].join(' ');
}

const listedWords = (words: readonly string[], texts: Texts) =>
  texts.f.list(words.map((word) => `**${escapeMarkdown(word, 60)}**`));

const watchedMarkdown = (words: readonly string[], texts: Texts) =>
  words.length === 0 ? texts.watch.watchesNothing : texts.watch.watches({ words: listedWords(words, texts) });
