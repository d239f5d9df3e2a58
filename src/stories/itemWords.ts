import { knownWords } from '../text/knownWords.ts';
import { subtagOf } from '../text/subtag.ts';
import { tokensOf } from '../text/tokens.ts';

/** What the word models read of an item. */
export interface WordedItem {
  title: string;
  /** Paragraphs joined by newlines; only the beginning is read. */
  text: string;
  url: string;
  /** Topics of the feeds that list it; own feeds have none. */
  feedTopicIds: readonly string[];
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

function addStems(text: string, ...sets: readonly Set<string>[]): void {
  for (const word of text.match(label) ?? []) {
    const { stem } = english.of(word);
    for (const set of sets) set.add(stem);
  }
}

interface Address {
  folders: readonly string[];
  slug: string;
}

function addressOf(url: string): Address {
  const path = URL.parse(url)?.pathname.slice(0, addressMax) ?? '';
  const parts = path.split('/').filter((part) => part !== '');
  return { slug: parts.pop() ?? '', folders: parts.filter((part) => part.length < labelMax) };
}

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
  const { folders, slug } = addressOf(url);
  const named = categories.slice(0, categoriesMax).filter((category) => category.length < labelMax);
  const head = title.slice(0, titleMax).trim();
  const blurb = text.slice(0, blurbMax).trim();
  const titleWords = wordsIn(head).slice(0, titleWordsMax);
  const blurbWords = wordsIn(blurb);
  const words = new Set<string>();
  for (const { stem } of titleWords) words.add(stem);
  for (const { stem } of blurbWords) words.add(stem);
  const labels = new Set<string>();
  for (const name of [...folders, ...named]) addStems(name, labels, words);
  const slugWords = new Set<string>();
  addStems(slug, slugWords, words);
  return {
    title: head,
    blurb,
    titleWords: titleWords.map(lowerOf),
    blurbWords: blurbWords.map(lowerOf),
    labels,
    slug: slugWords,
    words,
  };
}
