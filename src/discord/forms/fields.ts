import { type APIComponentInLabel, type APILabelComponent, ComponentType, TextInputStyle } from 'discord.js';
import { type Choice, optionsOf } from '../cards/parts.ts';

/** A form, which Discord calls a modal, with what holds now in its one to five fields. */
export interface Form {
  title: string;
  fields: readonly APILabelComponent[];
}

/** Label (at most 45 characters) and description (at most 100) of a field. */
export type FieldText = readonly [label: string, description?: string];

/** Longest text of a field. */
export const textMax = 300;

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
  { max = textMax, required = false, placeholder = '' } = {},
): APILabelComponent =>
  labelled(
    {
      type: ComponentType.TextInput,
      custom_id: id,
      style: TextInputStyle.Short,
      ...(value === '' ? {} : { value: value.slice(0, max) }),
      max_length: max,
      required,
      ...(placeholder === '' ? {} : { placeholder }),
    },
    words,
  );

/** A list of which one value is chosen; with `many`, any number of values. */
export function selectField(id: string, words: FieldText, choices: readonly Choice[], many = false): APILabelComponent {
  const options = optionsOf(choices);
  const counts = many ? { required: false, min_values: 0, max_values: options.length } : {};
  return labelled({ type: ComponentType.StringSelect, custom_id: id, options, ...counts }, words);
}

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
