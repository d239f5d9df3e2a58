import { weightOf } from '../furniture/wording.ts';
import { childrenOf, isBlock, isElement, isText, type PageElement } from './dom.ts';

/** The amount of text and links in an element. Weights are in characters (see `weightOf`). */
interface Measure {
  text: number;
  linkText: number;
  links: number;
  /** Text in runs that look like prose: over 80 characters and mostly not links. */
  good: number;
  ownText: number;
}

export type Measures = ReturnType<typeof measurePage>;

const none: Measure = { text: 0, linkText: 0, links: 0, good: 0, ownText: 0 };

interface Run {
  text: number;
  linkText: number;
}

const isGood = (run: Run): boolean => run.text > 80 && run.linkText < 0.4 * run.text;

function addText(sums: readonly Run[], weight: number, isLink: boolean): void {
  for (const sum of sums) {
    sum.text += weight;
    if (isLink) sum.linkText += weight;
  }
}

/** Blocks, and inline elements around a block or around text that `br` breaks more than once. */
function blockLikes(body: PageElement): Set<PageElement> {
  const blocks = new Set<PageElement>();
  const mark = (element: PageElement): { block: boolean; breaks: number } => {
    let block = isBlock(element);
    let breaks = element.localName === 'br' ? 1 : 0;
    for (const child of childrenOf(element).filter(isElement)) {
      const inner = mark(child);
      block ||= inner.block;
      breaks += inner.breaks;
    }
    if (breaks > 1 && element.localName !== 'a') block = true;
    if (block) blocks.add(element);
    return { block, breaks };
  };
  mark(body);
  return blocks;
}

/** Measures every element once, from the innermost ones outwards. Later removals don't change the figures. */
export function measurePage(body: PageElement) {
  const blocks = blockLikes(body);
  const known = new Map<PageElement, Measure>();
  /** `run` is the text around an inline element; a block starts a new one. */
  const visit = (element: PageElement, inLink: boolean, run?: Run): Measure => {
    const isLink = element.localName === 'a';
    const measure = { ...none, links: Number(isLink) };
    let own: Run = run ?? { text: 0, linkText: 0 };
    const close = (): void => {
      if (run) return;
      if (isGood(own)) measure.good += own.text;
      own = { text: 0, linkText: 0 };
    };
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const weight = weightOf((child.nodeValue ?? '').trim());
        measure.ownText += weight;
        addText([measure, own], weight, inLink || isLink);
      } else if (isElement(child)) {
        const isBlockLike = blocks.has(child);
        if (isBlockLike) close();
        const inner = visit(child, inLink || isLink, isBlockLike ? undefined : own);
        for (const part of ['text', 'linkText', 'links', 'good'] as const) measure[part] += inner[part];
      }
    }
    close();
    known.set(element, measure);
    return measure;
  };
  const whole = visit(body, false);
  const of = (element: PageElement): Measure => known.get(element) ?? none;
  return {
    of,
    /** Whether the element is a block or contains one, or is text broken by `br`. */
    isBlockLike: (element: PageElement) => blocks.has(element),
    /** The element's share of the page's prose, 0 to 1. */
    share: (element: PageElement) => of(element).good / Math.max(1, whole.good),
  };
}
