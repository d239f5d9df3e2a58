import { headlineOf } from './choose.ts';
import { isRelatedHead } from './furniture/linePatterns.ts';
import { bare } from './furniture/wording.ts';
import type { Block, Box } from './markup/blocks.ts';

const headMax = 200;
const proseMax = 2;
const textMax = 700;
const linesMax = 12;
const shareMax = 0.5;
/** Without headings, boxes that begin with a link are cards only in a row. */
const rowMin = 3;
const columnLines = 2;
const columnMin = 150;

const indexOf = (block: Block): number => block.index;

const isHead = (block: Block): boolean => block.links > 0 && block.linkShare > 0.8 && block.weight < headMax;

/** The smallest box around a linked line that holds prose after it, if it holds no more than a teaser does. */
function cardOf(blocks: readonly Block[], head: Block): Box | undefined {
  for (let box: Box | undefined = head.box; box; box = box.parent) {
    if (box.to - box.from > linesMax) return undefined;
    const inside = blocks.slice(box.from, box.to);
    const weight = inside.reduce((sum, block) => sum + block.weight, 0);
    if (weight > textMax) return undefined;
    const prose = inside.filter((block) => block.good);
    if (prose.length === 0) continue;
    const heads = inside.filter((block) => isHead(block) && /^h\d$/.test(block.tag)).length;
    const isBefore = prose.every((block) => block.index > head.index);
    return isBefore && prose.length <= proseMax && heads <= 1 ? box : undefined;
  }
  return undefined;
}

const goodOf = (blocks: readonly Block[]): Block[] => blocks.filter((block) => block.good);
const weightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.weight, 0);
const holdsBox = (outer: Box, inner: Box): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Does the row of cards stand under a head of other articles, or in another column than the headline, where some prose is? */
function isBeside(blocks: readonly Block[], row: Box, first: Box | undefined, headline: Block | undefined): boolean {
  const head = first && blocks[first.from - 1];
  if (head && !head.good && isRelatedHead(head.text)) return true;
  let column = headline?.box;
  if (!column || holdsBox(column, row)) return false;
  while (column.parent && !holdsBox(column.parent, row)) column = column.parent;
  const prose = goodOf(blocks.slice(column.from, column.to));
  return prose.length >= columnLines && weightOf(prose) >= columnMin;
}

/**
 * The blocks of cards, each a linked headline and a sentence or two in a box of its own: other articles, whatever their class is called. A page
 * that consists mostly of them is a list, and the list its text, unless they lead to the same site and the article stands beside them.
 */
export function teaserCards(blocks: readonly Block[], titles: ReadonlySet<string>, url: string): Set<number> {
  const headline = headlineOf(blocks, titles);
  const rows = new Map<Box, Map<Box, Block>>();
  for (const block of blocks) {
    const card = isHead(block) && !titles.has(bare(block.text)) ? cardOf(blocks, block) : undefined;
    if (!card?.parent) continue;
    const row = rows.get(card.parent) ?? new Map<Box, Block>();
    if (!row.has(card)) rows.set(card.parent, row.set(card, block));
  }
  const isTitled = (row: Map<Box, Block>): boolean => [...row.values()].every((head) => /^h\d$/.test(head.tag));
  const cards = [...rows].filter(([, row]) => row.size >= rowMin || isTitled(row));
  const inside = (list: typeof cards): Set<number> =>
    new Set(
      list.flatMap(([, row]) => [...row.keys()].flatMap((card) => blocks.slice(card.from, card.to).map(indexOf))),
    );
  const proseIn = (found: ReadonlySet<number>): number =>
    weightOf(goodOf(blocks.filter((block) => found.has(block.index))));
  const own = URL.parse(url)?.host ?? '';
  const staysHere = (row: Map<Box, Block>): boolean => [...row.values()].every(({ host }) => !host || host === own);
  const beside = inside(
    cards.filter(([row, heads]) => staysHere(heads) && isBeside(blocks, row, heads.keys().next().value, headline)),
  );
  const all = inside(cards);
  const [whole, sure] = [weightOf(goodOf(blocks)), proseIn(beside)];
  return proseIn(all) - sure <= shareMax * (whole - sure) ? all : beside;
}
