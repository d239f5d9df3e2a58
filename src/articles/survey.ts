import { childrenOf, isBlock, isElement, isText, type PageElement } from './dom.ts';
import { scriptDate } from './markup.ts';
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
  inFooter: boolean;
  order: number;
  /** What stands before it in its line, as in "Updated: ". */
  before?: string;
  /** The longest link that shares its line or card: another article's title, perhaps. */
  beside?: string;
  /** The order of its parent and of the element around that: three dates in one are a list. */
  parents: readonly [number, number];
  /** How many pieces of prose the walk had seen. */
  prose: number;
}

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
  dated: DatedLine[];
  bylines: string[];
  pictures: Picture[];
  captions: string[];
  baseUrl?: string;
  hasPaywall: boolean;
}

const shortMax = 160;
const listMax = 500;
const foreignTags = new Set(['aside', 'nav', 'figcaption', 'figure']);
const foreignWords = new Set(
  'related sidebar widget latest recommended recirc trending popular more teaser promo nav menu archive archives event events calendar recent reply replies responses copyright weather ticker'.split(
    ' ',
  ),
);
/** The page's own top: a date in it is today's, unless the headline stands there too. */
const topWords = new Set('header topbar masthead top clock today currentdate navbar'.split(' '));
const ownWords = new Set('entry post article story content'.split(' '));
const dateWords = new Set(
  'date dates datum time timestamp published publish pubdate posted updated modified datetime fecha dateline created createdate submitted'.split(
    ' ',
  ),
);
export const timeTags: ReadonlySet<string> = new Set(['time', 'relative-time', 'time-ago', 'local-time']);
const dateAttributes = ['datetime', scriptDate, 'content', 'value'];
const linkMin = 24;
const besideMax = 400;
const labelMax = 40;
const proseMin = 80;
const postedLine = /^(?:this (?:entry|post|article|story) was )?(?:posted|published|written|first published)\b/i;
const bylineWords = new Set('byline author authors autor autore auteur writer'.split(' '));
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);
const maybeDate = /(?:19|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d\d|['’-]\d\d(?!\d)|[٠-٩۰-۹०-९０-９]{4}|令和/;

function isForeign(tag: string, words: readonly string[]): boolean {
  if (foreignTags.has(tag)) return true;
  return words.length <= 8 && words.some((word) => foreignWords.has(word) || word.startsWith('comment'));
}

/** The page's footer; that of an article holds the article's own date on many blogs. */
function isFooter(tag: string, words: readonly string[], inArticle: boolean): boolean {
  if (tag === 'footer') return !inArticle && !words.some((word) => ownWords.has(word));
  return words.length <= 8 && words.includes('footer') && !words.some((word) => ownWords.has(word));
}

const isTop = (tag: string, words: readonly string[]): boolean =>
  tag === 'header' || (words.length <= 4 && words.some((word) => topWords.has(word)));

const namesOf = (element: PageElement): string[] =>
  nameWords(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

/** What surrounds an element. */
interface Place {
  words: readonly string[];
  parents: readonly [number, number];
  inArticle: boolean;
  inFooter: boolean;
  foreign: boolean;
}

const datedProperty = /^(?:date|created|issued|pubdate)/i;

/** Microdata, or RDFa without its prefixes. */
const propertyOf = (element: PageElement): string =>
  element.getAttribute('itemprop') ?? (element.getAttribute('property') ?? '').replace(/(?:^|\s)[a-z]+:/gi, ' ').trim();

/** A child with little text, which is a line by itself if its parent holds much. */
interface Short {
  element: PageElement;
  text: string;
  order: number;
  prose: number;
  before: string | undefined;
}

/** "Updated:" may stand in the element before, or around, the date's own; a label with a date of its own is none. */
const labelOf = (pieces: readonly string[]): string | undefined =>
  folded(pieces.slice(-4).join(' ')).replace(/^.*\d/, '').slice(-labelMax) || undefined;

class Walk {
  readonly found: Survey = {
    metas: new Map(),
    title: '',
    headings: [],
    subheadings: [],
    dated: [],
    bylines: [],
    pictures: [],
    captions: [],
    hasPaywall: false,
  };
  order = 0;
  prose = 0;
  private readonly links: { order: number; text: string }[] = [];

  meta(element: PageElement, place: Place): void {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    const itemprop = element.getAttribute('itemprop') ?? '';
    // Microdata can stand anywhere: that of a teaser states the date of another article.
    if (datedProperty.test(itemprop)) {
      this.add(element, '', content, place, this.order++);
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
    const place: Place = {
      words,
      parents: [order, outer.parents[0]],
      inArticle: outer.inArticle || tag === 'article',
      inFooter: outer.inFooter || isFooter(tag, words, outer.inArticle),
      foreign: outer.foreign || isForeign(tag, words),
    };
    const { dated, headings, subheadings } = this.found;
    const [datedFrom, headingsBefore] = [dated.length, headings.length + subheadings.length];
    const linksFrom = this.links.length;
    if (words.some((word) => wallWords.has(word))) this.found.hasPaywall = true;
    const pieces: string[] = [];
    let length = 0;
    let long = false;
    const shorts: Short[] = [];
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const value = child.nodeValue ?? '';
        if (value.length > proseMin) this.prose++;
        pieces.push(value);
        length += value.length;
      } else if (isElement(child) && !this.special(child, place)) {
        const at = this.order;
        const from = dated.length;
        const text = this.visit(child, place);
        const before = dated.length > from || (text && maybeDate.test(text)) ? labelOf(pieces) : undefined;
        if (before) for (const line of dated.slice(from)) line.before ??= before;
        if (text === undefined) long = true;
        else {
          if (text !== '') shorts.push({ element: child, text, order: at, prose: this.prose, before });
          pieces.push(isBlock(child) || child.localName === 'br' ? ` ${text} ` : text);
          length += text.length;
        }
      }
    }
    const text = long || length > 4 * shortMax ? undefined : folded(pieces.join(''));
    const isShort = text !== undefined && text.length <= shortMax;
    if (isShort && text !== '') this.heading(tag, text, order);
    if (tag === 'figcaption' && text) this.found.captions.push(text);
    this.note(element, text ?? '', isShort, place, outer);
    if (!isShort) {
      for (const short of shorts) this.line(short, place);
      if (text !== undefined && text.length <= besideMax && postedLine.test(text))
        this.add(element, text.slice(0, shortMax), undefined, place, order);
    }
    if (tag === 'a' && text !== undefined && text.length >= linkMin && this.links.length < listMax)
      this.links.push({ order, text });
    if (text !== undefined && text.length <= besideMax) this.linked(datedFrom, linksFrom);
    if (dated.length > datedFrom && isTop(tag, words) && headings.length + subheadings.length === headingsBefore)
      for (const line of dated.slice(datedFrom)) line.foreign = true;
    return isShort ? text : undefined;
  }

  heading(tag: string, text: string, order: number): void {
    const { headings, subheadings } = this.found;
    if (tag === 'h1') headings.push({ text, order, prose: this.prose });
    else if (/^h[2-4]$/.test(tag) && subheadings.length < listMax) subheadings.push({ text, order, prose: this.prose });
  }

  linked(datedFrom: number, linksFrom: number): void {
    const { dated } = this.found;
    if (dated.length === datedFrom || this.links.length === linksFrom) return;
    const longest = this.links.slice(linksFrom).reduce((a, b) => (b.text.length > a.text.length ? b : a));
    for (const line of dated.slice(datedFrom)) line.beside ??= longest.text;
  }

  /** Elements that say by tag, itemprop or class that they hold a date or a byline. */
  note(element: PageElement, text: string, isShort: boolean, place: Place, outer: Place): void {
    const tag = element.localName;
    const { words } = place;
    const itemprop = propertyOf(element);
    const isNamed = isShort && words.length <= 8 && words.some((word) => dateWords.has(word));
    if (
      isNamed ||
      timeTags.has(tag) ||
      datedProperty.test(itemprop) ||
      (isShort && element.getAttribute(scriptDate) !== null) ||
      element.getAttribute('pubdate') !== null
    ) {
      const value = [...dateAttributes, 'title'].map((name) => element.getAttribute(name)).find((stated) => stated);
      if (value || maybeDate.test(text)) {
        const names = { ...place, words: [...words, ...outer.words], parents: outer.parents };
        this.add(element, isShort ? text : '', value ?? undefined, names, place.parents[0]);
      }
    }
    if (!isShort || place.foreign || place.inFooter || text === '' || text.length > 120) return;
    if (this.found.bylines.length >= 40) return;
    if (
      element.getAttribute('rel') === 'author' ||
      /\bauthor\b/.test(itemprop) ||
      (words.length <= 6 && words.some((word) => bylineWords.has(word)))
    ) {
      this.found.bylines.push(text);
    }
  }

  line({ element, text, order, prose, before }: Short, place: Place): void {
    if (!maybeDate.test(text)) return;
    const words = namesOf(element);
    const { headings, subheadings } = this.found;
    const isBare = !headings
      .concat(subheadings)
      .some((heading) => heading.order >= order && text.includes(heading.text));
    const foreign =
      place.foreign ||
      element.localName === 'a' ||
      isForeign(element.localName, words) ||
      (isBare && isTop(element.localName, words));
    const inFooter = place.inFooter || isFooter(element.localName, words, place.inArticle);
    const line = this.add(element, text, undefined, { ...place, foreign, inFooter }, order);
    if (line) Object.assign(line, { prose, before });
  }

  add(
    element: PageElement,
    text: string,
    value: string | undefined,
    place: Place,
    order: number,
  ): DatedLine | undefined {
    const { dated } = this.found;
    if (dated.length >= listMax) return undefined;
    const { words, parents, foreign, inFooter } = place;
    const isLine = value === undefined && !timeTags.has(element.localName);
    const line: DatedLine = {
      text,
      value,
      tag: element.localName,
      words,
      itemprop: isLine ? '' : propertyOf(element),
      foreign,
      inFooter,
      parents,
      order,
      prose: this.prose,
    };
    dated.push(line);
    return line;
  }
}

/** Must run before anything is removed: metas, dates and names stand in what later passes throw away. */
export function surveyPage(body: PageElement): Survey {
  const walk = new Walk();
  walk.visit(body, { words: [], parents: [0, 0], inArticle: false, inFooter: false, foreign: false });
  return walk.found;
}
