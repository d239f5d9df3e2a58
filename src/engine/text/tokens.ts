import { elisionOf } from '../languages/elisions.ts';

/** A word, or a run of a script that has no spaces between its words. */
const word = /\p{L}\.(?:\p{L}\.)+|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Splits "NATO加盟" into a name and a word, but keeps a figure with its counter ("24日"). */
const scripts = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*|[^\p{Script=Latin}'’]+/gu;

/**
 * The words of a text with their case, because a capital indicates a name. "U.S." becomes "US", "Ida's" "Ida", and
 * "l'Ukraine" "Ukraine" in languages with elision. Numbers keep points and commas ("1,200"); hyphens separate words.
 * Scripts without spaces give overlapping pairs of characters.
 */
export function tokensOf(text: string, language?: string): string[] {
  const found = text.match(word) ?? [];
  const elision = elisionOf(language);
  return unspaced.test(text)
    ? found.flatMap((token) => piecesOf(token, elision))
    : found.map((token) => bare(token, elision));
}

function bare(token: string, elision: RegExp | undefined): string {
  if (token.endsWith('.')) return token.replaceAll('.', '');
  const own = token.replace(/['’]s$/i, '');
  return elision === undefined ? own : own.replace(elision, '');
}

function piecesOf(token: string, elision: RegExp | undefined): string[] {
  if (!unspaced.test(token) || token.endsWith('.')) return [bare(token, elision)];
  return (token.match(scripts) ?? []).flatMap((piece) => (unspaced.test(piece) ? pairsOf(piece) : [piece]));
}

function pairsOf(token: string): string[] {
  const letters = [...token];
  if (letters.length === 1) return [token];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** The longest token, or the first of several equally long ones; undefined for an empty list. */
export const longestOf = (tokens: readonly string[]): string | undefined =>
  tokens.toSorted((a, b) => b.length - a.length)[0];

/** Scripts in which one character means as much as a syllable or word in other scripts. */
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const lettersMin = { dense: 2, others: 3 } as const;

/** Whether all words of a phrase are so short that most texts contain a word beginning with them. */
export function isShort(phrase: string): boolean {
  const longest = longestOf(tokensOf(phrase)) ?? '';
  return [...longest].length < lettersMin[dense.test(longest) ? 'dense' : 'others'];
}

const pointed = /(?<![\p{L}\p{M}\p{N}])\p{L}\.(?:\p{L}\.)+/gu;

/** Turns "A.I." into "AI", for an index that splits words at periods. */
export function withoutPoints(text: string): string {
  return text.replace(pointed, (token) => token.replaceAll('.', ''));
}

/** The text for an index that splits at spaces and periods. Scripts without spaces become pairs of characters. */
export function spaced(text: string): string {
  const plain = withoutPoints(text);
  if (!unspaced.test(plain)) return plain;
  // "12月24日" is two words without a space.
  return plain.replace(word, (token) => (unspaced.test(token) ? `${piecesOf(token, undefined).join(' ')} ` : token));
}
