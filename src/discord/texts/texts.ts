import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { subtagOf } from '../../languages/subtag.ts';
import type { Language, Texts } from './en/language.ts';
import { createFormats, type Formats } from './formats.ts';

export type { Texts } from './en/language.ts';

/** The texts of one language, and Discord's code for it. */
export interface Catalogue {
  discordLocale: string;
  texts: Texts;
}

/** `.ts` in a checkout, `.js` in the built package. */
const moduleExtension = extname(import.meta.filename);

/**
 * Loads the languages below a folder, each from a folder of its own. English comes first, as the fallback of all
 * others.
 */
export async function languagesIn(folder: string): Promise<Catalogue[]> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const languages = await Promise.all(
    names.map(async ({ name }): Promise<Language> => {
      const module = await import(pathToFileURL(join(folder, name, `language${moduleExtension}`)).href);
      return module.default;
    }),
  );
  const isEnglish = ({ discordLocale }: Language) => subtagOf(discordLocale) === 'en';
  return languages
    .toSorted((a, b) => Number(isEnglish(b)) - Number(isEnglish(a)))
    .flatMap(({ discordLocale, otherLocales = [], words }) =>
      [discordLocale, ...otherLocales].map((locale) => ({
        discordLocale: locale,
        texts: words(createFormats(locale)),
      })),
    );
}

/** Every language that Lede speaks, English first. */
export const catalogues: readonly Catalogue[] = await languagesIn(import.meta.dirname);

/**
 * Loads a feature's words and returns a function that picks those in the language of the texts. `english` makes the
 * English words; other languages are loaded from `words.<subtag>.ts` in `folder`. A language that is missing there gets
 * the English words.
 */
export async function wordsBeside<Words>(
  folder: string,
  english: (f: Formats) => Words,
): Promise<(texts: Pick<Texts, 'f'>) => Words> {
  const byLocale = new Map<string, Words>();
  for (const { discordLocale, texts } of catalogues) {
    const file = join(folder, `words.${subtagOf(discordLocale)}${moduleExtension}`);
    const words = existsSync(file) ? (await import(pathToFileURL(file).href)).default : english;
    byLocale.set(discordLocale, words(texts.f));
  }
  return ({ f }) => byLocale.get(f.locale) ?? english(f);
}

/** The texts for a Discord locale: its own, those of its language, or English. */
export function textsFor(locale: string, among = catalogues): Texts {
  const found =
    among.find(({ discordLocale }) => discordLocale === locale) ??
    among.find(({ discordLocale }) => subtagOf(discordLocale) === subtagOf(locale)) ??
    among[0];
  if (found === undefined) throw new Error('There is no language.');
  return found.texts;
}
