import { InteractionContextType, type Locale } from 'discord.js';
import { accent, container, message, text } from '../../src/discord/cards/parts.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';

export default {
  data: localizer((texts) => texts.help.command).guildAndDm(),
  audience: 'everyone',

  execute: async (context) => {
    const say = context.texts.help;
    const inServer = context.interaction.guildId !== null;
    const open = context.commands.filter(({ audience }) => audience === 'everyone');
    const managed = await context.managed();
    const list = (commands: readonly Command[]) => commands.map((command) => line(command, context)).join('\n');
    const start = managed.some(({ data }) => data.name === 'subscribe')
      ? [say.start({ command: named('subscribe', context) })]
      : [];
    await context.answer.show(
      message([
        container(accent, [
          text(`## ${say.heading}\n${say.what}`),
          ...(inServer ? [] : [text(say.startDm)]),
          text(`**${say.everyone}**\n${list(inServer ? open : open.filter(isForDm))}`),
          ...(managed.length === 0 ? [] : [text([`**${say.managers}**`, ...start, list(managed)].join('\n'))]),
          ...(inServer && start.length === 0 ? [text(say.startByOthers)] : []),
          text(`-# ${say.footer}`),
        ]),
      ]),
    );
  },
} satisfies Command;

const isForDm = ({ data }: Command): boolean => data.toJSON().contexts?.includes(InteractionContextType.BotDM) === true;

/** A mention of the command, by its name in the reader's language. */
function named(name: string, context: CommandContext): string {
  const command = context.commands.find(({ data }) => data.name === name);
  const own = command?.data.toJSON().name_localizations?.[context.texts.f.locale as Locale];
  return context.mention(name, own ?? name);
}

/** A command's line, from its definition: a new command needs no text here. */
function line({ data }: Command, context: CommandContext): string {
  const definition = data.toJSON();
  const own = definition.description_localizations?.[context.texts.f.locale as Locale];
  return `${named(data.name, context)} ${own ?? definition.description}`;
}
