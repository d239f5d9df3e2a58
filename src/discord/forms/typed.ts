import { createHash } from 'node:crypto';
import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { cut } from '../../engine/text/cut.ts';
import type { SubmittedForm } from '../asking.ts';
import { type Form, textMax } from './fields.ts';

/**
 * The fields that the member changed, by id, not validated yet: a trimmed text, or values sorted and joined by commas;
 * '' if emptied.
 */
export type TypedFields = Readonly<Record<string, string>>;

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
export const marksOf = ({ fields }: Form): string => fields.map(({ component }) => markOf(shownIn(component))).join('');

function shownIn(component: APIComponentInLabel): string {
  if ('options' in component) return joined(component.options.filter((one) => one.default).map(({ value }) => value));
  if ('default_values' in component) return joined(component.default_values?.map(({ id }) => id) ?? []);
  return 'value' in component ? tidied(component.value ?? '') : '';
}

/** The field with the typed value, if there is one. */
export function withTyped(field: APILabelComponent, typed: TypedFields): APILabelComponent {
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
