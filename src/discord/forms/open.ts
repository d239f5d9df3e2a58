import { type Asking, Explained } from '../asking.ts';
import { oneLine } from '../cards/escape.ts';
import { button, buttons, checkedId, message, text } from '../cards/parts.ts';
import { type Command, type CommandContext, keepPending } from '../command.ts';
import { serversOf } from '../gateway/servers.ts';
import { marksOf, type TypedFields, withTyped } from './typed.ts';

export function formOf(commands: readonly Command[], name: string, action: string) {
  const command = commands.find(({ data }) => data.name === name);
  const form = Object.entries(command?.forms ?? {}).find(([key]) => key === action)?.[1];
  return command && form && { command, form };
}

/** The channel's name with #, for titles and choices, where Discord shows no mention. Its id if Lede can't see it. */
export const channelNamed = ({ client, guildId }: Asking, channelId: string): string =>
  `#${serversOf(client).place(guildId ?? '', channelId)?.name ?? channelId}`;

/** The custom_id of a control that opens the form of `customId` with `typed` in it. */
export async function keepingTyped(context: CommandContext, customId: string, typed: TypedFields): Promise<string> {
  if (Object.keys(typed).length === 0) return customId;
  return `${customId}:${await keepPending(context, { typed })}`;
}

/**
 * Opens the form of `<command>:<action>:<rest>`; `typed` replaces current values. The form's custom_id has a mark of
 * each current value, and only fields that no longer fit their mark are changed. So a form keeps what another admin
 * changed meanwhile (checkboxes of a group count as one field), and works after a restart. Throws Explained if no
 * command has such a form.
 */
export async function openForm(context: CommandContext, customId: string, typed: TypedFields = {}): Promise<void> {
  const { answer, commands, texts } = context;
  const [name = '', action = '', rest = ''] = customId.split(':');
  const form = await formOf(commands, name, action)?.form.draw(context, rest);
  if (form === undefined) throw new Explained((say) => say.errors.expired);
  const modal = {
    custom_id: checkedId(`${customId}:${marksOf(form)}`),
    title: oneLine(form.title, 45),
    components: form.fields.map((field) => withTyped(field, typed)),
  };
  await answer.open(modal, async () => {
    const id = await keepingTyped(context, customId, typed);
    return message([text(texts.forms.late), buttons(button(id, texts.forms.open))]);
  });
}
