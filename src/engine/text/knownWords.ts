import { languageOrEnglish } from '../languages/languages.ts';
import { isStopWord } from '../languages/stopWords.ts';
import { subtagOf } from '../languages/subtag.ts';

/** A word in the forms in which texts are compared. */
export interface KnownWord {
  /** As written. */
  readonly word: string;
  readonly lower: string;
  /** See `stemOf`. */
  readonly stem: string;
  readonly stop: boolean;
}

/** Longer words are addresses, hashes or attacks. They aren't cached, and only their beginning is stemmed. */
const lettersMax = 40;
const cachedMax = 60_000;

/** Caches words by language, because most words of an article also occurred in the last hundred articles. */
const byLanguage = new Map<string, Map<string, KnownWord>>();
let cached = 0;

function wordIn(language: string, words: Map<string, KnownWord>, word: string): KnownWord {
  const known = words.get(word);
  if (known) return known;
  const found = read(word, language);
  if (word.length > lettersMax) return found;
  if (cached >= cachedMax) {
    for (const list of byLanguage.values()) list.clear();
    cached = 0;
  }
  words.set(found.word, found);
  cached++;
  return found;
}

function read(given: string, language: string): KnownWord {
  const word = detached(given);
  const cut = word.slice(0, lettersMax).toLowerCase().replaceAll('’', "'");
  const stem = /\d/.test(cut) ? cut : languageOrEnglish(language).stem(cut);
  return { word, lower: word.toLowerCase(), stem, stop: isStopWord(word, language) };
}

/** A copy of a word. V8 stores words of 13 letters or more as views, which would keep the whole text in memory. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** The words of one language. Each language has its own stop words. */
export function knownWords(language?: string): { of(word: string): KnownWord } {
  const subtag = subtagOf(language) ?? 'en';
  const words = byLanguage.getOrInsertComputed(subtag, () => new Map<string, KnownWord>());
  return { of: (word) => wordIn(subtag, words, word) };
}
