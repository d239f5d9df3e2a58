import { isInitials, type SentenceEnds, splitBlock } from '../sentenceEnds.ts';
import words from './sentences.json' with { type: 'json' };

/** Abbreviations before a name, number or noun, in lower case. Their period never ends a sentence. */
const leading = new Set(words.leading);

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = new Set(words.doubtful);

/** Words that open sentences and rarely begin a name. */
const openers = new Set(words.openers);

const ends: SentenceEnds = {
  // A quotation mark directly after the period is a closing one, whatever its shape.
  closers: /["'“”‘’«»›‹)\]]*/uy,
  lastWord: /(?<![^\s"“”„«»([—])[^\s"“”„«»([—]*$/u,
  opening: /^["“”„‚‘'«»‹›([–—\s-]+/u,
  goesOn: /^[,;:%)\]]/,
  closing: /["“”’«»]/,
  unspaced: /^\p{Lu}\p{Ll}/u,
  endsByPeriod,
};

export const splitGerman = (text: string): Generator<string> => splitBlock(text, ends);

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  // "A." opens a name, "A" may open a sentence.
  const opens = openers.has(/^\p{L}+/u.exec(rest)?.[0] ?? '') && !/^\p{Lu}\./u.test(rest);
  if (leading.has(lower)) return false;
  if (/str$|^no$/.test(lower) && /^\d/.test(rest)) return false;
  if (/^\d{1,2}$/.test(word)) return opens && !/^\d/.test(rest);
  // Numerals, initials, "U.S.A.", "z. B."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
