import {
  type DatedLine,
  DateNotes,
  isDateProperty,
  labelOf,
  maybeDate,
  type Place,
  placeOf,
  propertyOf,
  type Short,
} from '../dates/dateNotes.ts';
import { isByline, isSigned } from '../furniture/linePatterns.ts';
import { folded } from '../furniture/wording.ts';
import { type HeadlinePlace, headlinePlace, namesOf } from '../headlinePlace.ts';
import { childrenOf, isBlock, isElement, isText, type PageElement } from './dom.ts';

interface Heading {
  text: string;
  order: number;
  prose: number;
}

interface Picture {
  src: string;
  alt: string;
}

/** What one walk over the untouched page finds besides its prose. */
export interface Survey {
  metas: Map<string, string[]>;
  title: string;
  /** Those of the first level. */
  headings: Heading[];
  /** Those of the levels below, which some pages use for their headline. */
  subheadings: Heading[];
  /** A line without a tag of headings that is the longer part of the page's title. */
  headline?: string;
  dated: DatedLine[];
  bylines: string[];
  /** Lines that begin like "By Ada Lind". */
  signed: Heading[];
  pictures: Picture[];
  captions: string[];
  baseUrl?: string;
  hasPaywall: boolean;
}

const headlineMin = 20;
const bylinesMax = 40;
/** "April 14th, 2026 by Ada Lind" */
const datedByline = /\d[,\s|·•–-]{1,4}(\p{L}{2,3}\s\p{Lu}.{2,60})$/u;
const shortMax = 160;
/** A longer text may be several lines, of which one is the date's. */
const oneLineMax = 60;
const listMax = 500;
const bylineWords = new Set('byline author authors autor autore auteur writer journalist bylines'.split(' '));
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);
const besideMax = 400;
const captionMax = 250;
const spacedTags = new Set(['span', 'time', 'a']);
const proseMin = 80;
const postedLine = /^(?:this (?:entry|post|article|story) was )?(?:posted|published|written|first published)\b/i;

class Walk {
  readonly found: Omit<Survey, 'dated'> = {
    metas: new Map(),
    title: '',
    headings: [],
    subheadings: [],
    bylines: [],
    signed: [],
    pictures: [],
    captions: [],
    hasPaywall: false,
  };
  order = 0;
  prose = 0;
  readonly dates: DateNotes;

  constructor(headline: HeadlinePlace) {
    this.dates = new DateNotes(headline);
  }

  meta(element: PageElement, place: Place): void {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    const itemprop = element.getAttribute('itemprop') ?? '';
    // Microdata can stand anywhere: that of a teaser states the date of another article.
    if (isDateProperty(itemprop)) {
      this.dates.add(element, '', content, place, { order: this.order++, prose: this.prose }, itemprop);
      return;
    }
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.toLowerCase().trim();
      if (!key) continue;
      const list = this.found.metas.get(key) ?? [];
      if (list.length < 20) list.push(content);
      this.found.metas.set(key, list);
    }
  }

  special(element: PageElement, place: Place): boolean {
    const tag = element.localName;
    if (tag === 'meta') this.meta(element, place);
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
  visit(element: PageElement, outer: Place): string | undefined {
    const order = this.order++;
    const tag = element.localName;
    const words = namesOf(element);
    const place = placeOf(element, words, order, outer, this.dates.headline.words);
    const { headings, subheadings } = this.found;
    const from = { dates: this.dates.dated.length, links: this.dates.links.length };
    const [titles, subtitles] = [headings.length, subheadings.length];
    const pictures = this.found.pictures.length;
    if (words.some((word) => wallWords.has(word))) this.found.hasPaywall = true;
    const { text, shorts } = this.content(element, place);
    // What stands beside the headline is a line of its own, however little there is.
    const holdsHeadline = tag !== 'h1' && headings.length > titles;
    const isShort = text !== undefined && text.length <= shortMax && !holdsHeadline;
    if (isShort && text !== '') this.heading(tag, text, order);
    if (text && (tag === 'figcaption' || this.isPictureBox(tag, text, pictures))) this.found.captions.push(text);
    this.dates.element(element, isShort ? text : '', place, outer, this.prose);
    if (isShort) this.byline(element, text, place, order);
    if (isShort && text.length > oneLineMax)
      for (const short of shorts) if (short.element && isBlock(short.element)) this.dates.line(short, place);
    if (!isShort) {
      for (const short of shorts) this.dates.line(short, place);
      if (text !== undefined && text.length <= besideMax && postedLine.test(text))
        this.dates.add(element, text.slice(0, shortMax), undefined, place, { order, prose: this.prose });
    }
    if (tag === 'a' && text !== undefined) this.dates.link(text);
    if (this.dates.dated.length > from.dates) {
      const inside = headings[titles] ?? subheadings[subtitles];
      const isTop = headings.length === 0 && inside === undefined;
      const isSmall = text !== undefined && text.length <= besideMax;
      const card = isSmall ? inside?.text : undefined;
      const beside = isSmall ? this.dates.longestLink(from.links) : undefined;
      this.dates.leave(element, words, from.dates, { beside, card, isTop });
    }
    return isShort ? text : undefined;
  }

  /** The text of an element unless it is long, and the short lines in it. */
  content(element: PageElement, place: Place): { text: string | undefined; shorts: Short[] } {
    const pieces: string[] = [];
    const shorts: Short[] = [];
    let length = 0;
    let long = false;
    // A line between two breaks need not have an element of its own.
    let lineFrom = 0;
    let afterElement = false;
    const flush = (): void => {
      const isMixed = pieces.length - lineFrom > 1;
      const text = pieces.slice(lineFrom).join('');
      if (text.length <= shortMax && maybeDate(text) && (isMixed || shorts.at(-1)?.text !== text))
        shorts.push({ text: folded(text), order: this.order, prose: this.prose, isTop: false });
      lineFrom = pieces.length;
    };
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        afterElement = false;
        const value = child.nodeValue ?? '';
        if (value.length > proseMin) this.prose++;
        pieces.push(value);
        length += value.length;
      } else if (isElement(child) && !this.special(child, place)) {
        const breaks = child.localName === 'br' || isBlock(child);
        if (breaks) flush();
        const short = this.child(child, place, pieces);
        if (short === undefined) long = true;
        else {
          if (short.text !== '') shorts.push(short);
          // Labels and dates in adjacent spans are set apart by style sheets.
          const isSpaced = afterElement && spacedTags.has(child.localName);
          const text = this.dates.isElsewhere(child, short.text) ? '' : short.text;
          pieces.push(breaks ? ` ${text} ` : isSpaced ? ` ${text}` : text);
          length += short.text.length;
        }
        if (breaks) lineFrom = pieces.length;
        afterElement = true;
      }
    }
    if (lineFrom > 0) flush();
    return { text: long || length > 4 * shortMax ? undefined : folded(pieces.join('')), shorts };
  }

  /** A child's text, if it is short, with what stands before it in its line. */
  child(child: PageElement, place: Place, pieces: readonly string[]): Short | undefined {
    const order = this.order;
    const { dated, links } = this.dates;
    const from = { dates: dated.length, links: links.length };
    const headings = this.found.subheadings.length;
    const text = this.visit(child, place);
    const isTop = this.found.headings.length === 0 && this.found.subheadings.length === headings;
    const short = { element: child, order, prose: this.prose, isTop };
    if (dated.length === from.dates && !(text && maybeDate(text)))
      return text === undefined ? undefined : { ...short, text };
    const before = labelOf(pieces);
    for (const line of dated.slice(from.dates)) line.before ??= before;
    return text === undefined ? undefined : { ...short, text, before, beside: this.dates.longestLink(from.links) };
  }

  /**
   * A box with a picture and little text holds a caption; a paragraph with a picture in it may be the first of the
   * text.
   */
  isPictureBox(tag: string, text: string, pictures: number): boolean {
    return tag === 'div' && text.length <= captionMax && this.found.pictures.length > pictures;
  }

  heading(tag: string, text: string, order: number): void {
    const { headings, subheadings } = this.found;
    if (tag === 'h1') headings.push({ text, order, prose: this.prose });
    else if (/^h[2-4]$/.test(tag) && subheadings.length < listMax) subheadings.push({ text, order, prose: this.prose });
    else if (this.isHeadline(text)) this.found.headline ??= text;
  }

  /**
   * Old pages have no headings: the line that the page's title gives beside the shorter name of the site is the
   * headline.
   */
  isHeadline(text: string): boolean {
    const { title } = this.found;
    if (text.length < headlineMin || text.length === title.length || 2 * text.length < title.length) return false;
    return title.startsWith(text) || title.endsWith(text);
  }

  byline(element: PageElement, text: string, place: Place, order: number): void {
    if (place.foreign || place.inFooter || text === '' || text.length > 120) return;
    const { signed, bylines } = this.found;
    const line = datedByline.exec(text)?.[1] ?? text.split(/\s[|·•]\s/)[0] ?? text;
    if ((isByline(line) || isSigned(line)) && signed.length < bylinesMax)
      signed.push({ text: line, order, prose: this.prose });
    if (bylines.length >= bylinesMax) return;
    const { words } = place;
    if (
      element.getAttribute('rel') === 'author' ||
      /\bauthor\b/.test(propertyOf(element)) ||
      (words.length <= 6 && words.some((word) => bylineWords.has(word)))
    )
      bylines.push(text);
  }
}

/** Must run before anything is removed: metas, dates and names stand in what later passes throw away. */
export function surveyPage(body: PageElement): Survey {
  const walk = new Walk(headlinePlace(body));
  walk.visit(body, { words: [], parents: [0, 0], inArticle: false, inFooter: false, foreign: false });
  return { ...walk.found, dated: walk.dates.dated };
}
