import { stemmer } from 'stemmer';
import { type StopWords, stopWordsOf } from './locales/stopWords.ts';
import { numberOf } from './numbers.ts';
import { subtagOf } from './subtag.ts';

/** What every stage asks of a word, found out once. */
export interface KnownWord {
  /** As written. */
  readonly word: string;
  readonly lower: string;
  /** One form for its inflections; see `stemOf`. */
  readonly stem: string;
  readonly stop: boolean;
  /** Opens with a capital: it may be a name. */
  readonly capital: boolean;
  /** What it says as a number; see `numberOf`. */
  readonly number: string | undefined;
}

/** Longer words are addresses, hashes or attacks; what stands behind is not compared. */
const lettersMax = 40;
const cachedMax = 20_000;

/** A cache of a language's words in two generations: when it is full, it forgets rare words and keeps those in use. */
class KnownWords {
  readonly #language: string;
  readonly #isStop: StopWords;
  readonly #youngMax: number;
  #young = new Map<string, KnownWord>();
  #old = new Map<string, KnownWord>();

  constructor(language: string, youngMax: number) {
    this.#language = language;
    this.#isStop = stopWordsOf(language);
    this.#youngMax = youngMax;
  }

  /** Most words of an article stood in the last hundred articles, so the cache saves most of the work. */
  of(word: string): KnownWord {
    const young = this.#young.get(word);
    if (young) return young;
    const found = this.#old.get(word) ?? read(word, this.#language, this.#isStop);
    if (word.length > lettersMax) return found;
    if (this.#young.size >= this.#youngMax) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(found.word, found);
    return found;
  }
}

function read(given: string, language: string, isStop: StopWords): KnownWord {
  const word = detached(given);
  const lower = word.toLowerCase();
  const cut = word.slice(0, lettersMax).toLowerCase().replaceAll('’', "'");
  const stem = stemmed(cut, language);
  return {
    word,
    lower,
    stem,
    stop: isStop(word),
    capital: /^\p{Lu}/u.test(word),
    number: numberOf(word),
  };
}

/** Drops German endings and folds umlauts, so that "Regierungen" meets "Regierung". Enough for matching only. */
function germanStem(word: string): string {
  const folded = word.replaceAll('ß', 'ss').replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  const once = folded.length > 5 ? folded.replace(/(?:ern|em|en|er|es|e|s|n)$/, '') : folded;
  return once.length > 5 ? once.replace(/(?:est|en|er|st)$/, '') : once;
}

function stemmed(lower: string, language: string): string {
  if (/\d/.test(lower)) return lower;
  if (language === 'de') return germanStem(lower);
  const plain = !/[^ -~]/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
}

/** A copy that does not keep the whole article in memory: V8 cuts long words out of a text as views on it. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

const english = new KnownWords('en', cachedMax);
const german = new KnownWords('de', cachedMax);
/** The others that were read last: a server that adds feeds in every language there is fills no memory with them. */
const others = new Map<StopWords, KnownWords>();
const othersMax = 8;
const othersCachedMax = 4_000;

/** Each language has its own stop words. All but German are stemmed as English, since many share its plural in s. */
export function knownWords(language?: string): { of(word: string): KnownWord } {
  const subtag = subtagOf(language) ?? 'en';
  if (subtag === 'en') return english;
  if (subtag === 'de') return german;
  // Languages with the same stop words are read alike.
  const isStop = stopWordsOf(subtag);
  const words = others.get(isStop) ?? new KnownWords(subtag, othersCachedMax);
  others.delete(isStop);
  others.set(isStop, words);
  const [oldest] = others.keys();
  if (others.size > othersMax && oldest !== undefined) others.delete(oldest);
  return words;
}
