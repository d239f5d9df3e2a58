import { subtagOf } from '../languages/subtag.ts';

/** Those that Lede has texts for. */
export const spokenLanguages = ['en', 'de'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** How many languages a channel can name. */
export const languagesMax = 10;

/** Words that mean all languages. */
const every = new Set(['all', 'alle', '-']);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const nameOf = (code: string, locale: string) =>
  new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(code);

/** Whether it is a code such as 'de' of a language that has a name. */
export const isLanguage = (code: string): boolean => /^[a-z]{2}$/.test(code) && nameOf(code, 'en') !== undefined;

/** All languages with a code of two letters. */
let listed: readonly string[] | undefined;
const languages = () => {
  listed ??= letters.flatMap((first) => letters.map((second) => first + second)).filter(isLanguage);
  return listed;
};

const byName = new Map<string, ReadonlyMap<string, string>>();
/** Codes by lower-case name: in this locale's language, or without a locale in each language itself. */
function codesIn(locale?: string): ReadonlyMap<string, string> {
  return byName.getOrInsertComputed(locale ?? '', () => {
    const names = locale && new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    const inItself = (code: string) => (names ? names.of(code) : nameOf(code, code));
    return new Map(
      languages().flatMap((code) => {
        const name = inItself(code)?.toLowerCase();
        return name === undefined ? [] : [[name, code] as const];
      }),
    );
  });
}

/** Codes of names or codes separated by commas; an empty list for "all". Undefined if one is unknown. */
export function parseLanguages(typed: string, locale: string): string[] | undefined {
  const words = typed
    .toLowerCase()
    .split(/[,;/]|\s(?:and|und)\s/)
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
