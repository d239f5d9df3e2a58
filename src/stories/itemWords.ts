import { knownWords } from '../text/knownWords.ts';
import { subtagOf } from '../text/subtag.ts';
import { tokensOf } from '../text/tokens.ts';

/** What the word models read of an item. */
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
/** A longer category or part of an address is a title. */
const labelMax = 30;

/** The models are learned from English and must judge no other or unknown language. */
export const isEnglish = ({ language }: WordedItem): boolean => subtagOf(language) === 'en';

const english = knownWords('en');

interface Word {
  readonly lower: string;
  readonly stem: string;
}

const year: Word = { lower: 'year', stem: 'year' };
const figure: Word = { lower: '#', stem: '#' };

/** Figures all count as the same word, years as another. */
function wordsIn(text: string): Word[] {
  return tokensOf(text).map((token) => {
    const first = token.charCodeAt(0);
    if (first < 0x30 || first > 0x39) return english.of(token);
    return /^(?:19|20)\d\d$/.test(token) ? year : figure;
  });
}

const lowerOf = ({ lower }: Word): string => lower.replaceAll('’', "'");

/** Two letters are endings, countries and numbers of pages. */
const label = /[a-z]{3,}/gi;

const stemsOf = (text: string): string[] => (text.match(label) ?? []).map((word) => english.of(word).stem);

export interface ItemWords {
  readonly title: string;
  readonly blurb: string;
  readonly titleWords: readonly string[];
  readonly blurbWords: readonly string[];
  /** Stems of what the outlet files it under: folders of its address and categories. */
  readonly labels: ReadonlySet<string>;
  /** Stems of the last part of its address. */
  readonly slug: ReadonlySet<string>;
  /** Stems of all these. */
  readonly words: ReadonlySet<string>;
}

/** The parts of an item that say what it is, bounded. */
export function itemWords({ title, text, url, categories = [] }: WordedItem): ItemWords {
  const folders = URL.parse(url)?.pathname.slice(0, addressMax).split('/').filter(Boolean) ?? [];
  const slug = new Set(stemsOf(folders.pop() ?? ''));
  const labels = new Set(
    [...folders, ...categories.slice(0, categoriesMax)].filter((name) => name.length < labelMax).flatMap(stemsOf),
  );
  const head = title.slice(0, titleMax).trim();
  const blurb = text.slice(0, blurbMax).trim();
  const titleWords = wordsIn(head).slice(0, titleWordsMax);
  const blurbWords = wordsIn(blurb);
  return {
    title: head,
    blurb,
    titleWords: titleWords.map(lowerOf),
    blurbWords: blurbWords.map(lowerOf),
    labels,
    slug,
    words: new Set([...[...titleWords, ...blurbWords].map(({ stem }) => stem), ...labels, ...slug]),
  };
}
