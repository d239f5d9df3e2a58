// Discord's rules for modals that its published specification doesn't contain.
import { ComponentType } from 'discord-api-types/v10';
import { type Fields, fieldsIn, isFields } from '../wire.ts';
import { type Path, type Problem, problem, refuse } from './errors.ts';

const componentsMax = 5;

/** Checks the data of a modal callback. Throws Discord's error 50035 with every problem. */
export function checkModal({ components }: Fields): void {
  const all = fieldsIn(components);
  const seen = new Set<unknown>();
  refuse([
    ...(all.length < 1 || all.length > componentsMax
      ? [problem(['data', 'components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${componentsMax} in length.`)]
      : []),
    ...all.flatMap((top, index) => topProblems(top, ['data', 'components', index], seen)),
  ]);
}

function topProblems(top: Fields, path: Path, seen: Set<unknown>): Problem[] {
  if (top.type === ComponentType.TextDisplay) return [];
  const field = top.component;
  if (top.type !== ComponentType.Label || !isFields(field)) {
    // Discord still takes action rows with text inputs, which new apps shouldn't use.
    return [problem([...path, 'type'], 'UNION_TYPE_CHOICES', 'A modal holds labels and texts')];
  }
  const at = [...path, 'component'];
  const isAgain = seen.has(field.custom_id);
  seen.add(field.custom_id);
  return [
    ...(isAgain
      ? [problem([...at, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
      : []),
    ...(field.disabled == null
      ? []
      : [problem([...at, 'disabled'], 'COMPONENT_DISABLED_IN_MODAL', 'Nothing in a modal is disabled')]),
    ...fieldProblems(field, at),
  ];
}

function fieldProblems(field: Fields, at: Path): Problem[] {
  if (field.type === ComponentType.TextInput) {
    const { value, label, min_length: least = 0, max_length: most = 4_000 } = field;
    const length = typeof value === 'string' ? value.length : 0;
    const isBad = length > Number(most) || (length > 0 && length < Number(least));
    return [
      ...(label == null ? [] : [problem([...at, 'label'], 'TEXT_INPUT_LABEL_IN_LABEL', 'The label has the text')]),
      ...(isBad ? [problem([...at, 'value'], 'BASE_TYPE_BAD_LENGTH', 'The value does not fit its limits')] : []),
    ];
  }
  const options = fieldsIn(field.options);
  const values = options.map(({ value }) => value);
  const again = values.findIndex((value, index) => values.indexOf(value) < index);
  const set = Array.isArray(field.default_values) ? field.default_values : options.filter((one) => one.default);
  const isBoxes = field.type === ComponentType.CheckboxGroup;
  const most = Number(field.max_values ?? (isBoxes ? values.length : 1));
  const isRequired = field.required !== false;
  return [
    ...(again >= 0
      ? [problem([...at, 'options', again, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'Used already')]
      : []),
    ...(options.length > 0 && most > options.length
      ? [problem([...at, 'max_values'], 'NUMBER_TYPE_MAX', 'More than there are options')]
      : []),
    ...(set.length > most ? [problem([...at], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Too many are set')] : []),
    ...(isRequired && field.min_values === 0
      ? [problem([...at, 'required'], 'COMPONENT_REQUIRED_ZERO_MIN_VALUES', 'None may be chosen')]
      : []),
  ];
}
