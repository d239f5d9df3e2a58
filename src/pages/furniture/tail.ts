import type { Block } from '../markup/blocks.ts';
import { isAuthorNote, isCommentHead, stopShare } from './linePatterns.ts';
import { bare, endsSentence, wordCount } from './wording.ts';

const weightOfAll = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.weight, 0);
const tableTags = new Set(['td', 'th']);

const commentedMin = 120;

/** Cuts at the heading over what readers wrote, which may be longer than the article. */
export function beforeComments(blocks: readonly Block[]): Block[] {
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    if (/^h\d$/.test(block.tag) && before > commentedMin && isCommentHead(block.text)) return blocks.slice(0, i);
    if (block.good) before += block.weight;
  }
  return [...blocks];
}

/** Cuts at a line that ends articles ("Comments", "About the author") if most of the text is before it. */
export function beforeStop(blocks: readonly Block[]): Block[] {
  const whole = weightOfAll(blocks);
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    const share = block.good ? 0 : stopShare(block.text);
    if (share > 0 && before > 0.6 * whole && whole - before - block.weight < share * whole) return blocks.slice(0, i);
    before += block.weight;
  }
  return [...blocks];
}

/** A name alone at the end signs the text. */
const signature = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u;

/** "Ada Lind is …", "Ada Lind lebt …" beside her own article. */
export function isOnAuthor(text: string, names: ReadonlySet<string>): boolean {
  if (text.length > 400) return false;
  const plain = bare(text);
  for (const name of names) if (name.includes(' ') && plain.startsWith(`${name} `)) return true;
  return false;
}

/** Some hands set whole paragraphs as heads. */
const headWordsMax = 10;

/** Drops what closes a page after its last paragraph: links, headings, labels, notes on its authors (`names`, bare). */
export function withoutTail(blocks: readonly Block[], names: ReadonlySet<string>): Block[] {
  const kept = [...blocks];
  const whole = weightOfAll(blocks);
  let rest = whole;
  let notes = 4;
  while (kept.length > 1) {
    const last = kept.at(-1);
    if (!last || rest - last.weight < 0.6 * whole) break;
    const isTable = tableTags.has(last.tag);
    const isShortLink = last.linkShare > 0.5 && last.weight < 60 && !endsSentence(last.text);
    const isLink = ((last.linkShare > 0.7 && last.weight < 120) || isShortLink) && !isTable;
    const isLabel = /:$/.test(last.text) && last.weight < 80;
    const isNote = notes > 0 && last.tag !== 'li' && (isAuthorNote(last.text) || isOnAuthor(last.text, names));
    const signs = notes > 0 && last.tag === 'p' && last.weight < 40 && signature.test(last.text);
    const isHead = /^h\d$/.test(last.tag) && !(endsSentence(last.text) && wordCount(last.text) >= headWordsMax);
    if (!isLink && !isLabel && !isNote && !signs && !isHead) break;
    rest -= last.weight;
    notes--;
    kept.pop();
  }
  return kept;
}

const openingMin = 40;
const openingsSeen = 40;

/** A repeat of the whole article in one paragraph, or a teaser of a paragraph that stands above it in full. */
function isRepeat(text: string, index: number, paragraphs: readonly string[]): boolean {
  const [first, second] = paragraphs;
  if (first && second && index > 1 && first.length > openingMin && text.startsWith(first) && text.includes(second))
    return true;
  const teaser = /^(.{25,}?)\s?(?:\.\.\.|…)$/.exec(text)?.[1];
  return (
    teaser !== undefined && paragraphs.slice(0, Math.min(index, openingsSeen)).some((above) => above.startsWith(teaser))
  );
}

/**
 * Some pages repeat their text for machines, glued to the end of a later paragraph or as one more; the repeat is cut
 * off.
 */
export function withoutGluedRepeats(paragraphs: readonly string[]): string[] {
  const openings = paragraphs.slice(0, 2).filter((text) => text.length > openingMin);
  return paragraphs.flatMap((text, index) => {
    if (isRepeat(text, index, paragraphs)) return [];
    const opening = openings.find((one, at) => index > at && text.length > one.length && text.endsWith(one));
    if (opening === undefined) return [text];
    const rest = text.slice(0, -opening.length).trim();
    return rest === '' ? [] : [rest];
  });
}
