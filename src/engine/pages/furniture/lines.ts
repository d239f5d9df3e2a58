import { wordCount } from '../../text/wordCount.ts';
import { type Block, type Box, isHeading, isInQuote } from '../markup/blocks.ts';
import { dateLine, hasStamp, isAppeal, isByline, isCredit, isPromo } from './linePatterns.ts';
import { bare } from './wording.ts';

/** Texts from elsewhere on the page, in the form of `bare`. Lines that repeat one are furniture. */
export interface Known {
  titles: ReadonlySet<string>;
  /** Captions and picture descriptions. */
  captions: ReadonlySet<string>;
}

interface Position {
  inMain: boolean;
  afterGood: boolean;
}

const isTable = ({ tag }: Block): boolean => tag === 'td' || tag === 'th';
const isList = ({ tag }: Block): boolean => tag === 'li' || tag === 'dt' || tag === 'dd';

/** "Read also: …" in any language: a label of a few words, then a link. */
function isLabelledLink({ text, links, linkShare, weight }: Block): boolean {
  const label = /^(?:[^\s:|：]+\s){0,4}[^\s:|：]+\s?[:|：]\s?/u.exec(text)?.[0] ?? '';
  const rest = text.length - label.length - linkShare * text.length;
  return links === 1 && label !== '' && weight < 200 && Math.abs(rest) <= 3;
}

const isLinks = ({ links, linkShare, weight, good }: Block): boolean =>
  (links > 0 && linkShare > 0.8 && weight < 160) || (links > 1 && linkShare > 0.7 && !good && weight < 300);

function isFurnitureLine(block: Block, plain: string, known: Known, { inMain, afterGood }: Position): boolean {
  const { text, links } = block;
  if (known.titles.has(plain) && (!afterGood || block.tag === 'h1')) return true;
  if ((links === 0 && isCredit(text)) || isByline(text)) return true;
  if (plain.length > 12 && known.captions.has(plain) && !isHeading(block) && !(block.good && inMain && afterGood))
    return true;
  if (!isList(block) && (isLinks(block) || isLabelledLink(block))) return true;
  if (isAppeal(text)) return true;
  return isPromo(text) && (block.linkShare > 0.3 || (!block.good && wordCount(text) <= 12));
}

function isDateLine(block: Block, { inMain, afterGood }: Position): boolean {
  const dated = dateLine(block.text);
  if (dated === undefined) return false;
  // In a chronicle, dates are the headings.
  if (afterGood && isHeading(block)) return false;
  return !inMain || hasStamp(block.text) || (dated === 'date' && (!afterGood || /(?:19|20)\d\d/.test(block.text)));
}

/** Drops lines that aren't the article's text: credits, captions, bylines, dates, promotions, repeats. */
export function dropFurnitureLines(blocks: readonly Block[], main: Box | undefined, known: Known): Block[] {
  const seen = new Set<string>();
  const firstGood = blocks.find((block) => block.good)?.index ?? 0;
  const isInMain = ({ index }: Block): boolean => main !== undefined && index >= main.from && index < main.to;
  // If a teaser above the text repeats its first paragraph, the teaser goes.
  const mainTexts = new Set(blocks.filter(isInMain).map(({ text }) => bare(text)));
  return blocks.filter((block, i) => {
    if (isTable(block)) return true;
    const plain = bare(block.text);
    if (plain === '') return false;
    const position = { inMain: isInMain(block), afterGood: block.index > firstGood };
    if (plain.length > (isList(block) ? 60 : 25)) {
      if (seen.has(plain) || (!position.inMain && mainTexts.has(plain))) return false;
      seen.add(plain);
    }
    const next = blocks[i + 1];
    if (next && isHeading(block) && next.box === block.box && isAppeal(next.text)) return false;
    if (position.afterGood && isInQuote(block) && !isLabelledLink(block)) return true;
    return !isFurnitureLine(block, plain, known, position) && !isDateLine(block, position);
  });
}
