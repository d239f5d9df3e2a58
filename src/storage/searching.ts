import { dayMs } from '../clock.ts';
import { spaced, withoutPoints } from '../text/tokens.ts';
import type { SearchedText } from './search.ts';

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

/** Of a word that more texts hold, only those indexed last are ranked, and it relates no stories. */
export const rareMax = 1_000;
/** A word is rare if at most a twentieth of the texts hold it, or this many in a small collection. */
export const rareIn = (texts: number): number => Math.min(rareMax, Math.max(5, Math.floor(texts / 20)));
/** Among more texts `rareIn` answers the same. */
export const countedMax = 20 * rareMax;

/** Stories that score less than a tenth of the story itself share the words by chance. */
export const byChance = 1 / 10;

interface TextRow {
  id: string;
  language: string | null;
  /** Empty for what everybody may see. */
  feedId: string;
  title: string;
  body: string;
}

/** One text of each story. */
export const searchedTexts = (rows: readonly TextRow[]): SearchedText[] =>
  [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofStory]) => ({
    id,
    text: ofStory.map(({ title, body }) => `${title}\n${body}`).join('\n'),
    language: ofStory[0]?.language ?? undefined,
  }));

/** What everybody finds the story of these rows by: no text if only some may see it. */
export function openText(rows: readonly TextRow[]): SearchedText | undefined {
  const [story] = searchedTexts(rows);
  const [open] = searchedTexts(rows.filter(({ feedId }) => feedId === ''));
  return open ?? (story && { ...story, text: '' });
}

/** Words of a title that typing errors are corrected by. */
export const termsOf = (title: string): string[] => [
  ...new Set(queryWords(title).filter((word) => word.length > 3 && spaced(word) === word)),
];

/** A database's own way to find stories by an expression, and to write one. */
interface Finding {
  match(expression: string): Promise<string[]>;
  /** The stored word that was most likely meant, or the word itself. */
  meant(word: string): Promise<string>;
  allOf(words: readonly string[]): string;
  anyOf(words: readonly string[]): string;
}

/** All of the words, else all after correcting typing errors, else any of them. */
export async function findBy(
  words: readonly string[],
  { match, meant, allOf, anyOf }: Finding,
): Promise<{ ids: string[]; loose: boolean }> {
  if (words.length === 0) return { ids: [], loose: false };
  const all = await match(allOf(words));
  if (all.length > 0) return { ids: all, loose: false };
  const corrected = await Promise.all(words.map(meant));
  const isCorrected = corrected.some((word, at) => word !== words[at]);
  const again = isCorrected ? await match(allOf(corrected)) : [];
  if (again.length > 0) return { ids: again, loose: false };
  return { ids: await match(anyOf([...new Set([...words, ...corrected])])), loose: true };
}
