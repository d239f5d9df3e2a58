import { wordCount } from '../../text/wordCount.ts';
import { type Block, isHeading } from '../markup/blocks.ts';
import { isAuthorNote, isCommentHead, isStop } from './linePatterns.ts';
import { bare, endsSentence } from './wording.ts';

const weightOfAll = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.weight, 0);

const commentedMin = 120;

/** Cuts at the heading of readers' comments, which may be longer than the article. */
export function beforeComments(blocks: readonly Block[]): Block[] {
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    if (isHeading(block) && before > commentedMin && isCommentHead(block.text)) return blocks.slice(0, i);
    if (block.good) before += block.weight;
  }
  return [...blocks];
}

/** Cuts at a line that ends articles ("Comments", "About the author") if most of the text is before it. */
export function beforeStop(blocks: readonly Block[]): Block[] {
  const whole = weightOfAll(blocks);
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    const rest = whole - before - block.weight;
    if (!block.good && isStop(block.text) && before > 0.6 * whole && rest < 0.15 * whole) return blocks.slice(0, i);
    before += block.weight;
  }
  return [...blocks];
}

/** Whether a text is about one of the article's own authors ("Ada Lind is …"). */
export function isOnAuthor(text: string, names: ReadonlySet<string>): boolean {
  if (text.length > 400) return false;
  const plain = bare(text);
  for (const name of names) if (name.includes(' ') && plain.startsWith(`${name} `)) return true;
  return false;
}

/** Drops links, headings and notes on authors after the last paragraph. */
export function withoutTail(blocks: readonly Block[]): Block[] {
  const kept = [...blocks];
  const whole = weightOfAll(blocks);
  let rest = whole;
  let notes = 4;
  for (let last = kept.at(-1); last && kept.length > 1; last = kept.at(-1)) {
    const { text, weight, tag, linkShare } = last;
    const isEnded = endsSentence(text);
    const isLink = linkShare > 0.7 ? weight < 120 : linkShare > 0.5 && weight < 60 && !isEnded;
    const isNote = notes > 0 && tag !== 'li' && isAuthorNote(text);
    // Some pages mark up paragraphs as headings.
    const isHead = isHeading(last) && !(isEnded && wordCount(text) >= 10);
    if (tag === 'td' || tag === 'th' || !(isLink || isNote || isHead) || rest - weight < 0.6 * whole) break;
    rest -= weight;
    notes--;
    kept.pop();
  }
  return kept;
}

const openingMin = 40;

/** Drops paragraphs that repeat the whole text, and repeats of its opening at the end of a paragraph. */
export function withoutGluedRepeats(paragraphs: readonly string[]): string[] {
  const [first = '', second = ''] = paragraphs;
  const openings = [first, second].filter((text) => text.length > openingMin);
  return paragraphs.flatMap((text, index) => {
    if (index > 1 && openings.includes(first) && text.startsWith(first) && text.includes(second)) return [];
    const opening = openings.find((one) => text.length > one.length && text.endsWith(one));
    const rest = opening === undefined ? text : text.slice(0, -opening.length).trim();
    return rest === '' ? [] : [rest];
  });
}
