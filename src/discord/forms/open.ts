import { type Asking, Explained } from '../asking.ts';
import { oneLine } from '../cards/escape.ts';
import { button, buttons, checkedId, message, text } from '../cards/parts.ts';
import { type Command, type CommandContext, keepPending } from '../command.ts';
import { serversOf } from '../gateway/servers.ts';
import { filled, marksOf, type Typed } from './typed.ts';

/** The command's form whose custom_id begins with `<command>:<action>:`. */
export function formOf(commands: readonly Command[], name: string, action: string) {
  const command = commands.find(({ data }) => data.name === name);
  const form = Object.entries(command?.forms ?? {}).find(([key]) => key === action)?.[1];
  return command && form && { command, form };
}

/** The channel's name for a title, in which Discord shows no mention. */
export const channelNamed = ({ client, guildId }: Asking, channelId: string): string =>
  `#${serversOf(client).place(guildId ?? '', channelId)?.name ?? channelId}`;

/**
 * Opens the form of `<command>:<action>:<rest>`; `typed` replaces what holds now in these fields. The form's custom_id
 * has a mark of each value that holds, so that a restart loses nothing and only what the member changes is changed,
 * whatever others change meanwhile.
 */
export async function openForm(
  interaction: Asking,
  context: CommandContext,
  customId: string,
  typed: Typed = {},
): Promise<void> {
  const { answer, commands, texts } = context;
  const [name = '', action = '', rest = ''] = customId.split(':');
  const form = await formOf(commands, name, action)?.form.draw(interaction, context, rest);
  if (form === undefined) throw new Explained((say) => say.errors.expired);
  const modal = {
    custom_id: checkedId(`${customId}:${marksOf(form)}`),
    title: oneLine(form.title, 45),
    components: form.fields.map((field) => filled(field, typed)),
  };
  await answer.open(modal, async () => {
    const kept = Object.keys(typed).length === 0 ? '' : `:${await keepPending(context, interaction, { typed })}`;
    return message([text(texts.forms.late), buttons(button(`${customId}${kept}`, texts.forms.open))]);
  });
}
