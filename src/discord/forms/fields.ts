import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { cut } from '../../engine/text/cut.ts';
import { type Choice, optionsOf } from '../cards/parts.ts';

/** A form, which Discord calls a modal: one to five fields that show the current values. */
export interface Form {
  title: string;
  fields: readonly APILabelComponent[];
}

/** Label (at most 45 characters) and description (at most 100) of a field. */
export type FieldText = readonly [label: string, description?: string];

/** Maximum length of a text: thirty words of sixty characters. */
export const textMax = 2_000;

const labelled = (component: APIComponentInLabel, [label, description]: FieldText): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  ...(description ? { description } : {}),
  component,
});

/** One line of text. A `value` longer than `max` is cut. */
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
      ...(value === '' ? {} : { value: cut(value, max) }),
      max_length: max,
      required,
    },
    words,
  );

/** A select of up to 25 values. The member chooses one, with `optional` one or none, with `many` any number. */
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

/** Radio buttons for up to ten values; one is chosen. */
export const radioField = (id: string, words: FieldText, choices: readonly Choice[]): APILabelComponent =>
  labelled({ type: ComponentType.RadioGroup, custom_id: id, options: optionsOf(choices) }, words);

/** Up to ten checkboxes. */
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

/** A select of one role of the server, or none. */
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
