import { knownWords } from '../text/knownWords.ts';
import { tokensOf } from '../text/tokens.ts';

export interface WordedItem {
  title: string;
  /** Paragraphs joined by newlines; only the beginning is read. */
  text: string;
  url: string;
  categories?: readonly string[];
  language?: string;
}

const titleMax = 300;
const titleWordsMax = 40;
const blurbMax = 170;
const addressMax = 300;
const categoriesMax = 12;
/** A category or folder name of this length or longer is a title, so it is not read as a label. */
const labelMax = 30;

/** Sections and categories are stemmed as English, because outlets of many languages name them in English. */
const english = knownWords('en');

interface Word {
  readonly lower: string;
  readonly stem: string;
}

const year: Word = { lower: 'year', stem: 'year' };
const figure: Word = { lower: '#', stem: '#' };

/** The words of a text. Every year becomes the same word, and every other number another one. */
function wordsIn(text: string, language: string | undefined): Word[] {
  const known = knownWords(language);
  return tokensOf(text, language).map((token) => {
    const first = token.charCodeAt(0);
    if (first < 0x30 || first > 0x39) return known.of(token);
    return /^(?:19|20)\d\d$/.test(token) ? year : figure;
  });
}

const lowerOf = ({ lower }: Word): string => lower.replaceAll('’', "'");

/** Shorter runs of letters are file extensions, country codes and the like. */
const label = /\p{L}{3,}/gu;

const stemsOf = (text: string): string[] => (text.match(label) ?? []).map((word) => english.of(word).stem);

export interface ItemWords {
  readonly title: string;
  readonly blurb: string;
  readonly titleWords: readonly string[];
  readonly blurbWords: readonly string[];
  /** English stems of the item's categories and of the folders in its address. */
  readonly labels: ReadonlySet<string>;
  /** Stems of the item's title, blurb, labels and the last part of its address. */
  readonly words: ReadonlySet<string>;
}

/** The path of an address, cut at a limit. */
export const pathOf = (url: string): string => URL.parse(url)?.pathname.slice(0, addressMax) ?? '';

export const cutTitle = ({ title }: Pick<WordedItem, 'title'>): string => title.slice(0, titleMax).trim();

/** Extracts the words that indicate the kind of an item. Each part is cut at a limit. */
export function itemWords({ title, text, url, categories = [], language }: WordedItem): ItemWords {
  const folders = pathOf(url).split('/').filter(Boolean);
  const slug = stemsOf(folders.pop() ?? '');
  const labels = new Set(
    [...folders, ...categories.slice(0, categoriesMax)].filter((name) => name.length < labelMax).flatMap(stemsOf),
  );
  const head = cutTitle({ title });
  const blurb = text.slice(0, blurbMax).trim();
  const titleWords = wordsIn(head, language).slice(0, titleWordsMax);
  const blurbWords = wordsIn(blurb, language);
  return {
    title: head,
    blurb,
    titleWords: titleWords.map(lowerOf),
    blurbWords: blurbWords.map(lowerOf),
    labels,
    words: new Set([...[...titleWords, ...blurbWords].map(({ stem }) => stem), ...labels, ...slug]),
  };
}
