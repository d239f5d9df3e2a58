import { headlineOf } from './choose.ts';
import { isOpeningNote, isOverviewHead } from './furniture/linePatterns.ts';
import { isOnAuthor } from './furniture/tail.ts';
import { bare, endsSentence, wordCount } from './furniture/wording.ts';
import type { Block, Box } from './markup/blocks.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const deckWords = list(
  'deck dek standfirst subtitle subhead subheadline subheading subhed excerpt chapo chapeau entradilla vorspann teaser summary strapline tagline sommario abstract lede bajada ingress snippet kicker sub',
);
const softWords = list(
  'info meta widget banner video player gallery caption credit author byline date time social share tags breadcrumb label category section',
);
const openingLines = 14;
const signedMax = 120;
const overviewLines = 10;

const isHeading = (block: Block): boolean => /^h\d$/.test(block.tag);

/** Index in `picked` before which nothing belongs to the article: its headline, if enough prose follows. */
export function afterHeadline(
  blocks: readonly Block[],
  picked: readonly Block[],
  titles: ReadonlySet<string>,
): Block[] {
  const headline = headlineOf(blocks, titles);
  if (!headline) return [...picked];
  const weight = (list: readonly Block[]): number =>
    list.reduce((sum, block) => sum + (block.good ? block.weight : 0), 0);
  const after = picked.filter((block) => block.index > headline.index);
  return weight(after) >= 0.25 * weight(picked) ? after : [...picked];
}

const hasWord = (words: readonly string[], set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));

function holdsMain(box: Box, main: Box | undefined): boolean {
  return main !== undefined && main.from >= box.from && main.to <= box.to;
}

/** The box with most of the text is none, whatever it is called. */
function isDeck(block: Block, goodInBox: number, main: Box | undefined): boolean {
  if (hasWord(block.words, deckWords)) return true;
  const outer = block.box;
  return outer !== main && outer.words.length <= 8 && goodInBox < 3 && hasWord(outer.words, deckWords);
}

function inSmallHeader(block: Block): boolean {
  for (let box: Box | undefined = block.box; box; box = box.parent)
    if (box.tag === 'header') return box.to - box.from <= 12;
  return false;
}

/** Drops a list under "Key points" or "Contents" that stands before the first paragraph of the text. */
export function withoutOverview(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.good && block.tag !== 'li');
  const head = blocks.slice(0, Math.max(0, first)).findIndex((block) => isOverviewHead(block.text));
  const box = blocks[head]?.box;
  if (head < 0 || box === undefined) return [...blocks];
  const inside = blocks.filter(({ index }) => index >= box.from && index < box.to);
  // A box that begins with such a head sums up in paragraphs.
  if (
    inside[0] === blocks[head] &&
    inside.length > 1 &&
    inside.length <= overviewLines &&
    inside.length < blocks.length / 2
  )
    return withoutOverview(blocks.filter((block) => !inside.includes(block)));
  if (blocks[head + 1]?.tag !== 'li') return [...blocks];
  let end = head + 1;
  while (blocks[end]?.tag === 'li') end++;
  return [...blocks.slice(0, head), ...withoutOverview(blocks.slice(end))];
}

/**
 * Bare: a line set as a subhead directly under the headline sums the article up; repeated as its first paragraph it
 * does the same.
 */
export function standfirstsOf(blocks: readonly Block[], titles: ReadonlySet<string>): Set<string> {
  const headline = headlineOf(blocks, titles);
  const under = headline ? blocks.slice(headline.index + 1, headline.index + 4) : [];
  return new Set(under.filter(isHeading).map((block) => bare(block.text)));
}

/** A line in letters that end sentences with a stop, and without one. */
const isUnended = ({ text, weight }: Block): boolean =>
  weight === text.length &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) &&
  /[\p{L}\d]$/u.test(text);

const wantsBrowser = /(?<!\p{L})(?:javascript|html5)(?!\p{L})/iu;

/** What a box, or the one around it, is called. */
const namesOf = (box: Box | undefined): string => box?.names.trim() || box?.parent?.names.trim() || '';

/** "Ada Lind and Per Holm, Harbour Post" */
function names(text: string, authors: ReadonlySet<string>): boolean {
  const plain = ` ${bare(text)} `;
  return [...authors].some((author) => author.includes(' ') && plain.includes(` ${author} `));
}

/** Nothing but capitalised words and what joins names: who wrote it, and for whom. */
const isNames = (text: string): boolean =>
  /\p{Ll}/u.test(text) &&
  text.split(/[\s,&/]+/).every((word) => /^(?:\p{Lu}.*|and|und|et|y|e|en|of|the|for|de|van|von|)$/u.test(word));

/**
 * Drops what stands between headline and first paragraph: standfirst, subheads, short notes; looks at the first 14
 * lines only.
 */
export function fromLead(
  blocks: readonly Block[],
  main: Box | undefined,
  descriptions: ReadonlySet<string>,
  authors: ReadonlySet<string>,
  standfirsts: ReadonlySet<string>,
): Block[] {
  const goodPerBox = new Map<Box, number>();
  for (const block of blocks) if (block.good) goodPerBox.set(block.box, (goodPerBox.get(block.box) ?? 0) + 1);
  const mainNames = namesOf(main);
  // A body cut into sections has more boxes called like the main one.
  const inMain = (block: Block): boolean =>
    main !== undefined &&
    ((block.index >= main.from && block.index < main.to) || (mainNames !== '' && namesOf(block.box) === mainNames));
  const set = ({ tag, words }: Block): string => `${tag}.${words.join('.')}`;
  const setInMain = new Set(blocks.filter((block) => block.good && inMain(block)).map(set));
  // Above the text, and set otherwise than its paragraphs, a line without a stop sums it up.
  const isAbove = (block: Block): boolean =>
    isUnended(block) &&
    main !== undefined &&
    block.index < main.from &&
    (!setInMain.has(set(block)) || wantsBrowser.test(block.text));
  const isDescription = (block: Block): boolean => {
    const plain = bare(block.text);
    for (const description of descriptions)
      if (plain === description || (plain.length > 30 && description.startsWith(plain))) return true;
    return false;
  };
  const skips = (block: Block): boolean => {
    if (isHeading(block) || isDeck(block, goodPerBox.get(block.box) ?? 0, main) || inSmallHeader(block)) return true;
    if (!block.good && hasWord(block.words, softWords)) return true;
    if (isOnAuthor(block.text, authors) || isOpeningNote(block.text)) return true;
    if (!block.good && block.weight < signedMax && !endsSentence(block.text) && names(block.text, authors)) return true;
    if (standfirsts.has(bare(block.text))) return true;
    if (block.good && isAbove(block)) return true;
    if (block.good) return !inMain(block) && isDescription(block) && !holdsMain(block.box, main);
    const opens =
      block.tag === 'p' &&
      inMain(block) &&
      (endsSentence(block.text) || (wordCount(block.text) >= 6 && !isNames(block.text)));
    return !opens;
  };
  let start = 0;
  while (start < blocks.length && start < openingLines) {
    const block = blocks[start];
    if (!block || !skips(block)) break;
    start++;
  }
  // Fourteen lines without an opening: a page of results, lyrics or lists, not one with a long preamble.
  if (start >= Math.min(openingLines, blocks.length)) return [...blocks];
  return blocks.slice(start);
}
