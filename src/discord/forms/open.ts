import type { Asking } from '../asking.ts';
import { oneLine } from '../cards/escape.ts';
import { button, buttons, checkedId, message, text } from '../cards/parts.ts';
import { type CommandContext, type CommandForm, keepPending } from '../command.ts';
import { serversOf } from '../gateway/servers.ts';
import { filled, marksOf, type Typed } from './typed.ts';

/** A form with the part of its custom_id that says what it changes: `<command>:<action>:<rest>`. */
export interface FormAt {
  form: CommandForm;
  name: string;
  rest: string;
}

/** The channel's name for a title, in which Discord shows no mention. */
export const channelNamed = ({ client, guildId }: Asking, channelId: string): string =>
  `#${serversOf(client).place(guildId ?? '', channelId)?.name ?? channelId}`;

/**
 * Opens a form; `typed` replaces what holds now in these fields. Its custom_id has a mark of each value that holds, so
 * that a restart loses nothing and only what the member changes is changed, whatever others change meanwhile.
 */
export async function openForm(
  interaction: Asking,
  context: CommandContext,
  { form, name, rest }: FormAt,
  typed: Typed = {},
): Promise<void> {
  const { answer, texts } = context;
  const drawn = await form.draw(interaction, context, rest);
  const modal = {
    custom_id: checkedId(`${name}:${rest}:${marksOf(drawn)}`),
    title: oneLine(drawn.title, 45),
    components: drawn.fields.map((field) => filled(field, typed)),
  };
  await answer.open(modal, async () => {
    const kept = Object.keys(typed).length === 0 ? '' : `:${await keepPending(context, interaction, { typed })}`;
    return message([text(texts.forms.late), buttons(button(`${name}:${rest}${kept}`, texts.forms.open))]);
  });
}
