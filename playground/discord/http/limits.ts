// Discord's rules that its published specification doesn't contain; `spec.ts` checks the others.
import { Locale, MessageFlags } from 'discord-api-types/v10';
import { type Fields, fieldsIn, isFields } from '../wire.ts';
import { type Path, type Problem, problem, refusals, refuse } from './errors.ts';

const contentMax = 2_000;
const componentsMax = 40;
const textMax = 4_000;
/**
 * Beyond this many bytes Discord answers 500 instead of naming a limit (discord-api-docs issue 8554, August 2026). The
 * sum counts the UTF-8 length of all texts plus 12 for each text. Japanese and Hindi reach it within 4,000 characters.
 */
const textBytesMax = 10_170;
const textOverheadBytes = 12;
const commandTextMax = 8_000;
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set<string>(Object.values(Locale));
/** Component types that require the V2 flag: sections, texts, thumbnails, files, separators, containers. */
const v2Types = new Set<unknown>([9, 10, 11, 13, 14, 17]);

/** A file of the checked message. Only a file that was uploaded with an earlier request has a URL. */
interface MessageFile {
  readonly filename: string;
  readonly url?: string;
}

interface Part {
  readonly component: Fields;
  readonly path: Path;
}

/** Checks a message as it would be after the request. Throws 50035 with every problem, or 50006. */
export function checkMessage(message: Fields, files: readonly MessageFile[]): void {
  const flags = typeof message.flags === 'number' ? message.flags : 0;
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const content = typeof message.content === 'string' ? message.content.trim() : '';
  const components = fieldsIn(message.components);
  const parts = partsOf(components, ['components']);
  const problems = [
    ...contentProblems(message, content, isV2),
    ...customIdProblems(parts),
    ...totalProblems(parts),
    ...parts.flatMap((part) => partProblems(part, isV2, files)),
  ];
  refuse(problems);
  const texts = textsOf(parts);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + textOverheadBytes, 0);
  if (bytes > textBytesMax) throw refusals.serverError();
  if (content === '' && components.length === 0 && files.length === 0) throw refusals.emptyMessage();
}

function contentProblems(message: Fields, content: string, isV2: boolean): Problem[] {
  if (content.length > contentMax) {
    return [problem(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${contentMax} or fewer in length.`)];
  }
  const legacy = ['content', 'embeds', 'poll'].filter((key) => {
    const value = message[key];
    return value != null && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  return isV2 ? legacy.map((key) => problem([key], code, `'${key}' can't stand beside Components V2`)) : [];
}

function customIdProblems(parts: readonly Part[]): Problem[] {
  const seen = new Set<unknown>();
  return parts.flatMap(({ component: { type, custom_id }, path }) => {
    if (type !== 2 && type !== 3) return [];
    const at = [...path, 'custom_id'];
    if (custom_id === undefined) return [problem(at, 'BASE_TYPE_REQUIRED', 'This field is required')];
    if (seen.has(custom_id)) return [problem(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Custom ids must differ')];
    seen.add(custom_id);
    return [];
  });
}

function totalProblems(parts: readonly Part[]): Problem[] {
  const at = ['components'];
  if (parts.length > componentsMax) {
    return [problem(at, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `At most ${componentsMax} components`)];
  }
  const length = textsOf(parts).join('').length;
  if (length <= textMax) return [];
  return [problem(at, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `At most ${textMax} characters`)];
}

function partProblems({ component, path }: Part, isV2: boolean, files: readonly MessageFile[]): Problem[] {
  if (!isV2 && v2Types.has(component.type)) {
    return [problem([...path, 'type'], 'UNION_TYPE_CHOICES', 'Components V2 need their flag')];
  }
  if (component.type === 1) {
    const children = fieldsIn(component.components);
    const isWide = children.length > 1 && children.some(({ type }) => type === 3);
    return isWide
      ? [problem([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select fills its row')]
      : [];
  }
  if (component.type === 3) {
    const values = fieldsIn(component.options).map(({ value }) => value);
    const again = values.findIndex((value, index) => values.indexOf(value) < index);
    const at = [...path, 'options', again, 'value'];
    return again < 0 ? [] : [problem(at, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The value is already used')];
  }
  return ['media', 'file'].flatMap((key) => mediaProblems(component[key], [...path, key, 'url'], files));
}

function mediaProblems(media: unknown, path: Path, files: readonly MessageFile[]): Problem[] {
  if (!isFields(media)) return [];
  const url = String(media.url);
  const named = /^attachment:\/\/(.*)$/s.exec(url)?.[1];
  if (named !== undefined) {
    const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
    return files.some(({ filename }) => filename === named) ? [] : [problem(path, code, 'No such file')];
  }
  if (/^https?:\/\//.test(url) || files.some((file) => file.url === url)) return [];
  return [problem(path, 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https, attachment).')];
}

/** Every component of a tree with its path in the body, accessories included. */
function partsOf(components: readonly Fields[], path: Path): Part[] {
  return components.flatMap((component, index) => {
    const at = [...path, index];
    const { accessory } = component;
    return [
      { component, path: at },
      ...partsOf(fieldsIn(component.components), [...at, 'components']),
      ...(isFields(accessory) ? [{ component: accessory, path: [...at, 'accessory'] }] : []),
    ];
  });
}

function textsOf(parts: readonly Part[]): string[] {
  return parts.flatMap(({ component: { type, content } }) => (type === 10 ? String(content) : []));
}

/** Checks the whole body of a bulk PUT. Throws 50035 with every problem. */
export function checkCommands(commands: readonly unknown[]): void {
  const named = (command: unknown) => isFields(command) && `${kindOf(command)} ${command.name}`;
  const names = commands.map(named);
  const problems = commands.flatMap((command, index) => {
    if (!isFields(command)) return [];
    const at = [index];
    const found = kindOf(command) === 1 ? nameProblems(command, at) : entryProblems(command, at);
    if (names.indexOf(named(command)) < index) {
      const code = 'APPLICATION_COMMANDS_DUPLICATE_NAME';
      found.push(problem([...at, 'name'], code, 'Application command names must be unique'));
    }
    if (textSize(command) > commandTextMax) {
      found.push(problem(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${commandTextMax})`));
    }
    return found;
  });
  refuse(problems);
}

const kindOf = (command: Fields) => Number(command.type ?? 1);

/** Problems of a message command: its name may be mixed-case with spaces, but it has no description and no options. */
function entryProblems(entry: Fields, path: Path): Problem[] {
  const names = [entry.name, ...Object.values(translationsOf(entry, 'name'))];
  const isBad = names.some((name) => typeof name !== 'string' || name.trim() === '' || name.length > 32);
  return [
    ...(isBad ? [problem([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')] : []),
    ...((entry.description ?? '') === '' && fieldsIn(entry.options).length === 0
      ? []
      : [problem(path, 'APPLICATION_COMMAND_CONTEXT_MENU_INVALID', 'Context menus have no description or options')]),
  ];
}

/** Problems of a command's names, and of its options' names and order. */
function nameProblems(owner: Fields, path: Path): Problem[] {
  const named = [[undefined, owner.name], ...Object.entries(translationsOf(owner, 'name'))] as const;
  const found = named.flatMap(([locale, name]) => {
    const at = locale === undefined ? [...path, 'name'] : [...path, 'name_localizations', locale];
    if (locale !== undefined && !locales.has(locale)) {
      return [problem(at, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`)];
    }
    const isGood = typeof name === 'string' && commandName.test(name) && name === name.toLowerCase();
    return isGood ? [] : [problem(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
  });
  if (typeof owner.description !== 'string') {
    found.push(problem([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required'));
  }
  const options = fieldsIn(owner.options);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    found.push(...nameProblems(option, at));
    if (options.findIndex(({ name }) => name === option.name) < index) {
      const code = 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS';
      found.push(problem([...at, 'name'], code, 'Option name already exists'));
    }
    if (option.required === true && firstOptional >= 0 && firstOptional < index) {
      const code = 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID';
      found.push(problem(at, code, 'Required options come before others'));
    }
  }
  return found;
}

/** The total length of a command's texts, each in its longest translation. */
function textSize(owner: Fields): number {
  const longest = (key: string) =>
    Math.max(...[owner[key] ?? '', ...Object.values(translationsOf(owner, key))].map((text) => String(text).length));
  const inner = [...fieldsIn(owner.options), ...fieldsIn(owner.choices)].map(textSize);
  return inner.reduce((sum, size) => sum + size, longest('name') + longest('description') + longest('value'));
}

function translationsOf(owner: Fields, key: string): Fields {
  const translations = owner[`${key}_localizations`];
  return isFields(translations) ? translations : {};
}
