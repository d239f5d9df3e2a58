import type { AutocompleteInteraction } from 'discord.js';
import { headlineQuestions, sinceOf } from '../../src/desk/headlines.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { type Command, keepPending, takePending } from '../../src/discord/command.ts';
import { askerOf, Explained, type UserInteraction } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { maySee } from '../../src/discord/target.ts';
import { fitting, itemTyped } from '../../src/discord/topicOption.ts';
import type { ChannelId } from '../../src/ids.ts';
import { type LedgerSpan, ledgerQuestions } from './ask.ts';
import { ledgerCard } from './card.ts';

const { inServer, option, choices } = localizer((texts) => texts.corrections.command);

export default {
  data: inServer()
    .addStringOption((outlet) => option(outlet, 'outlet').setAutocomplete(true).setMaxLength(100))
    .addStringOption((since) => option(since, 'since').addChoices(...choices())),
  audience: 'everyone',

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const typed = interaction.options.getString('outlet')?.trim();
    const word = interaction.options.getString('since');
    const where = whereOf(interaction);
    const outlet = typed ? outletNamed(await desk.use(ledgerQuestions).outletsShown(where), typed) : undefined;
    const { startOf } = desk.use(headlineQuestions);
    const since = word === null ? undefined : await startOf(sinceOf(word), askerOf(interaction));
    const span: LedgerSpan = { outlet, since, until: desk.wall() };
    const id = await keepPending(context, span);
    const ledger = await desk.use(ledgerQuestions).ledger(where, span);
    await answer.show(ledgerCard(ledger, texts, { id, page: 0 }));
  },

  autocomplete: async (interaction, { desk }) => {
    const outlets = await desk.use(ledgerQuestions).outletsShown(whereOf(interaction));
    return fitting(outlets, interaction.options.getFocused(), (name) => name).map((name) => ({ name, value: name }));
  },

  component: async (context, { action, rest }) => {
    const [, page, id] = /^(\d{1,3}):(\d+)$/.exec(rest) ?? [];
    if (action !== 'page' || page === undefined || id === undefined) throw new Explained((say) => say.errors.expired);
    const span = await takePending<LedgerSpan>(context, id);
    const ledger = await context.desk.use(ledgerQuestions).ledger(whereOf(context.interaction), span);
    await context.answer.replace(ledgerCard(ledger, context.texts, { id, page: Number(page) }));
  },
} satisfies Command;

/** The asker's server, and its channels that the asker may see. */
function whereOf(interaction: UserInteraction | AutocompleteInteraction) {
  const known = new Map<ChannelId, boolean>();
  return {
    serverId: interaction.guildId ?? '',
    isAsked: (channelId: ChannelId) => {
      const visible = known.get(channelId) ?? maySee(interaction, channelId);
      known.set(channelId, visible);
      return visible;
    },
  };
}

/** Throws Explained unless one outlet is meant. */
function outletNamed(outlets: readonly string[], typed: string): string {
  const named = outlets.map((name) => ({ id: name, name }));
  const found = itemTyped(named, typed);
  if (found !== undefined) return found.name;
  throw new Explained((texts) => texts.corrections.unknownOutlet({ typed: escapeMarkdown(typed, 100) }));
}
