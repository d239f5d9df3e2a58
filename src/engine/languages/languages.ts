import { german } from './de/language.ts';
import { english } from './en/language.ts';
import { spanish } from './es/language.ts';
import { french } from './fr/language.ts';
import type { Language } from './language.ts';
import { subtagOf } from './subtag.ts';

/** The languages that Lede reads well. English comes first. */
export const languages: readonly Language[] = [english, german, french, spanish];

/** Undefined for a language without a folder here. */
export const languageOf = (tag: string | undefined): Language | undefined => {
  const code = subtagOf(tag);
  return languages.find((language) => language.code === code);
};

/** Languages without a folder get English, because many share its plural in s. */
export const languageOrEnglish = (tag: string | undefined): Language => languageOf(tag) ?? english;

/** A pattern source that matches in any language; `of` returns the part of one language. */
export const inAny = (of: (language: Language) => string): string => languages.map(of).join('|');
