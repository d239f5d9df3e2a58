import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { type Choice, optionsOf } from '../cards/parts.ts';

/** A form, which Discord calls a modal, with what holds now in its one to five fields. */
export interface Form {
  title: string;
  fields: readonly APILabelComponent[];
}

/** Label (at most 45 characters) and description (at most 100) of a field. */
export type FieldText = readonly [label: string, description?: string];

/** Longest text of a field: a list of thirty words of sixty characters each fits. */
export const textMax = 2_000;

const labelled = (component: APIComponentInLabel, [label, description]: FieldText): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  ...(description ? { description } : {}),
  component,
});

/** One line of text. */
export const textField = (
  id: string,
  words: FieldText,
  value: string,
  { max = textMax, required = false } = {},
): APILabelComponent =>
  labelled(
    {
      type: ComponentType.TextInput,
      custom_id: id,
      style: TextInputStyle.Short,
      ...(value === '' ? {} : { value: value.slice(0, max) }),
      max_length: max,
      required,
    },
    words,
  );

/** A list of up to 25 values, of which one is chosen; if it is optional one or none, with `many` any number. */
export function selectField(
  id: string,
  words: FieldText,
  choices: readonly Choice[],
  { many = false, optional = false } = {},
): APILabelComponent {
  const options = optionsOf(choices);
  const counts = {
    ...(optional || many ? { required: false, min_values: 0 } : {}),
    ...(many ? { max_values: options.length } : {}),
  };
  return labelled({ type: ComponentType.StringSelect, custom_id: id, options, ...counts }, words);
}

/** Up to ten values side by side, of which one is chosen. */
export const radioField = (id: string, words: FieldText, choices: readonly Choice[]): APILabelComponent =>
  labelled({ type: ComponentType.RadioGroup, custom_id: id, options: optionsOf(choices) }, words);

/** Up to ten boxes to tick. */
export const checksField = (id: string, words: FieldText, choices: readonly Choice[]): APILabelComponent =>
  labelled(
    {
      type: ComponentType.CheckboxGroup,
      custom_id: id,
      options: optionsOf(choices),
      min_values: 0,
      max_values: choices.length,
      required: false,
    },
    words,
  );

/** A role of the server, or none. */
export const roleField = (id: string, words: FieldText, roleId: string | undefined): APILabelComponent =>
  labelled(
    {
      type: ComponentType.RoleSelect,
      custom_id: id,
      required: false,
      min_values: 0,
      default_values: roleId === undefined ? [] : [{ type: SelectMenuDefaultValueType.Role, id: roleId }],
    },
    words,
  );
