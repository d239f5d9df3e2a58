import { dayMs } from '../clock.ts';
import { nextTurn } from '../text/pauses.ts';
import { spaced, withoutPoints } from '../text/tokens.ts';
import type { SearchedText } from './search.ts';

/** At most twelve different words of a query or title. Nothing that a database reads as syntax is left in them. */
export function queryWords(query: string): string[] {
  const words = withoutPoints(query.slice(0, 200))
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  return [...new Set(words)].slice(0, 12);
}

/** German as typed without its keyboard, and the other way round. The indexes themselves ignore accents. */
export function spellings(word: string): string[] {
  const typed = word.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const spelt = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return [...new Set([word, typed, spelt, word.replaceAll('ss', 'ß'), typed.replaceAll('ss', 'ß')])];
}

/** A match from a fortnight ago counts half. */
export const fadingMs = 14 * dayMs;

/** Of words that more texts hold, only those indexed last are ranked, and such a word relates no stories. */
export const rareMax = 1_000;
/**
 * Texts indexed last among which everyday words are looked for first: most have a thousand hits there, and a look at all
 * texts takes long. The last look is at all.
 */
const lookedAt = [5_000, 25_000, Number.MAX_SAFE_INTEGER];
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

/** A word of a query; unless it is whole, it also finds what begins with it. */
export interface QueryWord {
  text: string;
  isWhole: boolean;
}

/**
 * While the last word is typed, it may be unfinished. One letter begins so many words that it counts as a word, but in
 * scripts without spaces.
 */
const typed = (words: readonly string[]): QueryWord[] =>
  words.map((text, at) => ({ text, isWhole: at < words.length - 1 || (text.length === 1 && spaced(text) === text) }));

const whole = (words: readonly string[]): QueryWord[] => words.map((text) => ({ text, isWhole: true }));

export type Joined = 'all' | 'any';

/** A database's own way to find stories by an expression, and to write one. */
interface Finding {
  expression(words: readonly QueryWord[], joined: Joined): string;
  /** How many texts hold it, counted up to `rareMax` + 1. */
  count(expression: string): Promise<number>;
  /** Row numbers of the `rareMax` texts indexed last that hold it, among so many that were indexed last. */
  held(expression: string, among: number): Promise<number[]>;
  /** Ids of the stories of these texts, best first. `rare` is the part of the expression that few texts hold. */
  rank(rows: readonly number[], expression: string, rare: string | undefined): Promise<string[]>;
  /** The stored word that was most likely meant, or the word itself. */
  meant(word: string): Promise<string>;
}

/**
 * All of the words, else all after correcting typing errors, else any of them. Others are served between two questions to
 * the database, and each is short, however many texts hold the words.
 */
export async function findBy(
  words: readonly string[],
  { expression, count, held, rank, meant }: Finding,
): Promise<{ ids: string[]; loose: boolean }> {
  const match = async (wanted: readonly QueryWord[], joined: Joined): Promise<string[]> => {
    const everyday: QueryWord[] = [];
    const rare: QueryWord[] = [];
    for (const word of wanted) {
      await nextTurn();
      const texts = await count(expression([word], 'all'));
      if (texts === 0 && joined === 'all') return [];
      if (texts > rareMax) everyday.push(word);
      else if (texts > 0) rare.push(word);
    }
    // Texts that share only everyday words with the query are no nearer than others.
    const asked = joined === 'any' && rare.length > 0 ? rare : [...everyday, ...rare];
    if (asked.length === 0) return [];
    const sought = expression(asked, joined);
    let rows: number[] = [];
    for (const among of rare.length > 0 ? lookedAt.slice(-1) : lookedAt) {
      await nextTurn();
      rows = await held(sought, among);
      if (rows.length >= rareMax) break;
    }
    if (rows.length === 0) return [];
    await nextTurn();
    return rank(rows, sought, rare.length > 0 ? expression(rare, joined) : undefined);
  };

  if (words.length === 0) return { ids: [], loose: false };
  const all = await match(typed(words), 'all');
  if (all.length > 0) return { ids: all, loose: false };
  const corrected: string[] = [];
  for (const word of words) {
    await nextTurn();
    corrected.push(await meant(word));
  }
  const isCorrected = corrected.some((word, at) => word !== words[at]);
  const again = isCorrected ? await match(typed(corrected), 'all') : [];
  if (again.length > 0) return { ids: again, loose: false };
  return { ids: await match(whole([...new Set([...words, ...corrected])]), 'any'), loose: true };
}
