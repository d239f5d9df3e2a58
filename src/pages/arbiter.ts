import { paragraphsOf } from '../text/plain.ts';
import { bare } from './furniture/wording.ts';
import type { Block } from './markup/blocks.ts';

const bodyMax = 200_000;
const comparedMax = 80;
const openingMax = 6;

const weightOfAll = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.weight, 0);

/** Where a block's text begins in the stated body, -1 if it is not in it; a few letters would be found anywhere. */
function placeIn(body: string, block: Block): number {
  const plain = bare(block.text).slice(0, comparedMax);
  return plain.length < 20 ? -1 : body.indexOf(plain);
}

/**
 * Lets the article text that the page states for machines (`articleBody`) decide where the article begins and ends. It decides nothing in the
 * middle: stated bodies leave out lists, subheads and quotes, and some are cut.
 */
export function settleEnds(blocks: readonly Block[], statedBody: string): Block[] {
  const body = bare(statedBody.slice(0, bodyMax));
  const whole = weightOfAll(blocks);
  if (body.length < 300 || body.length < 0.6 * whole) return [...blocks];
  const places = blocks.map((block) => placeIn(body, block));
  const first = places.findIndex((place) => place >= 0);
  const last = places.findLastIndex((place) => place >= 0);
  if (first < 0) return [...blocks];
  const opens = first <= openingMax && (places[first] ?? 0) < 40;
  const covered = weightOfAll(blocks.filter((_, i) => (places[i] ?? -1) >= 0));
  const ends = covered > 0.7 * whole;
  return blocks.slice(opens ? first : 0, ends ? last + 1 : blocks.length);
}

/** The stated body in place of a result that holds less than half of it: a page whose text is filled in by scripts, or whose markup misled. */
export function statedInstead(paragraphs: readonly string[], statedBody: string): string[] | undefined {
  const cut = statedBody.slice(0, bodyMax);
  if (cut.length < 600) return undefined;
  const found = paragraphs.reduce((sum, text) => sum + text.length, 0);
  if (found > 0.5 * cut.length) return undefined;
  const stated = paragraphsOf(cut);
  return stated.length > 1 || !cut.includes('\n') ? stated : cut.split(/\n+/);
}
