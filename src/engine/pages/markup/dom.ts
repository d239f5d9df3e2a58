import { parseHTML } from 'linkedom';
import { folded, nameWords } from '../furniture/wording.ts';
import { blockTags } from './markup.ts';

/** The part of the DOM that we use. TypeScript's own DOM types are for browsers. */
export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly nodeValue: string | null;
  readonly ownerDocument: PageDocument;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly firstChild: PageNode | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  appendChild(node: PageNode): void;
  insertBefore(node: PageNode, before: PageNode | null): void;
  removeChild(node: PageNode): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
}

/** Takes markup from `tidyMarkup`, whose depth is limited, so callers may recurse. */
export function parsePage(html: string): PageDocument {
  return parseHTML(html).document as unknown as PageDocument;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3;
}

export function isBlock(element: PageElement): boolean {
  return blockTags.has(element.localName);
}

/** A copy of the list: the caller may remove or move the nodes. */
export function childrenOf(element: PageElement): PageNode[] {
  const list: PageNode[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) list.push(node);
  return list;
}

function gather(node: PageNode, into: string[]): void {
  if (isText(node)) into.push(node.nodeValue ?? '');
  else if (isElement(node)) {
    if (node.localName === 'br') into.push(' ');
    const block = isBlock(node);
    if (block) into.push(' ');
    for (let child = node.firstChild; child; child = child.nextSibling) gather(child, into);
    if (block) into.push(' ');
  }
}

/** The text as readers see it: white space folded, a space between blocks and lines. */
export function textOf(node: PageNode): string {
  const pieces: string[] = [];
  gather(node, pieces);
  return folded(pieces.join(''));
}

/** The words of an element's classes and id. */
export const namesOf = (element: PageElement): string[] =>
  nameWords(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
