import { storable } from '../articles/article.ts';
import { type PageLimits, strictest } from '../permissions/signals.ts';
import { plainLine } from '../text/plain.ts';
import { completeChoice, readabilityChoice } from './choose.ts';
import { findLanguage, findLimits, findPicture, findWall } from './facts.ts';
import { removeFurniture } from './furniture/furniture.ts';
import { dropFurnitureLines, type Known } from './furniture/lines.ts';
import { bare } from './furniture/wording.ts';
import { type Block, cutBlocks, goodWeight } from './markup/blocks.ts';
import { parsePage } from './markup/dom.ts';
import { tidyMarkup } from './markup/markup.ts';
import { measurePage } from './markup/measure.ts';
import { readStructured } from './markup/structured.ts';
import { surveyPage } from './markup/survey.ts';
import { afterHeadline, fromFirstParagraph } from './opening.ts';
import { findTitles } from './titles.ts';

export interface ExtractedArticle {
  title?: string;
  /** Primary subtag, as in "en". */
  language?: string;
  /** Always https. */
  imageUrl?: string;
  imageAlt?: string;
  /** In order, without repeats. Excludes headline, menus, captions, credits and lists of other articles. */
  paragraphs: string[];
  /** How much of the page its markup allows others to show. */
  limits: PageLimits;
  /** Set if the page doesn't show the whole article. Behind a consent wall there are no paragraphs. */
  wall?: 'paywall' | 'consent';
}

const charactersMax = 5_000_000;
const paragraphsMax = 1_000;

/**
 * Chooses the article's lines. Drops those above the headline if at least four fifths of Readability's prose remain.
 */
function chooseLines(blocks: readonly Block[], readable: ReadonlySet<number>, known: Known): Block[] {
  const { chosen, main } = completeChoice(blocks, readable);
  const picked = blocks.filter((block) => chosen.has(block.index));
  const linesOf = (body: readonly Block[]): Block[] => fromFirstParagraph(dropFurnitureLines(body, main, known), main);
  const lines = linesOf(afterHeadline(blocks, picked, known.titles));
  const readableWeight = goodWeight(picked.filter(({ index }) => readable.has(index)));
  return goodWeight(lines) >= 0.8 * readableWeight ? lines : linesOf(picked);
}

const openingMin = 40;

/** Drops paragraphs that repeat the whole text, and repeats of its opening at the end of a paragraph. */
function withoutGluedRepeats(paragraphs: readonly string[]): string[] {
  const [first = '', second = ''] = paragraphs;
  const openings = [first, second].filter((text) => text.length > openingMin);
  return paragraphs.flatMap((text, index) => {
    if (index > 1 && openings.includes(first) && text.startsWith(first) && text.includes(second)) return [];
    const opening = openings.find((one) => text.length > one.length && text.endsWith(one));
    const rest = opening === undefined ? text : text.slice(0, -opening.length).trim();
    return rest === '' ? [] : [rest];
  });
}

/** Reads one page. Never throws, takes linear time on any markup. `undefined` if there is neither title nor text. */
export function extractArticle(html: string, url: string): ExtractedArticle | undefined {
  const markup = tidyMarkup(html.slice(0, charactersMax));
  const data = readStructured(markup.jsonLd);
  const document = parsePage(markup.html);
  const measures = measurePage(document.body);
  const survey = surveyPage(document.body, measures);
  const htmlLang = document.documentElement.getAttribute('lang');
  const { title, forms } = findTitles(survey, data, url);
  removeFurniture(document.body, measures);
  const blocks = cutBlocks(document, measures);
  const captions = new Set([...survey.captions, ...data.captions].map(bare));
  const lines = chooseLines(blocks, readabilityChoice(document), { titles: forms, captions });
  const quotable = lines.filter((block) => !block.noSnippet);
  // If most of the prose is marked `data-nosnippet`, the article is grouped by it but never quoted.
  const isMuted = goodWeight(quotable) < 0.5 * goodWeight(lines);
  const shown = (isMuted ? lines : quotable).map((block) => block.text);
  // On a page that scripts fill, the JSON-LD has more than twice the text of the markup.
  const isUnfilled = quotable.length === lines.length && 2 * shown.join('').length < data.body.length;
  const found = isUnfilled ? data.body.split(/\n+/) : shown;
  const texts = found.map(plainLine).filter((text) => text !== '');
  const paragraphs = storable(withoutGluedRepeats(texts).slice(0, paragraphsMax));
  if (title === undefined && paragraphs.length === 0) return undefined;
  const wall = findWall(survey, data, title, paragraphs, url);
  const limits = findLimits(survey);
  return {
    title,
    language: findLanguage(htmlLang, survey, data, paragraphs),
    ...findPicture(survey, data, url),
    paragraphs: wall === 'consent' ? [] : paragraphs,
    limits: isMuted ? strictest(limits, { declined: ['snippet'] }) : limits,
    wall,
  };
}
