import { type KnownWord, knownWords } from '../text/knownWords.ts';
import { tokensOf } from '../text/tokens.ts';
import { type Figure, figuresIn } from './figures.ts';

/**
 * How much of an article there is: only a title, a title with up to 60 words, a longer text without a title, or all of it.
 * Likeness means another thing in each, so each has its own threshold.
 */
export type ArticleKind = 'headline' | 'snippet' | 'untitled' | 'full';

/** A stem and how much it counts before its rarity is known. */
export interface CountedTerm {
  stem: string;
  count: number;
  /** As it stands in the article; '' for terms of the body. */
  word: string;
}

/** An article as the grouper sees it. `head`: title and first words, `body`: title and first 300 words, only of a full article. */
export interface ArticleTerms {
  kind: ArticleKind;
  head: readonly CountedTerm[];
  body: readonly CountedTerm[];
  figures: readonly Figure[];
}

const snippetWordsMax = 60;
const headWordsMax = 40;
const textWordsMax = 300;
/** About twice what 300 words take: a text of one endless word costs no more than an ordinary one. */
const textCharsMax = 3_500;
const titleCharsMax = 400;

const isContent = ({ word, stop }: KnownWord): boolean => !stop && word.length >= 2;

const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** 'www.thepaper.co.uk' → 'thepaper', 'The Paper' → 'thepaper'. */
function coreOf(outlet: string): string {
  const labels = outlet.toLowerCase().split('.');
  if (labels.length < 2 || /\s/.test(outlet)) return squashed(outlet);
  return squashed(labels.reduce((longest, label) => (label.length >= longest.length ? label : longest), ''));
}

/** What an outlet is called, read once for each article. */
interface OutletName {
  readonly core: string;
  readonly words: readonly string[];
}

function nameOf(outlet: string): OutletName {
  const words = outlet.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return { core: coreOf(outlet), words: words.filter((word) => word !== '') };
}

/** Drops "… - The Paper" and "The Paper | …": what stands in every title of an outlet says nothing of the event. */
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

function count(into: Map<string, CountedTerm>, word: KnownWord, by: number, keepWord: boolean): void {
  if (!isContent(word)) return;
  const term = into.get(word.stem);
  if (term) term.count += by;
  else into.set(word.stem, { stem: word.stem, count: by, word: keepWord ? word.word : '' });
}

/** Capitals name who and where, unless the whole title is in Title Case. */
function capitalBoost(title: readonly KnownWord[]): number {
  const content = title.filter(isContent);
  const capitals = content.filter(({ capital }) => capital).length;
  return capitals <= 0.6 * content.length ? 1.5 : 1;
}

function wordsOf(text: string, language: string | undefined): KnownWord[] {
  const tokens = tokensOf(text, language);
  if (tokens.length > textWordsMax) tokens.length = textWordsMax;
  const known = knownWords(language);
  return tokens.map((word) => known.of(word));
}

/** Linear in the first 3,500 characters; the outlet's own name is left out. */
export function articleTerms(article: {
  outlet: string;
  title: string;
  text: string;
  language?: string;
}): ArticleTerms {
  const { language } = article;
  const outlet = nameOf(article.outlet);
  const titleText = withoutOutlet(article.title.slice(0, titleCharsMax), outlet);
  const title = withoutName(wordsOf(titleText, language), outlet);
  const text = withoutName(wordsOf(article.text.slice(0, textCharsMax), language), outlet);
  let kind: ArticleKind = 'full';
  if (text.length === 0) kind = 'headline';
  else if (text.length < snippetWordsMax) kind = 'snippet';
  else if (title.length === 0) kind = 'untitled';

  const head = new Map<string, CountedTerm>();
  const boost = capitalBoost(title);
  const titleCount = kind === 'headline' ? 1 : 3;
  for (const word of title) count(head, word, word.capital ? titleCount * boost : titleCount, true);
  const headWords = kind === 'untitled' ? textWordsMax : headWordsMax;
  for (let i = 0; i < headWords && i < text.length; i++) count(head, text[i] as KnownWord, 1, true);

  const body = new Map<string, CountedTerm>();
  if (kind === 'full') {
    for (const word of title) count(body, word, 1, false);
    for (const word of text) count(body, word, 1, false);
  }
  const figures = [...figuresIn(title), ...figuresIn(text)];
  return { kind, head: [...head.values()], body: [...body.values()], figures };
}

const format = '1';
const kinds: readonly ArticleKind[] = ['headline', 'snippet', 'untitled', 'full'];

/** Compact text for the database; `parseTerms` gives the same terms back. */
export function formatTerms(terms: ArticleTerms): string {
  const head = terms.head.map((term) => `${term.stem}:${term.count}:${term.word}`).join(' ');
  const body = terms.body.map((term) => `${term.stem}:${term.count}`).join(' ');
  const figures = terms.figures.map(({ noun, number }) => `${noun}:${number}`).join(' ');
  return `${format}|${terms.kind}|${head}|${body}|${figures}`;
}

function parseList(list: string): CountedTerm[] {
  if (list === '') return [];
  return list.split(' ').map((part) => {
    const [stem = '', count = '1', word = ''] = part.split(':');
    return { stem, count: Number(count) || 1, word };
  });
}

/** What was stored before figures were kept has none. */
function parseFigures(list: string): Figure[] {
  if (list === '') return [];
  return list.split(' ').map((part) => {
    const [noun = '', number = ''] = part.split(':');
    return { noun, number };
  });
}

/** undefined: written by another version; the article is then unknown to the grouper and stays where it was placed. */
export function parseTerms(stored: string): ArticleTerms | undefined {
  const [version, kindName, head = '', body = '', figures = ''] = stored.split('|');
  const kind = kinds.find((known) => known === kindName);
  if (version !== format || kind === undefined) return undefined;
  return { kind, head: parseList(head), body: parseList(body), figures: parseFigures(figures) };
}
