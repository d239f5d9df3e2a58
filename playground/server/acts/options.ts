import type { WireCommand, WireCommandOption } from '../wire.ts';
import { ActRefused } from './refusal.ts';
import type { Picker, Resolved } from './resolved.ts';
import { resolveAttachment, resolveChannel, resolveRole, resolveUser } from './resolved.ts';

/** What a user typed into a command's fields: text, numbers, booleans, or ids for channels, users, roles and attached files. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** An option as an interaction carries it. */
export interface FilledOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

/** Fills a command's options as Discord's client would; `focused` names the field being typed in, which lifts the need for the others. */
export function fillOptions(
  command: WireCommand,
  path: readonly string[],
  values: OptionValues,
  picker: Picker,
  into: Resolved,
  focused?: string,
): FilledOption[] {
  const [head, ...rest] = path;
  const options = command.options ?? [];
  if (head !== undefined) return [fillSub(options, head, rest, values, picker, into, focused)];
  if (options.some(({ type }) => type === 1 || type === 2)) {
    throw new ActRefused('no-such-command', `/${command.name} needs a subcommand`);
  }
  return fillLeaves(options, values, picker, into, focused);
}

function fillSub(
  options: readonly WireCommandOption[],
  name: string,
  rest: readonly string[],
  values: OptionValues,
  picker: Picker,
  into: Resolved,
  focused: string | undefined,
): FilledOption {
  const sub = options.find((option) => option.name === name && option.type <= 2);
  if (sub === undefined) throw new ActRefused('no-such-command', `no subcommand ${name}`);
  const [next, ...further] = rest;
  if (next === undefined) {
    if (sub.type === 2) throw new ActRefused('no-such-command', `${name} is a group and needs a subcommand`);
    return { name, type: 1, options: fillLeaves(sub.options ?? [], values, picker, into, focused) };
  }
  return { name, type: 2, options: [fillSub(sub.options ?? [], next, further, values, picker, into, focused)] };
}

function fillLeaves(
  options: readonly WireCommandOption[],
  values: OptionValues,
  picker: Picker,
  into: Resolved,
  focused: string | undefined,
): FilledOption[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new ActRefused('bad-option', `no option ${name}`);
  }
  if (focused !== undefined && options.find(({ name }) => name === focused)?.autocomplete !== true) {
    throw new ActRefused('bad-option', `option ${focused} has no autocomplete`);
  }
  return options.flatMap((option): FilledOption[] => {
    const value = values[option.name];
    if (option.name === focused) return [{ name: option.name, type: option.type, value: value ?? '', focused: true }];
    if (value === undefined) {
      if (option.required === true && focused === undefined) {
        throw new ActRefused('bad-option', `option ${option.name} is required`);
      }
      return [];
    }
    checkValue(option, value);
    resolveValue(option, String(value), picker, into);
    return [{ name: option.name, type: option.type, value }];
  });
}

const VALUE_TYPES: { readonly [type: number]: string } = { 4: 'number', 5: 'boolean', 10: 'number' };

function checkValue(option: WireCommandOption, value: string | number | boolean): void {
  const wanted = VALUE_TYPES[option.type] ?? 'string';
  const refuse = (why: string): never => {
    throw new ActRefused('bad-option', `option ${option.name}: ${why}`);
  };
  if (typeof value !== wanted) refuse(`must be a ${wanted}`);
  if (option.type === 4 && !Number.isInteger(value)) refuse('must be an integer');
  if (
    option.choices !== undefined &&
    option.choices.length > 0 &&
    !option.choices.some((choice) => choice.value === value)
  ) {
    refuse(`must be one of ${option.choices.map((choice) => choice.value).join(', ')}`);
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const least = typeof value === 'string' ? option.min_length : option.min_value;
  const most = typeof value === 'string' ? (option.max_length ?? 6_000) : option.max_value;
  if (least !== undefined && size < least) refuse(`must be at least ${least}`);
  if (most !== undefined && size > most) refuse(`must be at most ${most}`);
}

function resolveValue(option: WireCommandOption, value: string, picker: Picker, into: Resolved): void {
  if (option.type === 6) resolveUser(picker, value, into);
  else if (option.type === 7) resolveChannel(picker, value, into, option.channel_types);
  else if (option.type === 8) resolveRole(picker, value, into);
  else if (option.type === 9) {
    if (picker.guild?.roles.has(value) === true) resolveRole(picker, value, into);
    else resolveUser(picker, value, into);
  } else if (option.type === 11) resolveAttachment(picker, value, into);
}
