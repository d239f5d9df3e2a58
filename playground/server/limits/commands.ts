import { invalidForm } from '../errors.ts';
import type { Fields } from '../wire.ts';
import { isFields } from '../wire.ts';
import { Findings } from './fields.ts';

type Path = readonly (string | number)[];

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COUNT_MAX = 100;
/** Text, integer, channel, file: Lede's commands ask for nothing else. Subcommands (1) stand at the top only. */
const OPTION_TYPES = [3, 4, 7, 11];
const TEXT_MAX = 8_000;
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** Throws 50035 unless a set of commands (the whole body of a bulk PUT) keeps Discord's rules. */
export function checkCommands(commands: readonly unknown[]): void {
  const found = new Findings();
  const names = new Set<string>();
  for (const [index, command] of commands.entries()) {
    if (!isFields(command)) {
      found.add([index], 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
      continue;
    }
    if (command.type !== undefined && command.type !== 1) {
      found.add([index, 'type'], 'BASE_TYPE_CHOICES', 'This server knows chat input commands only.');
    }
    const name = String(command.name);
    if (names.has(name)) {
      found.add([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(name);
    checkCommand(command, [index], found);
  }
  if (commands.length > COUNT_MAX) found.add([], 'BASE_TYPE_BAD_LENGTH', `At most ${COUNT_MAX} commands.`);
  if (found.problems.length > 0) throw invalidForm(found.problems);
}

function checkCommand(command: Fields, path: Path, found: Findings): void {
  const text = { size: 0 };
  checkName(command, path, found, text);
  checkDescription(command, path, found, text);
  checkOptions(command, path, found, text, 0);
  const permissions = command.default_member_permissions;
  if (permissions != null && !/^\d{1,20}$/.test(String(permissions))) {
    found.add([...path, 'default_member_permissions'], 'NUMBER_TYPE_COERCE', 'Value is not a permission bit field.');
  }
  if (text.size > TEXT_MAX) {
    found.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${TEXT_MAX})`);
  }
}

interface Text {
  size: number;
}

function checkName(owner: Fields, path: Path, found: Findings, text: Text): void {
  const name = found.text(owner, 'name', path, 1, 32, true);
  text.size += name?.length ?? 0;
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    found.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  for (const [locale, local] of checkLocalized(owner, 'name_localizations', path, found, 32, text)) {
    if (NAME.test(local) && local === local.toLowerCase()) continue;
    found.add([...path, 'name_localizations', locale], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkDescription(owner: Fields, path: Path, found: Findings, text: Text): void {
  text.size += found.text(owner, 'description', path, 1, 100, true)?.length ?? 0;
  checkLocalized(owner, 'description_localizations', path, found, 100, text);
}

function checkLocalized(
  owner: Fields,
  key: string,
  path: Path,
  found: Findings,
  most: number,
  text: Text,
): [string, string][] {
  const map = owner[key];
  if (!isFields(map)) return [];
  const good: [string, string][] = [];
  let longest = 0;
  for (const locale of Object.keys(map)) {
    if (!LOCALES.has(locale))
      found.add([...path, key, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`);
    const value = found.text(map, locale, [...path, key], 1, most);
    if (value === undefined) continue;
    longest = Math.max(longest, value.length);
    good.push([locale, value]);
  }
  const plain = owner[key.replace('_localizations', '')];
  text.size += Math.max(0, longest - (typeof plain === 'string' ? plain.length : 0));
  return good;
}

function checkOptions(owner: Fields, path: Path, found: Findings, text: Text, depth: number): void {
  const options = found.list(owner, 'options', path, 0, 25) ?? [];
  const names = new Set<unknown>();
  let optional = false;
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    if (!isFields(option)) continue;
    checkName(option, at, found, text);
    checkDescription(option, at, found, text);
    if (names.has(option.name)) {
      found.add([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(option.name);
    const allowed = depth === 0 ? [...OPTION_TYPES, 1] : OPTION_TYPES;
    if (typeof option.type !== 'number' || !allowed.includes(option.type)) {
      found.add([...at, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', `The type must be one of ${allowed}.`);
    }
    if (option.type === 1) {
      checkOptions(option, at, found, text, 1);
      continue;
    }
    if (option.required === true && optional) {
      found.add(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options come before others');
    }
    optional ||= option.required !== true;
    checkOptionChoices(option, at, found, text);
  }
}

function checkOptionChoices(option: Fields, path: Path, found: Findings, text: Text): void {
  const choices = found.list(option, 'choices', path, 0, 25) ?? [];
  if (option.autocomplete === true && choices.length > 0) {
    found.add([...path, 'choices'], 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Choices or autocomplete');
  }
  for (const [index, choice] of choices.entries()) {
    const at = [...path, 'choices', index];
    if (!isFields(choice)) continue;
    text.size += found.text(choice, 'name', at, 1, 100, true)?.length ?? 0;
    if (typeof choice.value === 'string') text.size += found.text(choice, 'value', at, 1, 100, true)?.length ?? 0;
  }
}
