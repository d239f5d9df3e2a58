import { wordCount } from '../../text/wordCount.ts';
import { endsSentence, weightOf } from '../furniture/wording.ts';
import {
  childrenOf,
  isElement,
  isText,
  namesOf,
  type PageDocument,
  type PageElement,
  type PageNode,
  textOf,
} from './dom.ts';
import { linkMark } from './markup.ts';
import type { Measures } from './measure.ts';

/** An element around blocks, as it was before Readability rebuilt the page. */
export interface Box {
  tag: string;
  parent?: Box;
  /** Indexes of the first block inside and of the one after the last. */
  from: number;
  to: number;
}

/** One line or paragraph of the page. Readability's result refers to blocks by their index. */
export interface Block {
  index: number;
  tag: string;
  /** The words of the element's classes and id. */
  words: readonly string[];
  text: string;
  weight: number;
  links: number;
  /** The share of link text in the text, 0 to 1. */
  linkShare: number;
  box: Box;
  /** Whether the block looks like prose by itself: long enough, few links, a sentence or many words. */
  good: boolean;
  noSnippet: boolean;
}

/** Properties that an element's content inherits. */
interface Inside {
  noSnippet: boolean;
  /** A small link surrounds the element, as in cards that can be clicked anywhere. */
  isLink: boolean;
}

export const isHeading = ({ tag }: Pick<Block, 'tag'>): boolean => /^h\d$/.test(tag);

export const isInQuote = ({ box }: Block): boolean =>
  [box, box.parent, box.parent?.parent].some((outer) => outer?.tag === 'blockquote');

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
const isBreak = (node: PageNode): boolean => isElement(node) && node.localName === 'br';

/** Cuts the body into blocks and marks them in the page; at most 5,000. */
export function cutBlocks(document: PageDocument, measures: Measures): Block[] {
  const blocks: Block[] = [];

  const mark = (element: PageElement, words: readonly string[], box: Box, inside: Inside): void => {
    const text = textOf(element);
    if (text === '' || blocks.length >= blocksMax) return;
    const linked = [...element.querySelectorAll('a')].map((link) => textOf(link).length);
    const links = inside.isLink ? 1 : linked.length;
    const linkLength = inside.isLink ? text.length : linked.reduce((sum, length) => sum + length, 0);
    const weight = weightOf(text);
    const linkShare = linkLength / text.length;
    const index = blocks.length;
    element.setAttribute(blockMark, String(index));
    const tag = element.localName;
    const good = !isHeading({ tag }) && looksGood(text, weight, linkShare);
    blocks.push({ index, tag, words, text, weight, links, linkShare, box, good, noSnippet: inside.noSnippet });
  };

  /** Whether the element is a short link. A longer one was probably never closed and contains the rest of the page. */
  const isSmallLink = (element: PageElement): boolean => {
    const isLink = element.localName === 'a' && element.getAttribute(linkMark) !== null;
    return isLink && measures.of(element).text <= linkTextMax;
  };

  const isBlockLike = (node: PageNode): node is PageElement => isElement(node) && measures.isBlockLike(node);

  /** A paragraph inside a paragraph would not survive Readability's retries, which parse the page again. */
  const asDiv = (element: PageElement): PageElement => {
    const div = document.createElement('div');
    for (const name of ['class', 'id']) {
      const value = element.getAttribute(name);
      if (value !== null) div.setAttribute(name, value);
    }
    for (const child of childrenOf(element)) div.appendChild(child);
    element.parentNode?.insertBefore(div, element);
    element.parentNode?.removeChild(element);
    return div;
  };

  const wrap = (holder: PageElement, run: readonly PageNode[], words: readonly string[], box: Box, inside: Inside) => {
    const first = run[0];
    if (!first || run.every(isBlank)) return;
    const paragraph = document.createElement('p');
    holder.insertBefore(paragraph, first);
    for (const node of run) paragraph.appendChild(node);
    mark(paragraph, words, box, inside);
  };

  /**
   * Wraps runs of inline nodes in paragraphs, breaks them at `br`, and marks every leaf. A `div` with nothing but text
   * gets a paragraph too, because Readability drops the attributes of such a `div`.
   */
  const cut = (element: PageElement, parent: Box | undefined, outside: Inside): void => {
    const tag = element.localName;
    const words = namesOf(element);
    const inside: Inside = {
      noSnippet: outside.noSnippet || element.getAttribute('data-nosnippet') !== null,
      isLink: outside.isLink || isSmallLink(element),
    };
    const children = childrenOf(element);
    const mixed = children.some(isBlockLike);
    if (parent && leafTags.has(tag) && !mixed && (isHeading({ tag }) || !children.some(isBreak))) {
      mark(element, words, parent, inside);
      return;
    }
    const holder = tag === 'p' ? asDiv(element) : element;
    const box: Box = { tag, parent, from: blocks.length, to: 0 };
    let run: PageNode[] = [];
    const flush = (): void => {
      wrap(holder, run, tag === 'p' || !mixed ? words : [], box, inside);
      run = [];
    };
    for (const [i, child] of children.entries()) {
      if (isBlockLike(child)) {
        flush();
        cut(child, box, inside);
      } else if (isBreak(child)) {
        const next = children.slice(i + 1, i + 4).find((one) => !isBlank(one));
        const soFar = run.map(textOf).join('').trim();
        if ((next && isBreak(next)) || endsSentence(soFar) || weightOf(soFar) < 60) {
          flush();
          holder.removeChild(child);
        } else run.push(child);
      } else run.push(child);
    }
    flush();
    box.to = blocks.length;
  };

  cut(document.body, undefined, { noSnippet: false, isLink: false });
  return blocks;
}
