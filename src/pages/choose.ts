import { Readability } from '@mozilla/readability';
import { bare } from './furniture/wording.ts';
import { type Block, type Box, blockMark } from './markup/blocks.ts';
import { isElement, type PageDocument, type PageElement } from './markup/dom.ts';

const mostOfProse = 0.6;

const linesMin = 400;

const weightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { weight }) => sum + weight, 0);

const isKept = (block: Block): boolean => block.good || block.linkShare < 0.5;

/** Readability scans each subtree again for every ancestor; honest pages hold fewer than 400 elements once furniture is gone. */
const elementsMax = 3_000;

function countElements(element: PageElement): number {
  let count = 1;
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child)) count += countElements(child);
  return count;
}

/** The indexes of the blocks that Readability keeps, none on an oversized page. It rebuilds the document, which is of no use afterwards. */
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

function ancestors(box: Box): Box[] {
  const list: Box[] = [];
  for (let at: Box | undefined = box; at; at = at.parent) list.push(at);
  return list;
}

/** The box with most good text of the given blocks; a grandparent counts 0.6, since pages wrap each paragraph by itself. */
function mainBox(blocks: readonly Block[]): Box | undefined {
  const scores = new Map<Box, number>();
  for (const block of blocks) {
    if (!block.good) continue;
    scores.set(block.box, (scores.get(block.box) ?? 0) + block.weight);
    const outer = block.box.parent;
    if (outer) scores.set(outer, (scores.get(outer) ?? 0) + 0.6 * block.weight);
  }
  let best: Box | undefined;
  let most = 0;
  for (const [box, score] of scores) {
    if (score > most) [best, most] = [box, score];
  }
  return best;
}

function hasTag(box: Box, tag: string): boolean {
  return box.tag === tag || (box.parent !== undefined && hasTag(box.parent, tag));
}

/** Blocks set the same way carry the same tag and class words; numbers in class names are counters. */
const signatureOf = (block: Block): string =>
  `${block.tag}.${block.words.join('.')}<${block.box.tag}.${block.box.words.join('.')}`;

const goodWeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.good ? block.weight : 0), 0);

/** Widens from main towards the body while what is gained is mostly prose set like the prose already chosen: bodies cut into sections. */
function climb(blocks: readonly Block[], main: Box, signatures: ReadonlySet<string>): Box {
  let home = main;
  for (let outer = main.parent; outer; outer = outer.parent) {
    let good = 0;
    let rest = 0;
    let alike = 0;
    for (let i = outer.from; i < outer.to; i++) {
      const block = blocks[i];
      if (!block || (i >= home.from && i < home.to)) continue;
      if (block.good) {
        good += block.weight;
        if (signatures.has(signatureOf(block))) alike += block.weight;
      } else rest += block.weight;
    }
    if (good + rest === 0) continue;
    if (good < 60 || rest >= 0.8 * good || alike <= 0.5 * good) break;
    home = outer;
  }
  return home;
}

export interface Choice {
  chosen: Set<number>;
  /** The box that holds most of the article. */
  main: Box | undefined;
}

/** Adds what Readability left out of a body it found, or finds the body where Readability found next to nothing. */
export function completeChoice(blocks: readonly Block[], readable: ReadonlySet<number>, headline?: Block): Choice {
  let picked = blocks.filter((block) => readable.has(block.index));
  const pageGood = goodWeight(blocks);
  // Calendars and results have hardly a sentence: lines under the headline are believed before prose elsewhere.
  const isTitled =
    headline !== undefined && readable.has(headline.index) && weightOf(picked.filter(isKept)) >= linesMin;
  if (!isTitled && goodWeight(picked) < Math.min(400, 0.25 * pageGood)) {
    const fallback = mainBox(blocks);
    if (fallback) picked = blocks.slice(fallback.from, fallback.to).filter(isKept);
  }
  const main = mainBox(picked);
  const chosen = new Set(picked.map((block) => block.index));
  if (!main) return { chosen, main };
  const pickedGood = picked.filter((block) => block.good);
  const signatures = new Set(pickedGood.map(signatureOf));
  const home = climb(blocks, main, signatures);
  const perBox = new Map<Box, number>();
  for (const block of pickedGood) perBox.set(block.box, (perBox.get(block.box) ?? 0) + 1);
  const first = pickedGood[0]?.index ?? 0;
  const last = pickedGood.at(-1)?.index ?? 0;
  for (let i = home.from; i < home.to; i++) {
    const block = blocks[i];
    if (!block || chosen.has(i)) continue;
    const inMain = i >= main.from && i < main.to;
    const outerBoxes = ancestors(block.box).slice(0, 3);
    if (block.good && (inMain || block.box === home || signatures.has(signatureOf(block)))) chosen.add(i);
    else if (i > first && i < last && isKept(block) && (perBox.get(block.box) ?? 0) >= 2) chosen.add(i);
    else if (i > first && i < last && isKept(block) && inMain && outerBoxes.some((box) => box.tag === 'blockquote'))
      chosen.add(i);
  }
  return { chosen, main };
}

export const headlineOf = (blocks: readonly Block[], titles: ReadonlySet<string>): Block | undefined =>
  blocks.find((block) => /^h[1-4]$/.test(block.tag) && titles.has(bare(block.text)));

const closingMax = 0.35;

/**
 * Drops what Readability took from after the part of the page that holds the main box, set in another way and little beside it: the publisher's
 * imprint, the terms of use.
 */
export function withoutClosing(picked: readonly Block[], main: Box | undefined): Block[] {
  if (!main) return [...picked];
  const signatures = new Set(picked.filter(({ index }) => index >= main.from && index < main.to).map(signatureOf));
  const path = ancestors(main);
  const whole = path.at(-1);
  // The outermost part beside which something else stands.
  const part = path.findLast((box) => whole && (box.from > whole.from || box.to < whole.to)) ?? main;
  const isClosing = (block: Block): boolean =>
    block.good && block.index >= part.to && !signatures.has(signatureOf(block));
  const closing = picked.filter(isClosing);
  return goodWeight(closing) < closingMax * goodWeight(picked)
    ? picked.filter((block) => !isClosing(block))
    : [...picked];
}

/** The outermost `article` around a block. */
function articleOf(block: Block): Box | undefined {
  let found: Box | undefined;
  for (let box: Box | undefined = block.box; box; box = box.parent) if (box.tag === 'article') found = box;
  return found;
}

const proseOfArticle = 300;

/**
 * Readability takes the longest text of a page; where that is another `article` than the one the page's own headline stands in, its choice is
 * replaced. An `article` around hardly more than the headline says nothing.
 */
export function withHeadline(
  blocks: readonly Block[],
  readable: ReadonlySet<number>,
  titles: ReadonlySet<string>,
): Set<number> {
  const headline = headlineOf(blocks, titles);
  let own = headline?.box;
  while (own && own.tag !== 'article') own = own.parent;
  if (!own) return new Set(readable);
  const { from, to } = own;
  const inside = blocks.slice(from, to);
  const picked = blocks.filter((block) => readable.has(block.index) && block.good);
  const isElsewhere = picked.every(({ index, box }) => (index < from || index >= to) && hasTag(box, 'article'));
  if (!isElsewhere || goodWeight(inside) < proseOfArticle) return new Set(readable);
  return new Set(inside.filter(isKept).map((block) => block.index));
}

/**
 * Where one `article` holds most of the prose, others beside it are other articles, or comments: pages that scroll on append the next one, which
 * may be longer than the one under the headline.
 */
export function withoutOtherArticles(blocks: readonly Block[], headline: Block | undefined): Block[] {
  const weights = new Map<Box | undefined, number>();
  let whole = 0;
  for (const block of blocks) {
    if (!block.good) continue;
    const article = articleOf(block);
    weights.set(article, (weights.get(article) ?? 0) + block.weight);
    whole += block.weight;
  }
  const main = [...weights].find(([article, weight]) => article !== undefined && weight > mostOfProse * whole)?.[0];
  const titled = headline && articleOf(headline);
  const own = main && titled && (weights.get(titled) ?? 0) > proseOfArticle ? titled : main;
  if (own === undefined) return [...blocks];
  return blocks.filter((block) => {
    const article = articleOf(block);
    return article === undefined || article === own;
  });
}
