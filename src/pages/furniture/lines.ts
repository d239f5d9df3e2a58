import type { Block } from '../markup/blocks.ts';
import {
  dateLine,
  hasStamp,
  isAppeal,
  isBareUrl,
  isByline,
  isChannel,
  isCredit,
  isPromo,
  isRelatedHead,
  isTagLine,
} from './linePatterns.ts';
import { bare, endsSentence, wordCount } from './wording.ts';

/** What is known about the page that turns a line of text into furniture. */
export interface Known {
  /** Titles of the article, bare. */
  titles: ReadonlySet<string>;
  /** Captions and picture descriptions, bare. */
  captions: ReadonlySet<string>;
  /** Names of authors, outlet and site, bare. */
  names: ReadonlySet<string>;
}

const isTable = (block: Block): boolean => block.tag === 'td' || block.tag === 'th';
const isList = (block: Block): boolean => block.tag === 'li' || block.tag === 'dt' || block.tag === 'dd';
const isQuote = (block: Block): boolean => {
  for (let box: Block['box'] | undefined = block.box, i = 0; box && i < 3; box = box.parent, i++)
    if (box.tag === 'blockquote') return true;
  return false;
};

/** "Read also: …", whatever the language: a label of a few words, and a link for all the rest. */
function isLabelledLink({ text, linkShare, weight }: Block): boolean {
  const label = /^(?:[^\s:|：]+\s){0,4}[^\s:|：]+\s?[:|：]\s?/u.exec(text)?.[0] ?? '';
  return label !== '' && weight < 200 && Math.abs(text.length - label.length - linkShare * text.length) <= 3;
}

/** "Source: Harbour Post", whatever the language. */
function isSignedBy(text: string, names: ReadonlySet<string>): boolean {
  const label = text.length < 100 ? /^\p{L}+(?: \p{L}+)?\s?[:：]\s?/u.exec(text)?.[0] : undefined;
  return label !== undefined && names.has(bare(text.slice(label.length)));
}

const isOneLink = (block: Block): boolean =>
  block.links > 0 && block.linkShare > 0.8 && block.weight < 160 && !isList(block);

const subheadsMin = 3;

/** The entries of a list of books, shops or links: what is no card by now, and has a text under it. */
const isLinkedSubhead = (block: Block, next: Block | undefined): boolean =>
  /^h[2-4]$/.test(block.tag) && block.linkShare > 0.5 && next?.good === true && next.box === block.box;

/**
 * A note on an author or the outlet, in a box under the full name that it begins with; a single word can be a company
 * in the news.
 */
function isUnderName(plain: string, block: Block, name: Block | undefined, { names }: Known): boolean {
  const head = name?.box === block.box ? bare(name.text) : '';
  return head.includes(' ') && names.has(head) && plain.startsWith(`${head} `) && plain.length < noteMax;
}

const noteMax = 400;

/** What a picture shows, over who took it. */
const isOverCredit = (block: Block, next: Block): boolean =>
  !block.good &&
  block.tag === 'p' &&
  /^\p{L}/u.test(block.text) &&
  !endsSentence(block.text) &&
  next.links === 0 &&
  isCredit(next.text);

/** A few words in a line of their own, with nothing but a link after them. */
const isHeadOverLink = (block: Block): boolean =>
  !block.good && block.tag === 'p' && block.links === 0 && block.weight < 40 && !endsSentence(block.text);

/** Four or more dated lines under one parent are a list of fixtures or a calendar, and stay. */
function datedLists(blocks: readonly Block[]): Set<Block['box']> {
  const counts = new Map<Block['box'], number>();
  for (const [i, block] of blocks.entries()) {
    const dated = dateLine(block.text);
    // The days of a chronicle are heads of what happened on them.
    const next = blocks[i + 1];
    const isHead = /^h[2-6]$/.test(block.tag) && next?.tag === 'p' && endsSentence(next.text);
    if (dated !== 'probably' && !(dated === 'date' && isHead)) continue;
    for (const box of [block.box, block.box.parent])
      if (box) counts.set(box, (counts.get(box) ?? 0) + (isHead ? 2 : 1));
  }
  return new Set([...counts].filter(([, count]) => count >= 4).map(([box]) => box));
}

function isFurnitureLine(block: Block, plain: string, known: Known, inBody: boolean, afterGood: boolean): boolean {
  const { text } = block;
  if (known.titles.has(plain) && (!afterGood || block.tag === 'h1')) return true;
  if (block.links === 0 && (isCredit(text) || isBareUrl(text))) return true;
  if (known.names.has(plain) || isByline(text) || isSignedBy(text, known.names)) return true;
  // The entries of a list name what their pictures show.
  const isEntry = /^h[2-6]$/.test(block.tag);
  if (plain.length > 12 && known.captions.has(plain) && !isEntry && !(block.good && inBody && afterGood)) return true;
  if (block.links === 1 && !isList(block) && isLabelledLink(block)) return true;
  const oneLink = block.links > 0 && block.linkShare > 0.8;
  if (isOneLink(block)) return true;
  if (block.links > 1 && block.linkShare > 0.7 && !isList(block) && !block.good && block.weight < 300) return true;
  if (isTagLine(text) || isAppeal(text) || (block.links > 0 && isChannel(text))) return true;
  return isPromo(text) && (oneLink || block.linkShare > 0.3 || (!block.good && wordCount(text) <= 12));
}

function isDateLine(block: Block, lists: ReadonlySet<Block['box']>, inBody: boolean, afterGood: boolean): boolean {
  const dated = dateLine(block.text);
  if (dated === undefined || isQuote(block)) return false;
  if (lists.has(block.box) || (block.box.parent && lists.has(block.box.parent))) return false;
  return !inBody || hasStamp(block.text) || (dated === 'date' && (!afterGood || /(?:19|20)\d\d/.test(block.text)));
}

/** A head such as "Read more" takes the links and short list items after it along. */
function dropRelated(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let dropping = false;
  for (const block of blocks) {
    if (isRelatedHead(block.text) && !block.good) {
      dropping = true;
      continue;
    }
    if (dropping && (block.linkShare > 0.6 || (isList(block) && block.weight < 160 && block.links > 0))) continue;
    dropping = false;
    kept.push(block);
  }
  return kept;
}

/**
 * Drops the lines of a choice that are no part of an article's text: credits, captions, bylines, dates, repeated
 * titles, promotions, repeats.
 */
export function dropFurnitureLines(blocks: readonly Block[], main: Block['box'] | undefined, known: Known): Block[] {
  const lists = datedLists(blocks);
  const seen = new Set<string>();
  const firstGood = blocks.find((block) => block.good)?.index ?? 0;
  const isInBody = (block: Block) => main !== undefined && block.index >= main.from && block.index < main.to;
  // A teaser above the text that repeats its first paragraph goes, not the paragraph.
  const bodyTexts = new Set(blocks.filter(isInBody).map((block) => bare(block.text)));
  const heads = blocks.filter((block, i) => isLinkedSubhead(block, blocks[i + 1]));
  const subheads = new Set(heads.length >= subheadsMin ? heads : []);
  const kept = blocks.filter((block, i) => {
    if (subheads.has(block)) return true;
    const next = blocks[i + 1];
    if (/^h\d$/.test(block.tag) && next?.box === block.box && isAppeal(next.text)) return false;
    const plain = bare(block.text);
    if (plain === '' && !isTable(block)) return false;
    if (isTable(block)) return true;
    const inBody = isInBody(block);
    const repeatMin = isList(block) ? 60 : 25;
    if (plain.length > repeatMin) {
      if (seen.has(plain) || (!inBody && bodyTexts.has(plain))) return false;
      seen.add(plain);
    }
    if (next && isOneLink(next) && isHeadOverLink(block)) return false;
    if (next && isOverCredit(block, next)) return false;
    if (isUnderName(plain, block, blocks[i - 1], known)) return false;
    if (block.index > firstGood && isQuote(block) && !isLabelledLink(block)) return true;
    return (
      !isFurnitureLine(block, plain, known, inBody, block.index > firstGood) &&
      !isDateLine(block, lists, inBody, block.index > firstGood)
    );
  });
  return dropRelated(kept);
}
