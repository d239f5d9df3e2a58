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
  /** Headings of levels 2 to 4, because some pages have their headline there. */
  subheadings: string[];
  pictures: Picture[];
  captions: string[];
  baseUrl?: string;
  hasPaywall: boolean;
}

const lineMax = 160;
const captionMin = 12;
const captionMax = 250;
const listMax = 500;
const valuesMax = 20;
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);

class Surveyor {
  readonly found: Survey = {
    metas: new Map(),
    title: '',
    headings: [],
    subheadings: [],
    pictures: [],
    captions: [],
    hasPaywall: false,
  };
  readonly measures: Measures;

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
    if (namesOf(element).some((name) => wallWords.has(name))) found.hasPaywall = true;
  }

  meta(element: PageElement): void {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.toLowerCase().trim();
      if (!key) continue;
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
}

/** Must run before `removeFurniture`, which removes metas and captions. */
export function surveyPage(body: PageElement, measures: Measures): Survey {
  const surveyor = new Surveyor(measures);
  for (const element of body.querySelectorAll('*')) surveyor.visit(element);
  return surveyor.found;
}
