import { Readability } from '@mozilla/readability';
import { bare } from './furniture/wording.ts';
import { type Block, type Box, blockMark, goodWeight, isHeading, isInQuote } from './markup/blocks.ts';
import { isElement, type PageDocument, type PageElement } from './markup/dom.ts';

const isKept = (block: Block): boolean => block.good || block.linkShare < 0.5;

/** Readability scans each subtree once per ancestor. Without furniture, real pages have fewer than 400 elements. */
const elementsMax = 3_000;

function countElements(element: PageElement): number {
  let count = 1;
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child)) count += countElements(child);
  return count;
}

/** Indexes of the blocks that Readability keeps; none on an oversized page. Destroys the document. */
export function readabilityChoice(document: PageDocument): Set<number> {
  const chosen = new Set<number>();
  if (countElements(document.body) > elementsMax) return chosen;
  const content = new Readability<PageElement>(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 250,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  }).parse()?.content;
  if (!content) return chosen;
  for (const element of content.querySelectorAll(`[${blockMark}]`)) chosen.add(Number(element.getAttribute(blockMark)));
  return chosen;
}

/**
 * The box with the most prose. Prose also counts by 60 % for the box around its own, because some pages put each
 * paragraph into a box.
 */
function mainBox(blocks: readonly Block[]): Box | undefined {
  const scores = new Map<Box, number>();
  for (const block of blocks) {
    if (!block.good) continue;
    scores.set(block.box, (scores.get(block.box) ?? 0) + block.weight);
    const outer = block.box.parent;
    if (outer) scores.set(outer, (scores.get(outer) ?? 0) + 0.6 * block.weight);
  }
  return [...scores].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * Adds prose of the body that Readability missed, or finds the body if Readability found next to nothing. `main` is the
 * box with most of the article.
 */
export function completeChoice(blocks: readonly Block[], readable: ReadonlySet<number>) {
  let picked = blocks.filter((block) => readable.has(block.index));
  if (goodWeight(picked) < Math.min(400, 0.25 * goodWeight(blocks))) {
    const fallback = mainBox(blocks);
    if (fallback) picked = blocks.slice(fallback.from, fallback.to).filter(isKept);
  }
  const main = mainBox(picked);
  const chosen = new Set(picked.map((block) => block.index));
  const prose = picked.filter((block) => block.good).map((block) => block.index);
  const [first = 0, last = 0] = [prose[0], prose.at(-1)];
  for (const block of main ? blocks.slice(main.from, main.to) : []) {
    const isAmid = block.index > first && block.index < last;
    if (block.good || (isAmid && isKept(block) && isInQuote(block))) chosen.add(block.index);
  }
  return { chosen, main };
}

export const titleHeadingIn = (blocks: readonly Block[], titles: ReadonlySet<string>): Block | undefined =>
  blocks.find((block) => isHeading(block) && titles.has(bare(block.text)));
