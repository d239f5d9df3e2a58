import { type KnownWord, knownWords } from '../text/knownWords.ts';
import { tokensOf } from '../text/tokens.ts';

/** What an article has: a title, a text, a title and a short text (blurb), or a title and 50 words of text. */
export type Parts = 'title' | 'text' | 'blurb' | 'full';

/** A stem and its count in the article; an occurrence in the title counts twice. */
export interface CountedTerm {
  stem: string;
  count: number;
  /** The word as the article writes it. */
  word: string;
}

export interface ArticleTerms {
  parts: Parts;
  outlet: string;
  /** Probability, 0 to 1, that the article isn't a news report. */
  notNews: number;
  /** The title's terms come first. */
  terms: readonly CountedTerm[];
  titleTerms: number;
}

const titleWordsMax = 40;
const textWordsMax = 50;
/** More words are read of a text without a title, because its first words say less. */
const untitledWordsMax = 250;
/** About twice the length of 250 words. Limits the cost of a text without spaces. */
const textCharsMax = 3_000;
const titleCharsMax = 400;
const titleCount = 2;

const isContent = ({ word, stop }: KnownWord): boolean => !stop && word.length >= 2;

const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** 'www.thepaper.co.uk' → 'thepaper', 'The Paper' → 'thepaper'. */
function coreOf(outlet: string): string {
  const labels = outlet.toLowerCase().split('.');
  if (labels.length < 2 || /\s/.test(outlet)) return squashed(outlet);
  return squashed(labels.reduce((longest, label) => (label.length >= longest.length ? label : longest), ''));
}

interface OutletName {
  readonly core: string;
  readonly words: readonly string[];
}

function nameOf(outlet: string): OutletName {
  const words = outlet.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return { core: coreOf(outlet), words: words.filter((word) => word !== '') };
}

/** Removes the outlet's name from a title such as "… - The Paper" or "The Paper | …". */
function withoutOutlet(title: string, { core }: OutletName): string {
  const parts = title.split(/\s[-–—|:·»]\s/u);
  if (core.length < 2 || parts.length < 2) return title;
  const isOutlet = (part: string): boolean => {
    const name = squashed(part);
    return name.length > 1 && (core.includes(name) || (name.includes(core) && part.trim().split(/\s+/).length <= 4));
  };
  const kept = parts.filter((part, i) => !((i === 0 || i === parts.length - 1) && isOutlet(part)));
  return kept.length === 0 ? '' : kept.join(' - ');
}

function withoutName(words: readonly KnownWord[], { core, words: name }: OutletName): readonly KnownWord[] {
  const kept: KnownWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const lower = words[i]?.lower ?? '';
    if (lower === core) continue;
    if (name.length > 1 && lower === name[0] && name.every((part, k) => words[i + k]?.lower === part)) {
      i += name.length - 1;
      continue;
    }
    kept.push(words[i] as KnownWord);
  }
  return kept;
}

function wordsOf(text: string, max: number, language: string | undefined): KnownWord[] {
  const known = knownWords(language);
  return tokensOf(text, language)
    .slice(0, max)
    .map((word) => known.of(word));
}

function count(into: Map<string, CountedTerm>, words: readonly KnownWord[], by: number): void {
  for (const word of words) {
    if (!isContent(word)) continue;
    into.getOrInsert(word.stem, { stem: word.stem, count: 0, word: word.word }).count += by;
  }
}

/**
 * Counts the terms of the title and of the first 50 words of the text (250 without a title), without the outlet's name.
 */
export function articleTerms(article: {
  outlet: string;
  title: string;
  text: string;
  language?: string;
  notNews?: number;
}): ArticleTerms {
  const { language, notNews = 0 } = article;
  const outlet = nameOf(article.outlet);
  const titleText = withoutOutlet(article.title.slice(0, titleCharsMax), outlet);
  const title = withoutName(wordsOf(titleText, titleWordsMax, language), outlet);
  const wordsMax = title.length === 0 ? untitledWordsMax : textWordsMax;
  const words = wordsOf(article.text.slice(0, textCharsMax), wordsMax, language);
  const text = withoutName(words, outlet);
  const terms = new Map<string, CountedTerm>();
  count(terms, title, titleCount);
  const titleTerms = terms.size;
  count(terms, text, 1);
  let parts: Parts = words.length < textWordsMax ? 'blurb' : 'full';
  if (text.length === 0) parts = 'title';
  else if (title.length === 0) parts = 'text';
  return { parts, outlet: outlet.core, notNews, terms: [...terms.values()], titleTerms };
}

const format = '2';
const partsKnown: readonly Parts[] = ['title', 'text', 'blurb', 'full'];

/** Serializes terms for the database; `parseTerms` reads them. */
export function formatTerms({ parts, outlet, notNews, terms, titleTerms }: ArticleTerms): string {
  const list = terms.map(({ stem, count, word }) => `${stem}:${count}:${word === stem ? '' : word}`).join(' ');
  return `${format}|${parts}|${outlet}|${notNews}|${titleTerms}|${list}`;
}

function parseTerm(part: string): CountedTerm {
  const [stem = '', count = '1', word = ''] = part.split(':');
  return { stem, count: Number(count) || 1, word: word === '' ? stem : word };
}

/** The stems of stored terms; empty for terms in another format. */
export const stemsIn = (stored: string): string[] => parseTerms(stored)?.terms.map(({ stem }) => stem) ?? [];

/** Undefined for terms in another format. The grouper then ignores the article, which stays in its story. */
export function parseTerms(stored: string): ArticleTerms | undefined {
  const [version, name, outlet = '', notNews = '0', titleTerms = '0', list = ''] = stored.split('|');
  const parts = partsKnown.find((known) => known === name);
  if (version !== format || parts === undefined) return undefined;
  const terms = list === '' ? [] : list.split(' ').map(parseTerm);
  return { parts, outlet, notNews: Number(notNews) || 0, titleTerms: Number(titleTerms) || 0, terms };
}
