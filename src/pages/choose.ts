import { Readability } from '@mozilla/readability';
import { bare } from './furniture/wording.ts';
import { type Block, type Box, blockMark, goodWeight } from './markup/blocks.ts';
import { isElement, type PageDocument, type PageElement } from './markup/dom.ts';

const linesMin = 400;

const weightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { weight }) => sum + weight, 0);

const isKept = (block: Block): boolean => block.good || block.linkShare < 0.5;

/** Readability scans each subtree once per ancestor. Without furniture, honest pages have fewer than 400 elements. */
const elementsMax = 3_000;

function countElements(element: PageElement): number {
  let count = 1;
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child)) count += countElements(child);
  return count;
}

/** The indexes of the blocks that Readability keeps, none on an oversized page. Readability destroys the document. */
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

/** The box with most prose. A grandparent gets 0.6 of it, because some pages wrap each paragraph in its own box. */
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

/** Blocks with the same markup have the same tags and class words. */
const signatureOf = (block: Block): string =>
  `${block.tag}.${block.words.join('.')}<${block.box.tag}.${block.box.words.join('.')}`;

/** Widens the main box while most of the gain is prose with the same markup: some articles are cut into sections. */
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
  /** Holds most of the article. */
  main: Box | undefined;
}

/** Adds what Readability left out of a body it found, or finds the body where Readability found next to nothing. */
export function completeChoice(blocks: readonly Block[], readable: ReadonlySet<number>, headline?: Block): Choice {
  let picked = blocks.filter((block) => readable.has(block.index));
  const pageGood = goodWeight(blocks);
  // Calendars and results hardly hold a sentence, so enough lines under the headline outweigh prose elsewhere.
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
