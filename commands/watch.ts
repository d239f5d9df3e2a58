import { escapeMarkdown } from '../src/discord/cards/escape.ts';
import { sentence } from '../src/discord/cards/parts.ts';
import { type Command, Explained } from '../src/discord/command.ts';
import { directChannel } from '../src/discord/directChannel.ts';
import { localizer } from '../src/discord/localize.ts';
import type { Texts } from '../src/discord/texts/texts.ts';

const { everywhere, sub, option } = localizer('watch');

export default {
  data: everywhere()
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

  execute: async (interaction, { answer, desk, texts }) => {
    const by = { userId: interaction.user.id, locale: interaction.locale };
    switch (interaction.options.getSubcommand()) {
      case 'add': {
        const words = interaction.options.getString('words', true);
        return answer.show(watchedCard(await desk.change.watch(by, await directChannel(interaction), words), texts));
      }
      case 'remove':
        return answer.show(
          watchedCard(await desk.change.unwatch(by, interaction.options.getString('word', true)), texts),
        );
      default:
        return answer.show(watchedCard(await desk.ask.watched(by.userId), texts));
    }
  },

  autocomplete: async (interaction, { desk }) => {
    const typed = interaction.options.getFocused().toLocaleLowerCase();
    const words = await desk.ask.watched(interaction.user.id);
    return words
      .filter((word) => word.toLocaleLowerCase().includes(typed))
      .map((word) => ({ name: word, value: word }));
  },

  component: async ({ user, locale }, { answer, desk, texts }, { action }) => {
    if (action !== 'stop') throw new Explained((say) => say.errors.expired);
    return answer.show(watchedCard(await desk.change.unwatch({ userId: user.id, locale }), texts));
  },
} satisfies Command;

function watchedCard(words: readonly string[], texts: Texts) {
  const say = texts.people;
  if (words.length === 0) return sentence(say.watchesNothing);
  return sentence(say.watches(texts.f.list(words.map((word) => `**${escapeMarkdown(word, 60)}**`))));
}
