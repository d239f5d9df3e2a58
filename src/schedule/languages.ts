import { readdirSync } from 'node:fs';
import { inAny, languages } from '../engine/languages/languages.ts';
import { subtagOf } from '../engine/languages/subtag.ts';

/** Holds one file of Lede's texts for each language. */
export const localesFolder = new URL('../../locales/', import.meta.url);

/** Languages of Lede's texts, English first. A file `it.json` would add Italian. */
export const spokenLanguages = readdirSync(localesFolder)
  .flatMap((name) => /^([a-z]+)\.json$/.exec(name)?.slice(1) ?? [])
  .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));

/**
 * The locale to write in: the chosen language. The server's locale applies if no language is chosen, or if it is a
 * variety of the chosen one (es-419 of es).
 */
export const localeIn = (language: string | undefined, serverLocale: string): string =>
  language === undefined || subtagOf(serverLocale) === language ? serverLocale : language;

/** Maximum number of languages that a channel can select. */
export const languagesMax = 10;

/** Words that mean all languages. */
const every = new Set(['-', ...languages.map(({ all }) => all)]);
const between = new RegExp(`[,;/]|\\s(?:${inAny(({ schedule }) => schedule.and)})\\s`);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
const english = namesIn('en');

/** Whether this is a two-letter code, such as 'de', of a known language. */
export const isLanguage = (code: string): boolean => /^[a-z]{2}$/.test(code) && english.of(code) !== undefined;

const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isLanguage);

const byName = new Map<string, ReadonlyMap<string, string>>();
/** Maps lower-case language names to codes. Names are in the locale's language or, without a locale, in their own. */
const codesIn = (locale = '') =>
  byName.getOrInsertComputed(locale, () => {
    const names = locale && namesIn(locale);
    const named = codes.map((code) => [(names || namesIn(code)).of(code)?.toLowerCase() ?? code, code] as const);
    return new Map(named);
  });

/** Parses names or codes of languages. Returns an empty list for "all"; undefined for an unknown name or no name. */
export function parseLanguages(typed: string, locale: string): string[] | undefined {
  const words = typed
    .toLowerCase()
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.some((word) => every.has(word))) return [];
  const found = words.map((word) => {
    const code = /^[a-z]{2}(?:-|$)/.test(word) ? subtagOf(word) : undefined;
    if (code !== undefined && isLanguage(code)) return code;
    return codesIn('en').get(word) ?? codesIn(locale).get(word) ?? codesIn().get(word);
  });
  const known = found.filter((code) => code !== undefined);
  return known.length === 0 || known.length < found.length ? undefined : [...new Set(known)];
}
