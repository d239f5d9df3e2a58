import { isByline } from '../furniture/linePatterns.ts';
import { folded } from '../furniture/wording.ts';
import { namesOf, type PageElement, textOf } from './dom.ts';
import type { Measures } from './measure.ts';

interface Picture {
  src: string;
  alt: string;
}

/** Facts that a page states outside its prose. */
export interface Survey {
  /** By lower-case name; at most 20 values each. */
  metas: Map<string, string[]>;
  title: string;
  /** Headings of the first level. */
  headings: string[];
  /** Headings of levels 2 to 4; some pages use one for their headline. */
  subheadings: string[];
  /** Dates in `time` elements, microdata and elements with a class for dates. */
  times: string[];
  bylines: string[];
  pictures: Picture[];
  captions: string[];
  baseUrl?: string;
  hasPaywall: boolean;
}

const lineMax = 160;
const bylineMax = 120;
const proseMin = 80;
const captionMin = 12;
const captionMax = 250;
const listMax = 500;
const valuesMax = 20;
const bylineWords = new Set('byline author authors autor autore auteur writer journalist bylines'.split(' '));
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);
const dateWords = new Set('published publish pubdate posted date dateline datetime timestamp'.split(' '));
const foreignTags = new Set(['aside', 'nav', 'footer', 'figcaption']);
const foreignWords = new Set(
  'related sidebar widget latest recommended recirc trending popular more teaser promo nav archive event events comment comments'.split(
    ' ',
  ),
);

/** Whether the element is inside an aside, a list of other articles, or comments. */
function isForeign(element: PageElement): boolean {
  for (let at: PageElement | null = element; at?.parentNode; at = at.parentNode) {
    const names = namesOf(at);
    if (foreignTags.has(at.localName) || (names.length <= 8 && names.some((name) => foreignWords.has(name))))
      return true;
  }
  return false;
}

/** The element's Microdata property, or its RDFa properties without prefixes. */
const propertyOf = (element: PageElement): string =>
  element.getAttribute('itemprop') ?? (element.getAttribute('property') ?? '').replace(/(?:^|\s)[a-z]+:/gi, ' ').trim();

class Surveyor {
  readonly found: Survey = {
    metas: new Map(),
    title: '',
    headings: [],
    subheadings: [],
    times: [],
    bylines: [],
    pictures: [],
    captions: [],
    hasPaywall: false,
  };
  readonly measures: Measures;
  /** Pieces of prose seen so far. */
  prose = 0;

  constructor(measures: Measures) {
    this.measures = measures;
  }

  /** The element's text, or '' if it is longer than a line. */
  lineOf(element: PageElement, max = lineMax): string {
    const text = this.measures.of(element).text > 2.5 * max ? '' : textOf(element);
    return text.length <= max ? text : '';
  }

  add<T>(list: T[], value: T): void {
    if (list.length < listMax && value !== '') list.push(value);
  }

  visit(element: PageElement): void {
    const { found } = this;
    const tag = element.localName;
    if (tag === 'meta') this.meta(element);
    else if (tag === 'title') found.title ||= folded(element.firstChild?.nodeValue ?? '');
    else if (tag === 'base') found.baseUrl ??= element.getAttribute('href') ?? undefined;
    else if (tag === 'img') this.picture(element);
    else if (tag === 'h1') this.add(found.headings, this.lineOf(element));
    else if (/^h[2-4]$/.test(tag)) this.add(found.subheadings, this.lineOf(element));
    else if (tag === 'figcaption') this.add(found.captions, this.lineOf(element, 4 * lineMax));
    const names = namesOf(element);
    if (names.some((name) => wallWords.has(name))) found.hasPaywall = true;
    this.time(element, names);
    this.byline(element, names);
  }

  meta(element: PageElement): void {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.toLowerCase().trim();
      // A Microdata date may belong to a teaser, so `time` reads it and checks where it stands.
      if (!key || (attribute === 'itemprop' && key.startsWith('date'))) continue;
      const list = this.found.metas.get(key) ?? [];
      if (list.length < valuesMax) list.push(content);
      this.found.metas.set(key, list);
    }
  }

  picture(element: PageElement): void {
    const src = element.getAttribute('data-src') ?? element.getAttribute('src') ?? '';
    const alt = folded(element.getAttribute('alt') ?? '');
    this.add(this.found.pictures, { src, alt });
    for (const caption of [alt, folded(element.getAttribute('title') ?? '')])
      if (caption.length > captionMin) this.add(this.found.captions, caption);
    // The text of a small box around a picture is a caption.
    for (let at = element.parentNode; at && this.measures.of(at).text <= captionMax; at = at.parentNode)
      if (at.localName === 'div') this.add(this.found.captions, this.lineOf(at, captionMax));
  }

  time(element: PageElement, names: readonly string[]): void {
    const property = propertyOf(element);
    const isNamed = /^(?:date|created|issued)/i.test(property) || names.some((name) => dateWords.has(name));
    if (element.localName !== 'time' && !isNamed) return;
    if (/modified/i.test(property) || (names.includes('updated') && !names.includes('published'))) return;
    if (isForeign(element)) return;
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? this.lineOf(element, lineMax);
    this.add(this.found.times, value);
  }

  byline(element: PageElement, names: readonly string[]): void {
    const { ownText, text } = this.measures.of(element);
    if (ownText > proseMin) this.prose++;
    const isNamed =
      element.getAttribute('rel') === 'author' ||
      /\bauthor\b/.test(propertyOf(element)) ||
      (names.length <= 6 && names.some((name) => bylineWords.has(name)));
    // "By Ada Lind" above the text, in any element.
    const signs = this.prose === 0 && text < bylineMax && isByline(this.lineOf(element, bylineMax));
    if ((isNamed || signs) && !isForeign(element)) this.add(this.found.bylines, this.lineOf(element, bylineMax));
  }
}

/** Must run before `removeFurniture`, which removes metas, dates and names. */
export function surveyPage(body: PageElement, measures: Measures): Survey {
  const surveyor = new Surveyor(measures);
  for (const element of body.querySelectorAll('*')) surveyor.visit(element);
  return surveyor.found;
}
