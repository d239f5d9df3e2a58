import { languages } from '../engine/languages/languages.ts';
import { editsBetween, nearest } from '../engine/text/edits.ts';
import { spaced, withoutPoints } from '../engine/text/tokens.ts';

/** Up to twelve distinct words of a query or title, without anything that a database reads as query syntax. */
export function queryWords(query: string): string[] {
  const words = withoutPoints(query.slice(0, 200))
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  return [...new Set(words)].slice(0, 12);
}

/** A word and its other spellings in any language. The indexes themselves ignore accents. */
export const spellings = (word: string): string[] => [
  ...new Set([word, ...languages.flatMap((language) => language.spellings?.(word) ?? [])]),
];

/** The term that is most like the word, or the word itself. First letters are rarely wrong: "fery" means "ferry". */
export function meantAmong(word: string, terms: readonly string[]): string {
  const begins = Object.groupBy(terms, (term) => (term[0] === word[0] ? 'alike' : 'else'));
  const ordered = [...(begins.alike ?? []), ...(begins.else ?? [])];
  return nearest(word, ordered, (term, max) => editsBetween(word, term, max)) ?? word;
}

/** The words of a title that are used to correct typing errors. */
export const correctableWords = (title: string): string[] => [
  ...new Set(queryWords(title).filter((word) => word.length > 3 && spaced(word) === word)),
];

/** A word of a query. Unless `isWhole`, it is a prefix. */
export interface QueryWord {
  text: string;
  isWhole: boolean;
}

/**
 * The last word may be unfinished, since the user may still be typing. A single letter would match too many words, so
 * it counts as whole, except in scripts without spaces.
 */
export const typed = (words: readonly string[]): QueryWord[] =>
  words.map((text, at) => ({ text, isWhole: at < words.length - 1 || (text.length === 1 && spaced(text) === text) }));

export const whole = (words: readonly string[]): QueryWord[] => words.map((text) => ({ text, isWhole: true }));
