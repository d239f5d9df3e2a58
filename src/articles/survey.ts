import { childrenOf, isBlock, isElement, isText, type PageElement } from './dom.ts';
import { scriptDates } from './markup.ts';
import { folded, nameWords } from './wording.ts';

/** A short piece of page text that may hold a date, with the class words of what surrounds it. */
export interface DatedLine {
  text: string;
  /** Machine-readable value of a `time` element or of an element with `content`. */
  value?: string;
  tag: string;
  words: readonly string[];
  itemprop: string;
  /** Inside an aside, footer, list of other articles or comments: its date belongs to something else. */
  foreign: boolean;
  order: number;
}

interface Picture {
  src: string;
  alt: string;
}

/** What one walk over the untouched page finds besides its prose. */
export interface Survey {
  metas: Map<string, string[]>;
  title: string;
  headings: { text: string; order: number }[];
  dated: DatedLine[];
  bylines: string[];
  pictures: Picture[];
  captions: string[];
  baseUrl?: string;
  hasPaywall: boolean;
}

const shortMax = 160;
const listMax = 500;
const foreignTags = new Set(['aside', 'footer', 'nav']);
const foreignWords = new Set(
  'related sidebar comment comments widget latest recommended recirc trending popular more teaser promo footer nav menu'.split(
    ' ',
  ),
);
const dateWords = new Set(
  'date dates datum time timestamp published publish pubdate posted updated modified datetime fecha dateline'.split(
    ' ',
  ),
);
const dateAttributes = ['datetime', 'content', ...scriptDates];
const bylineWords = new Set('byline author authors autor autore auteur writer'.split(' '));
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);
const maybeDate = /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d/;

function isForeign(tag: string, words: readonly string[]): boolean {
  return foreignTags.has(tag) || (words.length <= 8 && words.some((word) => foreignWords.has(word)));
}

const namesOf = (element: PageElement): string[] =>
  nameWords(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

class Walk {
  readonly found: Survey = {
    metas: new Map(),
    title: '',
    headings: [],
    dated: [],
    bylines: [],
    pictures: [],
    captions: [],
    hasPaywall: false,
  };
  order = 0;

  meta(element: PageElement): void {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.toLowerCase().trim();
      if (!key) continue;
      const list = this.found.metas.get(key) ?? [];
      if (list.length < 20) list.push(content);
      this.found.metas.set(key, list);
    }
  }

  special(element: PageElement): boolean {
    const tag = element.localName;
    if (tag === 'meta') this.meta(element);
    else if (tag === 'title') this.found.title ||= folded(element.firstChild?.nodeValue ?? '');
    else if (tag === 'base') this.found.baseUrl ??= element.getAttribute('href') ?? undefined;
    else if (tag === 'img') {
      const src = element.getAttribute('data-src') ?? element.getAttribute('src') ?? '';
      const alt = folded(element.getAttribute('alt') ?? '');
      if (this.found.pictures.length < listMax) this.found.pictures.push({ src, alt });
      for (const caption of [alt, folded(element.getAttribute('title') ?? '')]) {
        if (caption.length > 12 && this.found.captions.length < listMax) this.found.captions.push(caption);
      }
    } else return tag === 'link';
    return true;
  }

  /** Text of the element if it is short, else undefined; lines are noted where a long element holds a short one. */
  visit(element: PageElement, foreign: boolean, outerWords: readonly string[]): string | undefined {
    const order = this.order++;
    const tag = element.localName;
    const words = namesOf(element);
    const within = foreign || isForeign(tag, words);
    if (words.some((word) => wallWords.has(word))) this.found.hasPaywall = true;
    const pieces: string[] = [];
    let length = 0;
    let long = false;
    const shorts: [PageElement, string, number][] = [];
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        pieces.push(child.nodeValue ?? '');
        length += (child.nodeValue ?? '').length;
      } else if (isElement(child) && !this.special(child)) {
        const at = this.order;
        const text = this.visit(child, within, words);
        if (text === undefined) long = true;
        else {
          if (text !== '') shorts.push([child, text, at]);
          pieces.push(isBlock(child) || child.localName === 'br' ? ` ${text} ` : text);
          length += text.length;
        }
      }
    }
    const text = long || length > 4 * shortMax ? undefined : folded(pieces.join(''));
    const isShort = text !== undefined && text.length <= shortMax;
    if (tag === 'h1' && isShort && text !== '') this.found.headings.push({ text, order });
    if (tag === 'figcaption' && text) this.found.captions.push(text);
    this.note(element, text ?? '', isShort, words, outerWords, within, order);
    if (!isShort) for (const [child, short, at] of shorts) this.line(child, short, words, within, at);
    return isShort ? text : undefined;
  }

  /** Elements that say by tag, itemprop or class that they hold a date or a byline. */
  note(
    element: PageElement,
    text: string,
    isShort: boolean,
    words: readonly string[],
    outer: readonly string[],
    foreign: boolean,
    order: number,
  ): void {
    const tag = element.localName;
    const itemprop = element.getAttribute('itemprop') ?? '';
    const value = dateAttributes.map((name) => element.getAttribute(name)).find((stated) => stated) ?? undefined;
    const isTime = tag === 'time' || element.getAttribute('pubdate') !== null;
    if (
      isTime ||
      /^date/i.test(itemprop) ||
      (isShort && words.length <= 8 && words.some((word) => dateWords.has(word)))
    ) {
      const full = value ?? element.getAttribute('title') ?? undefined;
      if (this.found.dated.length < listMax && (full || maybeDate.test(text))) {
        this.found.dated.push({
          text: isShort ? text : '',
          value: full,
          tag,
          words: [...words, ...outer],
          itemprop,
          foreign,
          order,
        });
      }
    }
    if (!isShort || foreign || text === '' || text.length > 120 || this.found.bylines.length >= 40) return;
    if (
      element.getAttribute('rel') === 'author' ||
      /\bauthor\b/.test(itemprop) ||
      (words.length <= 6 && words.some((word) => bylineWords.has(word)))
    ) {
      this.found.bylines.push(text);
    }
  }

  line(element: PageElement, text: string, outer: readonly string[], foreign: boolean, order: number): void {
    if (!maybeDate.test(text) || this.found.dated.length >= listMax) return;
    this.found.dated.push({
      text,
      tag: '',
      words: outer,
      itemprop: '',
      foreign: foreign || element.localName === 'a' || isForeign(element.localName, namesOf(element)),
      order,
    });
  }
}

/** Must run before anything is removed: metas, dates and names stand in what later passes throw away. */
export function surveyPage(body: PageElement): Survey {
  const walk = new Walk();
  walk.visit(body, false, []);
  return walk.found;
}
