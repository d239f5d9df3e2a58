import { createHash } from 'node:crypto';
import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { cut } from '../../engine/text/cut.ts';
import { oneLine } from '../cards/escape.ts';
import { button, buttons, checkedId, message, text } from '../cards/parts.ts';
import { type Command, type CommandContext, keepPending, type TypedFields } from '../command.ts';
import { serversOf } from '../gateway/servers.ts';
import { Explained, type SubmittedForm, type UserInteraction } from '../interaction.ts';
import { type Form, textMax } from './fields.ts';

export function formOf(commands: readonly Command[], name: string, action: string) {
  const command = commands.find(({ data }) => data.name === name);
  const form = Object.entries(command?.forms ?? {}).find(([key]) => key === action)?.[1];
  return command && form && { command, form };
}

/** The channel's name with #, for titles and choices, where Discord shows no mention. Its id if Lede can't see it. */
export const channelNamed = ({ client, guildId }: UserInteraction, channelId: string): string =>
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

/** Reads the fields of a submitted form that don't fit the marks in its custom_id. */
export function typedIn({ customId, fields }: SubmittedForm): TypedFields {
  const marks = customId.split(':')[3] ?? '';
  const given = [...fields.fields.values()].map((field): [string, string] => {
    if ('values' in field) return [field.customId, joined(field.values)];
    return [field.customId, 'value' in field ? tidied(String(field.value ?? '')) : ''];
  });
  return Object.fromEntries(
    given.filter(([, value], nth) => markOf(value) !== marks.slice(nth * markLength, (nth + 1) * markLength)),
  );
}

/** Length of a mark in characters. One changed value in 16 million gets the same mark as before, and goes unnoticed. */
const markLength = 4;
const markOf = (value: string) => createHash('sha256').update(value).digest('base64url').slice(0, markLength);
const tidied = (value: string) => cut(value.trim(), textMax);
const joined = (values: readonly string[]) => [...values].sort().join(',');

/** Marks of the form's values, in the order of its fields. */
const marksOf = ({ fields }: Form): string => fields.map(({ component }) => markOf(shownIn(component))).join('');

function shownIn(component: APIComponentInLabel): string {
  if ('options' in component) return joined(component.options.filter((one) => one.default).map(({ value }) => value));
  if ('default_values' in component) return joined(component.default_values?.map(({ id }) => id) ?? []);
  return 'value' in component ? tidied(component.value ?? '') : '';
}

/** The field with the typed value, if there is one. */
function withTyped(field: APILabelComponent, typed: TypedFields): APILabelComponent {
  const { component } = field;
  const value = 'custom_id' in component ? typed[component.custom_id] : undefined;
  if (value === undefined) return field;
  const values = value === '' ? [] : value.split(',');
  if ('options' in component) {
    const options = component.options.map((one) => ({ ...one, default: values.includes(one.value) }));
    return { ...field, component: { ...component, options } as APIComponentInLabel };
  }
  if (component.type === ComponentType.RoleSelect) {
    const roles = values.map((id) => ({ type: SelectMenuDefaultValueType.Role as const, id }));
    return { ...field, component: { ...component, default_values: roles } };
  }
  if (component.type !== ComponentType.TextInput) return field;
  return { ...field, component: { ...component, value: value || undefined } };
}
