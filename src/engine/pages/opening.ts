import { wordCount } from '../text/wordCount.ts';
import { titleHeadingIn } from './choose.ts';
import { isOpeningNote } from './furniture/linePatterns.ts';
import { endsSentence } from './furniture/wording.ts';
import { type Block, type Box, goodWeight, isHeading } from './markup/blocks.ts';

const deckWords = new Set(
  (
    'deck dek standfirst subtitle subhead subheadline subheading subhed excerpt ' +
    'chapo chapeau entradilla vorspann teaser ' +
    'summary strapline tagline sommario abstract lede bajada ingress snippet kicker sub'
  ).split(' '),
);
const openingLines = 14;
const openingWordsMin = 6;

/** Drops the lines above the headline, if enough prose follows it. */
export function afterHeadline(
  blocks: readonly Block[],
  picked: readonly Block[],
  titles: ReadonlySet<string>,
): Block[] {
  const headline = titleHeadingIn(blocks, titles);
  const after = headline ? picked.filter((block) => block.index > headline.index) : [];
  return headline && goodWeight(after) >= 0.25 * goodWeight(picked) ? after : [...picked];
}

/** Whether a line ends without punctuation, although its script has sentence-ending marks. */
const isUnended = ({ text, weight }: Block): boolean =>
  weight === text.length &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) &&
  /[\p{L}\d]$/u.test(text);

/** Whether a line has only capitalised words and words such as "and" or "of": authors and their outlet. */
const isNames = (text: string): boolean =>
  /\p{Ll}/u.test(text) &&
  text.split(/[\s,&/]+/).every((word) => /^(?:\p{Lu}.*|and|und|et|y|of|the|for|de|van|von|)$/u.test(word));

const markupOf = ({ tag, words }: Block): string => `${tag}.${words.join('.')}`;

/** Drops standfirst, subheads and notes before the first paragraph. Reads only the first 14 lines. */
export function fromFirstParagraph(blocks: readonly Block[], main: Box | undefined): Block[] {
  const inMain = ({ index }: Block): boolean => main !== undefined && index >= main.from && index < main.to;
  const markupInMain = new Set(blocks.filter((block) => block.good && inMain(block)).map(markupOf));
  const skips = (block: Block): boolean => {
    if (isHeading(block) || block.words.some((word) => deckWords.has(word))) return true;
    if (isOpeningNote(block.text)) return true;
    // A line above the text is a standfirst if it has no final punctuation and other markup than the paragraphs.
    const isAbove = main !== undefined && block.index < main.from;
    if (block.good) return isAbove && isUnended(block) && !markupInMain.has(markupOf(block));
    const opens = endsSentence(block.text) || (wordCount(block.text) >= openingWordsMin && !isNames(block.text));
    return !(block.tag === 'p' && inMain(block) && opens);
  };
  const start = blocks.slice(0, openingLines).findIndex((block) => !skips(block));
  // A page without an opening in its first 14 lines has results, lyrics or lists, and stays whole.
  return start < 0 ? [...blocks] : blocks.slice(start);
}
