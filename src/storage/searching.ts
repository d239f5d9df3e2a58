import { dayMs } from '../clock.ts';
import { languages } from '../engine/languages/languages.ts';
import { editsBetween, nearest } from '../engine/text/edits.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import { spaced, withoutPoints } from '../engine/text/tokens.ts';
import type { FeedId, StoryId } from '../ids.ts';
import type { FoundStories, SearchedText } from './search.ts';

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

/** The stored word that was meant, or the word itself. Few mistype a first letter: "fery" is "ferry" before "very". */
export function meantAmong(word: string, terms: readonly string[]): string {
  const begins = Object.groupBy(terms, (term) => (term[0] === word[0] ? 'alike' : 'else'));
  const ordered = [...(begins.alike ?? []), ...(begins.else ?? [])];
  return nearest(word, ordered, (term, max) => editsBetween(word, term, max)) ?? word;
}

/** The age at which a match counts half. */
export const fadingMs = 14 * dayMs;

/** At most this many matching texts are ranked, the latest ones. A word in more texts doesn't make stories related. */
export const rareMax = 1_000;
/**
 * A query of everyday words searches this many of the latest texts, in steps until enough match. Most such words have a
 * thousand hits in the first step, and searching all texts takes long.
 */
const lookedAt = [5_000, 25_000, Number.MAX_SAFE_INTEGER];
/** In how many texts a rare word may occur: a twentieth of all, but at least 5 and at most `rareMax`. */
export const rareIn = (texts: number): number => Math.min(rareMax, Math.max(5, Math.floor(texts / 20)));
/** Texts are counted up to this number, because `rareIn` returns the same for more. */
export const countedMax = 20 * rareMax;

/** A story that scores below this share of the compared story's own score has words in common by chance. */
export const byChance = 1 / 10;

interface TextRow {
  id: StoryId;
  language: string | null;
  /** Empty for texts that everybody may see. */
  feedId: FeedId;
  title: string;
  body: string;
}

/** Joins the texts of each story. */
export const searchedTexts = (rows: readonly TextRow[]): SearchedText[] =>
  [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofStory]) => ({
    id,
    text: ofStory.map(({ title, body }) => `${title}\n${body}`).join('\n'),
    language: ofStory[0]?.language ?? undefined,
  }));

/** For each story of these rows, the text by which everybody finds it; '' if only some servers may see the story. */
export function openTexts(rows: readonly TextRow[]): Map<StoryId, SearchedText> {
  const open = searchedTexts(rows.filter(({ feedId }) => feedId === ''));
  return new Map([...searchedTexts(rows).map((one) => ({ ...one, text: '' })), ...open].map((one) => [one.id, one]));
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
const typed = (words: readonly string[]): QueryWord[] =>
  words.map((text, at) => ({ text, isWhole: at < words.length - 1 || (text.length === 1 && spaced(text) === text) }));

const whole = (words: readonly string[]): QueryWord[] => words.map((text) => ({ text, isWhole: true }));

export type Joined = 'all' | 'any';

/** The part of the search that each database implements: writing expressions and running them. */
interface Finding {
  expression(words: readonly QueryWord[], joined: Joined): string;
  /** How many texts match, counted up to `rareMax` + 1. */
  count(expression: string): Promise<number>;
  /** Row numbers of matching texts, latest first, at most `rareMax`. Searches only the latest `among` texts. */
  held(expression: string, among: number): Promise<number[]>;
  /** Ids of the stories of these texts, best first. `rare` is the part of the expression with rare words. */
  rank(rows: readonly number[], expression: string, rare: string | undefined): Promise<StoryId[]>;
  /** The stored word that was most likely meant, or the word itself. */
  meant(word: string): Promise<string>;
}

/**
 * Finds stories with all of the words, else with all after correcting typing errors, else with any of them. It yields
 * to other work between its queries, each of which is short, however common the words are.
 */
export async function findBy(
  words: readonly string[],
  { expression, count, held, rank, meant }: Finding,
): Promise<FoundStories> {
  /** Splits words that occur in texts into everyday and rare ones. Undefined if one is missing and all are needed. */
  const sorted = async (wanted: readonly QueryWord[], joined: Joined) => {
    const everyday: QueryWord[] = [];
    const rare: QueryWord[] = [];
    for (const word of wanted) {
      await nextTurn();
      const texts = await count(expression([word], 'all'));
      if (texts === 0 && joined === 'all') return undefined;
      if (texts > rareMax) everyday.push(word);
      else if (texts > 0) rare.push(word);
    }
    return { everyday, rare };
  };
  const rowsOf = async (sought: string, depths: readonly number[]): Promise<number[]> => {
    let rows: number[] = [];
    for (const among of depths) {
      await nextTurn();
      rows = await held(sought, among);
      if (rows.length >= rareMax) break;
    }
    return rows;
  };
  const match = async (wanted: readonly QueryWord[], joined: Joined): Promise<string[]> => {
    const known = await sorted(wanted, joined);
    if (known === undefined) return [];
    const { everyday, rare } = known;
    // Texts that share only everyday words with the query are not relevant.
    const asked = joined === 'any' && rare.length > 0 ? rare : [...everyday, ...rare];
    if (asked.length === 0) return [];
    const sought = expression(asked, joined);
    const rows = await rowsOf(sought, rare.length > 0 ? lookedAt.slice(-1) : lookedAt);
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
  if (again.length > 0) return { ids: again, loose: true, meant: corrected.join(' ') };
  return { ids: await match(whole([...new Set([...words, ...corrected])]), 'any'), loose: true };
}
