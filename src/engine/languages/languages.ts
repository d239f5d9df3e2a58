import { german } from './de/language.ts';
import { english } from './en/language.ts';
import { spanish } from './es/language.ts';
import { french } from './fr/language.ts';
import type { Language } from './language.ts';
import { subtagOf } from './subtag.ts';

/** The languages with a folder here. English comes first. */
export const languages: readonly Language[] = [english, german, french, spanish];

/** Undefined for a language without a folder here. */
export const languageOf = (tag: string | undefined): Language | undefined => {
  const code = subtagOf(tag);
  return languages.find((language) => language.code === code);
};

/** A language without a folder gets the rules of English, because many languages also form the plural with s. */
export const languageOrEnglish = (tag: string | undefined): Language => languageOf(tag) ?? english;

/** A pattern source that matches in any language; `of` returns the pattern source of one language. */
export const inAny = (of: (language: Language) => string): string => languages.map(of).join('|');
