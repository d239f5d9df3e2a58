import { folded } from '../furniture/wording.ts';
import { type HeadlinePlace, namesOf } from '../headlinePlace.ts';
import type { PageElement } from '../markup/dom.ts';
import { scriptDate } from '../markup/markup.ts';
import { dateSpan } from './dates.ts';

/** A short piece of page text that may hold a date, with the class words of what surrounds it. */
export interface DatedLine {
  text: string;
  /** Machine-readable value of a `time` element or of an element with `content`. */
  value?: string;
  tag: string;
  words: readonly string[];
  itemprop: string;
  /** Inside an aside, list of other articles or comments: its date belongs to something else. */
  foreign: boolean;
  inFooter: boolean;
  order: number;
  /** What stands before it in its line, as in "Updated: ". */
  before?: string;
  /** The longest link that shares its line or card: another article's title, perhaps. */
  beside?: string;
  /** The heading of the small `article` or list item it stands in. */
  card?: string;
  /** The order of its parent and of the element around that: three dates in one are a list. */
  parents: readonly [number, number];
  /** How many pieces of prose the walk had seen. */
  prose: number;
}

/** What surrounds an element. */
export interface Place {
  words: readonly string[];
  parents: readonly [number, number];
  inArticle: boolean;
  inFooter: boolean;
  foreign: boolean;
}

/** A child with little text, or a run of text between breaks, which is a line by itself if what holds it holds much. */
export interface Short {
  element?: PageElement;
  text: string;
  order: number;
  prose: number;
  before?: string;
  beside?: string;
  /** Above the first headline of the page. */
  isTop: boolean;
}

export const timeTags: ReadonlySet<string> = new Set(['time', 'relative-time', 'time-ago', 'local-time']);
const foreignTags = new Set(['aside', 'nav', 'figcaption', 'figure']);
const foreignWords = new Set(
  'related sidebar widget latest recommended recirc trending popular more teaser promo nav menu archive archives event events calendar recent reply replies responses reactions discussion disqus copyright weather ticker infobox'.split(
    ' ',
  ),
);
/** The page's own top: a date in it is today's, unless a headline stood before or in it. */
const topWords = new Set('header topbar masthead top clock today currentdate navbar'.split(' '));
const ownWords = new Set('entry post article story content'.split(' '));
const dateWords = new Set(
  'date dates datum time timestamp published publish pubdate posted updated modified datetime fecha dateline created createdate submitted'.split(
    ' ',
  ),
);
const dateAttributes = ['datetime', scriptDate, 'content', 'value', 'title'];
const articleType = /(?:Article|Posting|Report)$/;
const linesMax = 500;
const labelMax = 40;
const linkMin = 24;
const titleMax = 60;
const maybe = /(?:19|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d\d|['’-]\d\d(?!\d)|[^\P{Nd}0-9]{4}/u;

const digit = /\p{Nd}/u;

export const maybeDate = (text: string): boolean => digit.test(text) && maybe.test(text);

/** Microdata, or RDFa without its prefixes. */
export const propertyOf = (element: PageElement): string =>
  element.getAttribute('itemprop') ?? (element.getAttribute('property') ?? '').replace(/(?:^|\s)[a-z]+:/gi, ' ').trim();

export const isDateProperty = (name: string): boolean => /^(?:date|created|issued|pubdate)/i.test(name);

/** "Updated:" may stand in the element before, or around, the date's own; a label with a date of its own is none. */
export function labelOf(pieces: readonly string[]): string | undefined {
  const text = folded(pieces.slice(-4).join(' '));
  return text === '' ? undefined : text.replace(/^.*\d/, '').slice(-labelMax);
}

function isForeign(tag: string, words: readonly string[], own: ReadonlySet<string>): boolean {
  if (foreignTags.has(tag)) return true;
  // Some blogs are one widget among others on their own pages.
  if (words.length === 3 && words[0] === 'widget' && words[1] === 'blog' && words[2] === 'blog') return false;
  return (
    words.length <= 8 && words.some((word) => (foreignWords.has(word) || word.startsWith('comment')) && !own.has(word))
  );
}

/** The page's footer; that of an article holds the article's own date on many blogs. */
function isFooter(tag: string, words: readonly string[], inArticle: boolean): boolean {
  if (tag === 'footer') return !inArticle && !words.some((word) => ownWords.has(word));
  return !inArticle && words.length <= 8 && words.includes('footer') && !words.some((word) => ownWords.has(word));
}

/** "Two days ago", and the day for those who point at it. */
const isDateShown = (title: string): boolean =>
  title.length <= titleMax && maybeDate(title) && dateSpan(title) !== undefined;

export function placeOf(
  element: PageElement,
  words: readonly string[],
  order: number,
  outer: Place,
  own: ReadonlySet<string>,
): Place {
  const tag = element.localName;
  return {
    words,
    parents: [order, outer.parents[0]],
    inArticle: outer.inArticle || tag === 'article' || articleType.test(element.getAttribute('itemtype') ?? ''),
    inFooter: outer.inFooter || isFooter(tag, words, outer.inArticle),
    foreign: outer.foreign || isForeign(tag, words, own),
  };
}

/** Collects, while a page is walked, what may date its article. */
export class DateNotes {
  readonly dated: DatedLine[] = [];
  readonly links: string[] = [];
  readonly headline: HeadlinePlace;

  constructor(headline: HeadlinePlace) {
    this.headline = headline;
  }

  add(
    element: PageElement | undefined,
    text: string,
    value: string | undefined,
    place: Place,
    at: { order: number; prose: number },
    itemprop = '',
  ): DatedLine | undefined {
    if (this.dated.length >= linesMax) return undefined;
    const { words, parents, foreign, inFooter } = place;
    const tag = element?.localName ?? '';
    const line: DatedLine = { text, value, tag, words, itemprop, foreign, inFooter, parents, ...at };
    this.dated.push(line);
    return line;
  }

  link(text: string): void {
    if (text.length >= linkMin && this.links.length < linesMax) this.links.push(text);
  }

  longestLink(from: number): string | undefined {
    if (this.links.length === from) return undefined;
    return this.links.slice(from).reduce((a, b) => (b.length > a.length ? b : a));
  }

  /** An element that says by tag, property, class or attribute that it holds a date. `text` is empty if it is long. */
  element(element: PageElement, text: string, place: Place, outer: Place, prose: number): void {
    const { words } = place;
    const itemprop = propertyOf(element);
    const isShort = text !== '' || element.firstChild === null;
    const isDated =
      (isShort && words.length <= 8 && words.some((word) => dateWords.has(word))) ||
      timeTags.has(element.localName) ||
      isDateProperty(itemprop) ||
      (isShort && element.getAttribute(scriptDate) !== null) ||
      element.getAttribute('pubdate') !== null ||
      (isShort && element.localName === 'span' && isDateShown(element.getAttribute('title') ?? ''));
    if (!isDated) return;
    const value = dateAttributes.map((name) => element.getAttribute(name)).find((stated) => stated) ?? undefined;
    if (value === undefined && !maybeDate(text)) return;
    const own = { ...place, words: [...words, ...outer.words], parents: outer.parents };
    this.add(element, text, value, own, { order: place.parents[0], prose }, itemprop);
  }

  line({ element, text, order, prose, before, beside, isTop: above }: Short, place: Place): void {
    if (!maybeDate(text)) return;
    const tag = element?.localName ?? '';
    const words = element ? namesOf(element) : [];
    const foreign =
      place.foreign ||
      tag === 'a' ||
      isForeign(tag, words, this.headline.words) ||
      (above && this.isTop(element, tag, words));
    const inFooter = place.inFooter || isFooter(tag, words, place.inArticle);
    const line = this.add(element, text, undefined, { ...place, foreign, inFooter }, { order, prose });
    if (line) Object.assign(line, { before, beside });
  }

  /** A date in a box of something else is no part of the line around the box. */
  isElsewhere(element: PageElement, text: string): boolean {
    return (
      maybeDate(text) &&
      dateSpan(text) !== undefined &&
      isForeign(element.localName, namesOf(element), this.headline.words)
    );
  }

  isTop(element: PageElement | undefined, tag: string, words: readonly string[]): boolean {
    if (element !== undefined && element.parentNode === this.headline.parent) return false;
    if (words.some((word) => ownWords.has(word))) return false;
    return tag === 'header' || (words.length <= 4 && words.some((word) => topWords.has(word)));
  }

  /** What is known of the lines within an element once it is left. */
  leave(
    element: PageElement,
    words: readonly string[],
    from: number,
    known: { beside?: string; card?: string; isTop: boolean },
  ): void {
    if (this.dated.length === from) return;
    const tag = element.localName;
    const isTeaser = tag === 'article' || tag === 'li';
    for (const line of this.dated.slice(from)) {
      line.beside ??= known.beside;
      if (isTeaser) line.card ??= known.card;
      if (known.isTop && this.isTop(element, tag, words)) line.foreign = true;
    }
  }
}
