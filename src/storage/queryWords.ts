import { dayMs } from '../clock.ts';
import { withoutPoints } from '../text/tokens.ts';

/** At most twelve words of a query or title. Nothing that a database reads as syntax is left in them. */
export function queryWords(query: string): string[] {
  return (
    withoutPoints(query.slice(0, 200))
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).slice(0, 12);
}

/** German as typed without its keyboard, and the other way round. The indexes themselves ignore accents. */
export function spellings(word: string): string[] {
  const typed = word.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const spelt = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return [...new Set([word, typed, spelt, word.replaceAll('ss', 'ß'), typed.replaceAll('ss', 'ß')])];
}

/** A match from a fortnight ago counts half. */
export const fadingMs = 14 * dayMs;

/** A word is rare if at most a twentieth of the texts hold it, or this many in a small collection. */
export const rareIn = (texts: number): number => Math.max(5, Math.floor(texts / 20));

/** Stories that score less than a tenth of the story itself share the words by chance. */
export const byChance = 1 / 10;
