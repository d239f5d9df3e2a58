import type { Block, Box } from './blocks.ts';

const headMax = 200;
const proseMax = 2;
const textMax = 700;
const linesMax = 12;
const shareMax = 0.5;

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

/**
 * The blocks of cards that stand side by side, set alike, each a linked headline and a sentence or two: other articles, whatever their class is
 * called. A page that consists mostly of them is a list, and the list its text.
 */
export function teaserCards(blocks: readonly Block[]): Set<number> {
  const groups = new Map<string, Set<Box>>();
  const numbers = new Map<Box, number>();
  const heads = new Map<Box, Block>();
  for (const block of blocks) {
    const card = isHead(block) ? cardOf(blocks, block) : undefined;
    if (!card?.parent || heads.has(card)) continue;
    heads.set(card, block);
    const row = numbers.get(card.parent) ?? numbers.size;
    numbers.set(card.parent, row);
    const key = `${row} ${card.tag}.${card.words.join('.')} ${block.tag}`;
    const group = groups.get(key) ?? new Set();
    groups.set(key, group.add(card));
  }
  const found = new Set<number>();
  for (const group of groups.values()) {
    const isTitled = [...group].every((card) => /^h\d$/.test(heads.get(card)?.tag ?? ''));
    if (group.size < (isTitled ? 2 : 3)) continue;
    for (const card of group) for (let i = card.from; i < card.to; i++) found.add(i);
  }
  const weight = (list: readonly Block[]): number =>
    list.reduce((sum, block) => sum + (block.good ? block.weight : 0), 0);
  return weight(blocks.filter((block) => found.has(block.index))) > shareMax * weight(blocks) ? new Set() : found;
}
