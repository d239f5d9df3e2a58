import type { EpochMs } from '../clock.ts';
import { plainLine } from '../text/plain.ts';
import { completeChoice, headlineOf, readabilityChoice } from './choose.ts';
import { findTitles, metaOf } from './facts.ts';
import { findByline, signingNames } from './furniture/byline.ts';
import { removeFurniture } from './furniture/furniture.ts';
import { dropFurnitureLines } from './furniture/lines.ts';
import { beforeComments, beforeStop, withoutGluedRepeats, withoutTail } from './furniture/tail.ts';
import { bare } from './furniture/wording.ts';
import { afterHeadline, fromLead, standfirstsOf, withoutOverview } from './lead.ts';
import { type Block, cutBlocks } from './markup/blocks.ts';
import { parsePage } from './markup/dom.ts';
import { tidyMarkup } from './markup/markup.ts';
import { measurePage } from './markup/measure.ts';
import { findLanguage } from './markup/pageLanguage.ts';
import { readStructured, type StructuredData } from './markup/structured.ts';
import { type Survey, surveyPage } from './markup/survey.ts';
import { findPicture } from './picture.ts';
import { findPublished } from './published.ts';
import { findQuoting, type Quoting } from './quoting.ts';
import { findWall } from './wall.ts';

/** What a page says, in its own words. */
export interface ExtractedArticle {
  title?: string;
  byline?: string;
  publishedAt?: EpochMs;
  /** Primary subtag, as in "en". */
  language?: string;
  /** Always https. */
  imageUrl?: string;
  imageAlt?: string;
  /** Each paragraph once, in order; no headline, menu, caption, credit, list of other articles. */
  paragraphs: string[];
  quoting?: Quoting;
  /** Set when the page gave something else than the whole article; behind a consent wall there are no paragraphs. */
  wall?: 'paywall' | 'consent';
}

const charactersMax = 5_000_000;
const paragraphsMax = 1_000;

interface Facts {
  /** Bare. */
  authors: ReadonlySet<string>;
  survey: Survey;
  data: StructuredData;
  titles: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

const goodWeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.good ? block.weight : 0), 0);

/**
 * Chooses the article's lines. Two rules cut far: one drops what stands above the headline, one what follows a closing
 * line. If less than four fifths of Readability's prose would be left, they are given up, first the former, then both.
 */
function chooseLines(blocks: readonly Block[], readable: ReadonlySet<number>, facts: Facts): Block[] {
  const { survey, data, titles, names, authors } = facts;
  const headline = headlineOf(blocks, titles);
  const { chosen, main } = completeChoice(blocks, readable, headline);
  const picked = beforeComments(blocks.filter((block) => chosen.has(block.index)));
  const captions = new Set([...survey.captions, ...data.captions].map(bare));
  const stated = [...data.descriptions, metaOf(survey, 'description'), metaOf(survey, 'og:description')];
  const descriptions = new Set(stated.map((text) => bare(text ?? '')).filter((text) => text !== ''));
  const standfirsts = standfirstsOf(blocks, titles);
  // If the whole main part stands below the headline, prose above it asks for cookies or greets readers.
  const from = headline !== undefined && main !== undefined && headline.index < main.from ? headline.index : -1;
  const enough = 0.8 * goodWeight(picked.filter(({ index }) => index > from && readable.has(index)));
  let lines: Block[] = [];
  for (const [afterHead, stop] of [
    [true, true],
    [false, true],
    [false, false],
  ]) {
    const body = withoutOverview(afterHead ? afterHeadline(blocks, picked, titles) : picked);
    const own = dropFurnitureLines(body, main, { titles, captions, names });
    const clean = fromLead(own, main, descriptions, authors, standfirsts);
    lines = upToStatedEnd(withoutTail(stop ? beforeStop(clean) : clean, authors), data.body);
    if (goodWeight(lines) >= enough) break;
  }
  return lines;
}

const statedMax = 200_000;
const comparedMax = 80;

/** Drops what follows the last line of the text in the page's JSON-LD: notes on the author, calls to read on. */
function upToStatedEnd(lines: Block[], stated: string): Block[] {
  const body = bare(stated.slice(0, statedMax));
  const isStated = (block: Block): boolean => {
    const start = bare(block.text).slice(0, comparedMax);
    return start.length >= 20 && body.includes(start);
  };
  // Some stated texts are cut, or leave out lists and quotes.
  if (goodWeight(lines.filter(isStated)) < 0.7 * goodWeight(lines)) return lines;
  return lines.slice(0, lines.findLastIndex(isStated) + 1);
}

/** The text in blocks that no rule chose, for pages where the rules find nothing. */
function lastResort(blocks: readonly Block[]): string[] {
  const lines = blocks.filter((block) => block.weight > 40 && block.linkShare < 0.5);
  return (lines.length > 0 ? lines : blocks).map((block) => block.text);
}

/**
 * Reads one page. Never throws, and takes time in proportion to the page, whatever the markup. Returns `undefined` if
 * there is neither a title nor text. Times without a zone count as UTC.
 */
export function extractArticle(html: string, url: string): ExtractedArticle | undefined {
  const article = readArticle(html, url);
  if (article?.wall !== undefined || lengthOf(article) >= plainMin) return article;
  // Some pages that scripts fill repeat their text for browsers without scripts.
  const stated = html.slice(0, charactersMax);
  const plain = stated.replace(/<\/?noscript\b[^<>]{0,200}>/gi, ' ');
  const instead = plain === stated ? undefined : readArticle(plain, url);
  return lengthOf(instead) >= plainMin ? instead : article;
}

const plainMin = 250;

const lengthOf = (article: ExtractedArticle | undefined): number =>
  article?.paragraphs.reduce((sum, text) => sum + text.length, 0) ?? 0;

function readArticle(html: string, url: string): ExtractedArticle | undefined {
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
  const authors = new Set((byline ?? '').split(', ').map(bare));
  const facts = { survey, data, authors, titles: forms, names: signingNames(survey, data, url, byline) };
  const readable = readabilityChoice(document);
  const lines = chooseLines(blocks, readable, facts);
  const quotable = lines.filter((block) => !block.noSnippet);
  // Where most of the prose is marked `data-nosnippet`, it is read, for grouping, but nothing of it may be quoted.
  const isMuted = goodWeight(quotable) < 0.5 * goodWeight(lines);
  const texts = (isMuted ? lines : quotable).map((block) => block.text);
  const shown = lines.length > 0 ? texts : lastResort(blocks);
  // If scripts fill the page, its markup holds less than half of the text in its JSON-LD.
  const isUnfilled = quotable.length === lines.length && 2 * shown.join('').length < data.body.length;
  const found = isUnfilled ? data.body.split(/\n+/) : shown;
  const paragraphs = withoutGluedRepeats(found.map(plainLine).filter((text) => text !== '')).slice(0, paragraphsMax);
  if (title === undefined && paragraphs.length === 0) return undefined;
  const picture = findPicture(survey, data, url);
  const wall = findWall(survey, data, title, paragraphs, url);
  const language = findLanguage(htmlLang, survey, data, paragraphs);
  return {
    title,
    byline,
    publishedAt: findPublished(survey, data, url, forms),
    language,
    imageUrl: picture?.url,
    imageAlt: picture?.alt,
    paragraphs: wall === 'consent' ? [] : paragraphs,
    quoting: isMuted ? { text: 'none', sentencesMax: 0 } : findQuoting(survey),
    wall,
  };
}
