import { endsSentence, nameWords, weightOf, wordCount } from '../furniture/wording.ts';
import {
  childrenOf,
  isBlock,
  isElement,
  isText,
  type PageDocument,
  type PageElement,
  type PageNode,
  textOf,
} from './dom.ts';
import { linkMark } from './markup.ts';
import type { Measures } from './measure.ts';

/** An element that holds blocks, as it was before Readability rebuilt the page. */
export interface Box {
  tag: string;
  names: string;
  words: readonly string[];
  parent?: Box;
  /** Indexes of the first block inside and of the one after the last. */
  from: number;
  to: number;
}

/** One line or paragraph of the page. Its index identifies it in what Readability returns. */
export interface Block {
  index: number;
  tag: string;
  names: string;
  words: readonly string[];
  text: string;
  weight: number;
  links: number;
  /** Part of the text that is link text, 0 to 1. */
  linkShare: number;
  box: Box;
  /** Looks like prose by itself: long enough, few links, a sentence. */
  good: boolean;
  noSnippet: boolean;
}

/** What holds for all that an element holds. */
interface Inside {
  noSnippet: boolean;
  /** A small link stands around the element: some cards can be clicked as a whole. */
  isLink: boolean;
}

export const isHeading = ({ tag }: Block): boolean => /^h\d$/.test(tag);

/** The weight of the blocks that look like prose. */
export const goodWeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { good, weight }) => sum + (good ? weight : 0), 0);

export const blockMark = 'data-x';

const blocksMax = 5_000;
const linkTextMax = 600;
const leafTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'dt', 'dd', 'pre']);

function looksGood(text: string, weight: number, linkShare: number): boolean {
  const ended = endsSentence(text);
  if (weight <= 60 || linkShare >= (ended ? 0.5 : 0.35)) return false;
  const spaced = weight === text.length;
  if (!spaced) return ended || weight >= 100;
  const words = wordCount(text);
  return (words >= 4 && ended) || words >= 14;
}

const isBlank = (node: PageNode): boolean => isText(node) && (node.nodeValue ?? '').trim() === '';

/** The names of the inline element that holds a whole line: what the line is called. */
function namesOfOnly(run: readonly PageNode[]): string {
  const [only, ...others] = run.filter((node) => !isBlank(node));
  if (!only || others.length > 0 || !isElement(only) || only.localName === 'a') return '';
  return ` ${only.getAttribute('class') ?? ''} ${only.getAttribute('id') ?? ''}`;
}

class Cutter {
  readonly blocks: Block[] = [];
  readonly document: PageDocument;
  readonly measures: Measures;

  constructor(document: PageDocument, measures: Measures) {
    this.document = document;
    this.measures = measures;
  }

  mark(element: PageElement, names: string, box: Box, inside: Inside): void {
    const text = textOf(element);
    if (text === '' || this.blocks.length >= blocksMax) return;
    let links = inside.isLink ? 1 : 0;
    let linkLength = links * text.length;
    const count = (node: PageElement): void => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (!isElement(child)) continue;
        if (child.localName === 'a') {
          links++;
          linkLength += textOf(child).length;
        } else count(child);
      }
    };
    if (!inside.isLink) count(element);
    const weight = weightOf(text);
    const linkShare = linkLength / text.length;
    const index = this.blocks.length;
    element.setAttribute(blockMark, String(index));
    this.blocks.push({
      index,
      tag: element.localName,
      names,
      words: nameWords(names),
      text,
      weight,
      links,
      linkShare,
      box,
      good: !/^h\d$/.test(element.localName) && looksGood(text, weight, linkShare),
      noSnippet: inside.noSnippet,
    });
  }

  /** A longer link was probably never closed, and holds the rest of the page. */
  isSmallLink(element: PageElement): boolean {
    const isLink = element.localName === 'a' && element.getAttribute(linkMark) !== null;
    return isLink && this.measures.of(element).text <= linkTextMax;
  }

  isBlockLike(node: PageNode): node is PageElement {
    return isElement(node) && (isBlock(node) || this.measures.isBlockLike(node));
  }

  /**
   * Wraps runs of inline nodes in paragraphs, breaks them at `br`, and marks every leaf. Readability keeps the
   * attributes of a paragraph but drops those of a `div` that holds only text, so such a `div` gets a paragraph as
   * well.
   */
  cut(element: PageElement, parent: Box | undefined, outside: Inside): void {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const tag = element.localName;
    const inside: Inside = {
      noSnippet: outside.noSnippet || element.getAttribute('data-nosnippet') !== null,
      isLink: outside.isLink || this.isSmallLink(element),
    };
    const children = childrenOf(element);
    const mixed = children.some((child) => this.isBlockLike(child));
    const breaks = children.some((child) => isElement(child) && child.localName === 'br');
    if (
      parent &&
      leafTags.has(tag) &&
      !mixed &&
      !(breaks && (tag === 'p' || tag === 'td' || tag === 'li' || tag === 'dd' || tag === 'pre'))
    ) {
      this.mark(element, names, parent, inside);
      return;
    }
    const holder = tag === 'p' ? this.asDiv(element) : element;
    const box: Box = {
      tag,
      names,
      words: nameWords(names),
      parent,
      from: this.blocks.length,
      to: 0,
    };
    let run: PageNode[] = [];
    const flush = (): void => {
      if (run.length > 0) this.wrap(holder, run, tag === 'p' || !mixed ? names : '', box, inside);
      run = [];
    };
    for (const [i, child] of children.entries()) {
      if (this.isBlockLike(child)) {
        flush();
        this.cut(child, box, inside);
      } else if (isElement(child) && child.localName === 'br') {
        const next = children.slice(i + 1, i + 4).find((one) => !isText(one) || (one.nodeValue ?? '').trim() !== '');
        const double = next !== undefined && isElement(next) && next.localName === 'br';
        const soFar = run.map(textOf).join('').trim();
        if (double || endsSentence(soFar) || weightOf(soFar) < 60) {
          flush();
          holder.removeChild(child);
        } else run.push(child);
      } else run.push(child);
    }
    flush();
    box.to = this.blocks.length;
  }

  /** A paragraph inside a paragraph would not survive Readability's retries, which parse the page again. */
  asDiv(element: PageElement): PageElement {
    const div = this.document.createElement('div');
    for (const name of ['class', 'id']) {
      const value = element.getAttribute(name);
      if (value !== null) div.setAttribute(name, value);
    }
    for (const child of childrenOf(element)) div.appendChild(child);
    element.parentNode?.insertBefore(div, element);
    element.parentNode?.removeChild(element);
    return div;
  }

  wrap(holder: PageElement, run: readonly PageNode[], names: string, box: Box, inside: Inside): void {
    const first = run[0];
    if (!first || run.every(isBlank)) return;
    const paragraph = this.document.createElement('p');
    holder.insertBefore(paragraph, first);
    for (const node of run) paragraph.appendChild(node);
    this.mark(paragraph, names + namesOfOnly(run), box, inside);
  }
}

/** Cuts the body into blocks and marks them in the page; at most 5,000. */
export function cutBlocks(document: PageDocument, measures: Measures): Block[] {
  const cutter = new Cutter(document, measures);
  cutter.cut(document.body, undefined, { noSnippet: false, isLink: false });
  return cutter.blocks;
}
