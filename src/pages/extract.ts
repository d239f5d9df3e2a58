import { storable } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import { plainLine } from '../text/plain.ts';
import { type PageLimits, strictest } from '../web/signals.ts';
import { completeChoice, readabilityChoice } from './choose.ts';
import { findLanguage, findLimits, findPicture, findWall } from './facts.ts';
import { findByline, signingNames } from './furniture/byline.ts';
import { removeFurniture } from './furniture/furniture.ts';
import { dropFurnitureLines } from './furniture/lines.ts';
import { beforeComments, beforeStop, withoutGluedRepeats, withoutTail } from './furniture/tail.ts';
import { bare } from './furniture/wording.ts';
import { type Block, cutBlocks, goodWeight } from './markup/blocks.ts';
import { parsePage } from './markup/dom.ts';
import { tidyMarkup } from './markup/markup.ts';
import { measurePage } from './markup/measure.ts';
import { readStructured } from './markup/structured.ts';
import { surveyPage } from './markup/survey.ts';
import { afterHeadline, fromFirstParagraph, withoutOverview } from './opening.ts';
import { findPublished } from './published.ts';
import { findTitles } from './titles.ts';

/** The article on a page. */
export interface ExtractedArticle {
  title?: string;
  byline?: string;
  publishedAt?: EpochMs;
  /** Primary subtag, as in "en". */
  language?: string;
  /** Always https. */
  imageUrl?: string;
  imageAlt?: string;
  /** In order, each once; without headline, menus, captions, credits and lists of other articles. */
  paragraphs: string[];
  /** What the page's markup lets others show of it. */
  limits: PageLimits;
  /** Set if the page doesn't show the whole article. Behind a consent wall there are no paragraphs. */
  wall?: 'paywall' | 'consent';
}

const charactersMax = 5_000_000;
const paragraphsMax = 1_000;

/** All texts in the form of `bare`. */
interface Facts {
  authors: ReadonlySet<string>;
  captions: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

/**
 * Chooses the article's lines. Two rules can cut too much: one drops the lines above the headline, the other those
 * after a closing line. Neither applies if less than four fifths of Readability's prose would be left.
 */
function chooseLines(blocks: readonly Block[], readable: ReadonlySet<number>, facts: Facts): Block[] {
  const { authors, titles } = facts;
  const { chosen, main } = completeChoice(blocks, readable);
  const picked = beforeComments(blocks.filter((block) => chosen.has(block.index)));
  const linesOf = (cutsFar: boolean): Block[] => {
    const body = withoutOverview(cutsFar ? afterHeadline(blocks, picked, titles) : picked);
    const own = dropFurnitureLines(body, main, facts);
    const clean = fromFirstParagraph(own, main, authors);
    return withoutTail(cutsFar ? beforeStop(clean) : clean);
  };
  const lines = linesOf(true);
  const readableWeight = goodWeight(picked.filter(({ index }) => readable.has(index)));
  return goodWeight(lines) >= 0.8 * readableWeight ? lines : linesOf(false);
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
  const byline = findByline(survey, data, url);
  removeFurniture(document.body, measures);
  const blocks = cutBlocks(document, measures);
  const facts = {
    authors: new Set((byline ?? '').split(', ').map(bare)),
    captions: new Set([...survey.captions, ...data.captions].map(bare)),
    titles: forms,
    names: signingNames(survey, data, url, byline),
  };
  const lines = chooseLines(blocks, readabilityChoice(document), facts);
  const quotable = lines.filter((block) => !block.noSnippet);
  // If most of the prose is marked `data-nosnippet`, we group the article by it but quote nothing.
  const isMuted = goodWeight(quotable) < 0.5 * goodWeight(lines);
  const shown = (isMuted ? lines : quotable).map((block) => block.text);
  // If scripts fill the page, its JSON-LD has more than twice the text of its markup.
  const isUnfilled = quotable.length === lines.length && 2 * shown.join('').length < data.body.length;
  const found = isUnfilled ? data.body.split(/\n+/) : shown;
  const texts = found.map(plainLine).filter((text) => text !== '');
  const paragraphs = storable(withoutGluedRepeats(texts).slice(0, paragraphsMax));
  if (title === undefined && paragraphs.length === 0) return undefined;
  const wall = findWall(survey, data, title, paragraphs, url);
  const limits = findLimits(survey);
  return {
    title,
    byline,
    publishedAt: findPublished(survey, data, url, forms),
    language: findLanguage(htmlLang, survey, data, paragraphs),
    ...findPicture(survey, data, url),
    paragraphs: wall === 'consent' ? [] : paragraphs,
    limits: isMuted ? strictest(limits, { declined: ['snippet'] }) : limits,
    wall,
  };
}
