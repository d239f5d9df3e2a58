import { isInitials, type SentenceEnds, splitBlock } from '../sentenceEnds.ts';
import words from './sentences.json' with { type: 'json' };

/** Abbreviations before a name, number or noun, in lower case. Their period never ends a sentence. */
const leading = new Set(words.leading);

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = new Set(words.doubtful);

/** Words that open sentences and rarely begin a name; elided ones have their apostrophe. */
const openers = new Set(words.openers);

const ends: SentenceEnds = {
  // A pointed mark closes after a blank: "Il est parti. »"
  closers: /(?:\s?»|["'“”’›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([—–'’])[^\s"“”„«»([—–'’]*$/u,
  opening: /^["“„‘'«‹([–—\s-]+/u,
  goesOn: /^[,;:%)\]»]/,
  closing: /["“”’»]/,
  unspaced: /^\p{Lu}['’\p{Ll}]/u,
  endsByPeriod,
};

export const splitFrench = (text: string): Generator<string> => splitBlock(text, ends);

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+['’]?/u.exec(rest)?.[0].replace('’', "'") ?? '';
  const opens = (openers.has(first) || openers.has(first.replace("'", ''))) && !/^\p{Lu}\./u.test(rest);
  // "le bus no. 5", but "il a dit non. Le"; "p. 12", "art. 49".
  if (leading.has(lower))
    return /^(?:p|pp|n|no|nos|art|al|ch|fig|vol|chap|min|hab|ex|al|pl|mes|me|col)$/.test(lower) && opens;
  // Initials, numerals, "U.S.A.", "J.-C."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
