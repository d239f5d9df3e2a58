import { folded } from '../furniture/wording.ts';
import { namesOf, type PageElement, textOf } from './dom.ts';
import type { Measures } from './measure.ts';

/** Facts that a page states outside its prose. */
export type Survey = ReturnType<typeof surveyPage>;

const lineMax = 160;
const captionMin = 12;
const captionMax = 250;
const listMax = 500;
const valuesMax = 20;
const wallWords = new Set(['paywall', 'regwall', 'meteredcontent', 'piano']);

function add<T>(list: T[], value: T): void {
  if (list.length < listMax && value !== '') list.push(value);
}

/** Must run before `removeFurniture`, which removes metas and captions. */
export function surveyPage(body: PageElement, measures: Measures) {
  const found = {
    /** By lower-case name; at most 20 values each. */
    metas: new Map<string, string[]>(),
    title: '',
    /** Headings of the first level. */
    headings: [] as string[],
    /** Headings of levels 2 to 4, because some pages have their headline there. */
    subheadings: [] as string[],
    pictures: [] as { src: string; alt: string }[],
    captions: [] as string[],
    baseUrl: undefined as string | undefined,
    hasPaywall: false,
  };
  /** The element's text, or '' if it is longer than a line. */
  const lineOf = (element: PageElement, max = lineMax): string => {
    const text = measures.of(element).text > 2.5 * max ? '' : textOf(element);
    return text.length <= max ? text : '';
  };
  const readMeta = (element: PageElement): void => {
    const content = folded(element.getAttribute('content') ?? '');
    if (content === '') return;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.toLowerCase().trim();
      if (!key) continue;
      const list = found.metas.getOrInsert(key, []);
      if (list.length < valuesMax) list.push(content);
    }
  };
  const readPicture = (element: PageElement): void => {
    const src = element.getAttribute('data-src') ?? element.getAttribute('src') ?? '';
    const alt = folded(element.getAttribute('alt') ?? '');
    add(found.pictures, { src, alt });
    for (const caption of [alt, folded(element.getAttribute('title') ?? '')])
      if (caption.length > captionMin) add(found.captions, caption);
    // The text of a small box around a picture is a caption.
    for (let at = element.parentNode; at && measures.of(at).text <= captionMax; at = at.parentNode)
      if (at.localName === 'div') add(found.captions, lineOf(at, captionMax));
  };
  for (const element of body.querySelectorAll('*')) {
    const tag = element.localName;
    if (tag === 'meta') readMeta(element);
    else if (tag === 'title') found.title ||= folded(element.firstChild?.nodeValue ?? '');
    else if (tag === 'base') found.baseUrl ??= element.getAttribute('href') ?? undefined;
    else if (tag === 'img') readPicture(element);
    else if (tag === 'h1') add(found.headings, lineOf(element));
    else if (/^h[2-4]$/.test(tag)) add(found.subheadings, lineOf(element));
    else if (tag === 'figcaption') add(found.captions, lineOf(element, 4 * lineMax));
    if (namesOf(element).some((name) => wallWords.has(name))) found.hasPaywall = true;
  }
  return found;
}
