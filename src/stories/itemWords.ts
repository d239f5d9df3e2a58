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

/** The models are learned from English only: they must not judge what is written in another language or in an unknown one. */
export const isEnglish = ({ language }: WordedItem): boolean => subtagOf(language) === 'en';

const english = knownWords('en');

/** Lower case; figures all count as the same word, years as another. */
function plain(token: string): string {
  if (/^\d/.test(token)) return /^(?:19|20)\d\d$/.test(token) ? 'year' : '#';
  return english.of(token).lower.replaceAll('’', "'");
}

const lettersMin = 3;
const stemsIn = (text: string): string[] =>
  text.split(/[^A-Za-z]+/).flatMap((word) => (word.length < lettersMin ? [] : english.of(word).stem));

interface Address {
  folders: readonly string[];
  slug: string;
}

function addressOf(url: string): Address {
  const path = URL.parse(url)?.pathname.slice(0, addressMax).toLowerCase() ?? '';
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
}

/** The parts of an item that say what it is; bounded, however long its texts are. */
export function itemWords({ title, text, url, categories = [] }: WordedItem): ItemWords {
  const { folders, slug } = addressOf(url);
  const named = categories.slice(0, categoriesMax).filter((category) => category.length < labelMax);
  const head = title.slice(0, titleMax).trim();
  const blurb = text.slice(0, blurbMax).trim();
  return {
    title: head,
    blurb,
    titleWords: tokensOf(head).slice(0, titleWordsMax).map(plain),
    blurbWords: tokensOf(blurb).map(plain),
    labels: new Set([...folders, ...named].flatMap(stemsIn)),
    slug: new Set(stemsIn(slug)),
  };
}
