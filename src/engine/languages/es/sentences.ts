import { isInitials, type SentenceEnds, splitBlock } from '../sentenceEnds.ts';
import words from './sentences.json' with { type: 'json' };

/** Abbreviations before a name, number or noun, in lower case. Their period never ends a sentence. */
const leading = new Set(words.leading);

/** Abbreviations of `leading` that end a sentence if one of the openers follows: "el art. 5", "en la misma pág. El". */
const either =
  /^(?:no|n|núm|num|art|arts|inc|pág|págs|pp|cap|vol|fig|col|ext|km|dir|est|ed|c|d|da|ma|alm|pl|sor|vd|uds?)$/;

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = new Set(words.doubtful);

/** Words that open sentences and rarely begin a name. */
const openers = new Set(words.openers);

const ends: SentenceEnds = {
  closers: /(?:["'“”’»›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([¿¡—–'‘’])[^\s"“”„«»([¿¡—–'‘’]*$/u,
  opening: /^["“„‘'«‹([¿¡–—\s-]+/u,
  goesOn: /^[,;:%)\]»”]/,
  closing: /["”’»]/,
  unspaced: /^(?:[¿¡]|\p{Lu}\p{Ll})/u,
  endsByPeriod,
};

export const splitSpanish = (text: string): Generator<string> => splitBlock(text, ends);

function endsByPeriod(word: string, rest: string, before: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+/u.exec(rest)?.[0] ?? '';
  const opens = openers.has(first) && !/^\p{Lu}\./u.test(rest);
  // "a las 8 p. m.", "a las 8 p.m."
  if (/\d\s?[ap]\.\s?m$/iu.test(before)) return true;
  // "EE. UU.", "FF. AA.": the second half of a doubled abbreviation.
  if (/^(\p{Lu})\1$/u.test(word)) return opens && !/^(\p{Lu})\1\./u.test(rest);
  if (leading.has(lower)) return either.test(lower) && opens;
  // Initials, numerals, "S.A.", "EE.UU."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
