import { germanStem, porter } from './stems.ts';
import { isStopWord } from './stopWords.ts';

export { isStopWord } from './stopWords.ts';

/** Longer words are addresses, hashes or attacks; what stands behind is not compared. */
const lettersMax = 40;
const cacheMax = 20_000;

const word = /\p{L}\.(?:\p{L}\.)+|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The words of a text as written, case kept, since a capital tells a name. Numbers keep their points and commas ("1,200"), "U.S." becomes
 * "US", a possessive loses its 's, hyphens part words; scripts without spaces give overlapping pairs of characters.
 */
export function tokensOf(text: string): string[] {
  const found: string[] = [];
  for (const [token] of text.matchAll(word)) {
    if (token.includes('.') && /^\p{L}/u.test(token)) found.push(token.replaceAll('.', ''));
    else if (unspaced.test(token)) {
      const letters = [...token];
      if (letters.length === 1) found.push(token);
      for (let at = 0; at + 1 < letters.length; at++) found.push(`${letters[at]}${letters[at + 1]}`);
    } else found.push(/['’]s$/i.test(token) ? token.slice(0, -2) : token);
  }
  return found;
}

/** Two generations, so that a full cache forgets the rare words and keeps those in use. */
let young = new Map<string, string>();
let old = new Map<string, string>();

/**
 * One form for the inflections of a word: lower-case, accents folded, Porter's steps for English or German endings for `de`. Words with
 * digits stay whole.
 */
export function stemOf(word: string, language?: string): string {
  const german = language?.startsWith('de') === true;
  const key = german ? `de ${word}` : word;
  let stem = young.get(key) ?? old.get(key);
  if (stem === undefined) {
    const lower = word.slice(0, lettersMax).toLowerCase().replaceAll('’', "'");
    if (/\d/.test(lower)) stem = lower;
    else if (german) stem = germanStem(lower);
    else {
      const plain = !/[^ -~]/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
      stem = /^[a-z]+$/.test(plain) ? porter(plain) : plain;
    }
  }
  if (young.size >= cacheMax) {
    old = young;
    young = new Map();
  }
  if (word.length <= lettersMax) young.set(key, stem);
  return stem;
}

/** The content of a text: its words in order, stop words left out, each as its stem; repeated words are repeated. */
export function termsOf(text: string, language?: string): string[] {
  const terms: string[] = [];
  for (const token of tokensOf(text)) if (!isStopWord(token, language)) terms.push(stemOf(token, language));
  return terms;
}
