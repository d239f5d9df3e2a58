import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Messages } from '../../../locales/texts.d.ts';
import { subtagOf } from '../../engine/languages/subtag.ts';
import { localesFolder } from '../../schedule/languages.ts';
import { createFormats, type Formats } from './formats.ts';

/** All texts of one language. A text with arguments is a function of them. */
export type Texts = Messages & { f: Formats };

/** The texts of one language, and Discord's code for it, such as 'de' or 'pt-BR'. */
export interface LocaleTexts<T = Texts> {
  discordLocale: string;
  texts: T & { f: Formats };
}

/** A message in ICU MessageFormat; a list of texts, such as a name and description; or a group of messages. */
type Message = string | readonly string[] | Group;
interface Group {
  readonly [key: string]: Message;
}

/** A file of `locales/`, with Discord's code for its language. */
type LocaleFile = Group & { locale: string };

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

const isGroup = (message: Message | undefined): message is Group =>
  typeof message === 'object' && !Array.isArray(message);

/** The messages of `standard`, replaced by those of `own` where it has a wording. */
function translated(standard: Group, own: Group = {}): Group {
  const entries = Object.entries(standard).map(([key, one]): [string, Message] => {
    const other = own[key];
    if (isGroup(one)) return [key, translated(one, isGroup(other) ? other : {})];
    return [key, other !== undefined && Array.isArray(other) === Array.isArray(one) && !isGroup(other) ? other : one];
  });
  return Object.fromEntries(entries);
}

/** Makes a select's option `none` stand for an empty or missing value, not for the text "none". */
function emptyIsNone(parts: ReturnType<IntlMessageFormat['getAst']>): void {
  for (const part of parts) {
    if (!('options' in part)) continue;
    const { none, ...options } = part.options;
    if (none !== undefined) part.options = { ...options, '': none };
    for (const { value } of Object.values(part.options)) emptyIsNone(value);
  }
}

/** A message as a function of its arguments, parsed at the first call. Lists are joined as in "A, B and C". */
function sayer(message: string, f: Formats): (values: Values) => string {
  let parsed: IntlMessageFormat | undefined;
  return (values) => {
    if (parsed === undefined) {
      parsed = new IntlMessageFormat(message, f.locale, undefined, { ignoreTag: true, formatters: f.formatters });
      emptyIsNone(parsed.getAst());
    }
    const written = Object.entries(values).map(([name, value = '']) => [
      name,
      typeof value === 'object' ? f.list(value) : value,
    ]);
    return String(parsed.format(Object.fromEntries(written)));
  };
}

/** Messages as texts, or as functions where the English message has arguments. */
function spoken(message: Message, english: Message, f: Formats): unknown {
  if (typeof message === 'string')
    return typeof english === 'string' && english.includes('{') ? sayer(message, f) : message;
  if (!isGroup(message) || !isGroup(english)) return message;
  return Object.fromEntries(
    Object.entries(message).map(([key, one]) => [key, spoken(one, english[key] ?? one, f)] as const),
  );
}

/**
 * Reads the messages of a folder, a file for each language, English first. A missing message comes from the file of the
 * subtag (es.json for es-419.json), or else from English.
 */
export function localesIn(folder: URL): { locale: string; messages: Group }[] {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.json$/.exec(file)?.slice(1) ?? []);
  const files = new Map(
    names
      .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1))
      .map((name): [string, LocaleFile] => [name, JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))]),
  );
  const english = files.get('en');
  if (english === undefined) throw new Error(`There is no en.json in ${folder}.`);
  return [...files].map(([name, file]) => {
    const { locale, ...messages } = translated(translated(english, files.get(subtagOf(name) ?? '')), file);
    return { locale: file.locale, messages };
  });
}

/** The languages of a folder, ready to use, English first. */
export function languagesIn<T = Texts>(folder: URL): LocaleTexts<T>[] {
  const locales = localesIn(folder);
  return locales.map(({ locale, messages }) => {
    const f = createFormats(locale);
    return { discordLocale: locale, texts: { ...(spoken(messages, locales[0]?.messages ?? {}, f) as T), f } };
  });
}

/** Every language that Lede speaks, English first. */
export const catalogues: readonly LocaleTexts[] = languagesIn(localesFolder);

/** The texts for a Discord locale: those of the locale, else of its language, else English. */
export function textsFor<T = Texts>(locale: string, among: readonly LocaleTexts<T>[]): T & { f: Formats };
export function textsFor(locale: string): Texts;
export function textsFor(locale: string, among: readonly LocaleTexts[] = catalogues): Texts {
  const found =
    among.find(({ discordLocale }) => discordLocale === locale) ??
    among.find(({ discordLocale }) => subtagOf(discordLocale) === subtagOf(locale)) ??
    among[0];
  if (found === undefined) throw new Error('There is no language.');
  return found.texts;
}
