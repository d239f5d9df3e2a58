import type { EpochMs } from '../clock.ts';
import { plainLine } from '../text/plain.ts';
import { settleEnds, statedInstead } from './arbiter.ts';
import { teaserCards } from './cards.ts';
import {
  completeChoice,
  headlineOf,
  readabilityChoice,
  withHeadline,
  withoutClosing,
  withoutOtherArticles,
} from './choose.ts';
import { findPublished } from './dates/published.ts';
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
import { aboveHeadline, appendedStories, offers, polls, readersThreads } from './others.ts';
import { findPicture } from './picture.ts';
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
 * The lines of the article. Two rules that cut far, the headline and the closing line, are given up in that order when the result would hold
 * less than four fifths of the prose that Readability chose: then they were misled.
 */
function chooseLines(blocks: readonly Block[], readable: ReadonlySet<number>, facts: Facts): Block[] {
  const { survey, data, titles, names, authors } = facts;
  const headline = headlineOf(blocks, titles);
  const { chosen, main } = completeChoice(blocks, readable, headline);
  const picked = beforeComments(
    withoutOtherArticles(
      withoutClosing(
        blocks.filter((block) => chosen.has(block.index)),
        main,
      ),
      headline,
    ),
  );
  const captions = new Set([...survey.captions, ...data.captions].map(bare));
  const stated = [...data.descriptions, metaOf(survey, 'description'), metaOf(survey, 'og:description')];
  const descriptions = new Set(stated.map((text) => bare(text ?? '')).filter((text) => text !== ''));
  const standfirsts = standfirstsOf(blocks, titles);
  // Where the headline stands above all of the main part, what stands above the headline is not missed: a layer on cookies, a word to readers.
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
    lines = settleEnds(withoutTail(stop ? beforeStop(clean) : clean, authors), data.body);
    if (goodWeight(lines) >= enough) break;
  }
  return lines;
}

function lastResort(blocks: readonly Block[], data: StructuredData): string[] {
  const lines = blocks.filter((block) => block.weight > 40 && block.linkShare < 0.5).map((block) => block.text);
  if (lines.length > 0) return lines;
  if (data.body !== '') return data.body.split(/\n+/);
  return blocks.map((block) => block.text);
}

/**
 * Reads one page. Never throws and takes time in proportion to the page, whatever the markup; `undefined` when there is neither a title nor text.
 * Times without a zone count as UTC.
 */
export function extractArticle(html: string, url: string): ExtractedArticle | undefined {
  const article = readArticle(html, url);
  if (article?.wall !== undefined || lengthOf(article) >= plainMin) return article;
  // Pages that scripts fill may say the same to readers without them.
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
  const survey = surveyPage(document.body);
  const htmlLang = document.documentElement.getAttribute('lang');
  const { title, forms } = findTitles(survey, data, url);
  const byline = findByline(survey, data, url, forms);
  const measures = measurePage(document.body);
  removeFurniture(document.body, measures);
  const blocks = cutBlocks(document, measures);
  const authors = new Set((byline ?? '').split(', ').map(bare));
  const facts = { survey, data, authors, titles: forms, names: signingNames(survey, data, url, byline) };
  const readable = withHeadline(blocks, readabilityChoice(document), forms);
  const headline = headlineOf(blocks, forms);
  const others = [
    ...aboveHeadline(blocks, headline),
    ...teaserCards(blocks, forms, url),
    ...readersThreads(blocks, headline),
    ...appendedStories(blocks, headline, forms),
    ...offers(blocks, headline),
    ...polls(blocks, headline),
  ];
  for (const index of others) {
    const block = blocks[index];
    if (block) block.good = false;
    readable.delete(index);
  }
  const lines = chooseLines(blocks, readable, facts);
  const quotable = lines.filter((block) => !block.noSnippet);
  // Where most of the prose is marked `data-nosnippet`, it is read, for grouping, but nothing of it may be quoted.
  const isMuted = goodWeight(quotable) < 0.5 * goodWeight(lines);
  const texts = (isMuted ? lines : quotable).map((block) => block.text);
  const found = lines.length > 0 ? texts : lastResort(blocks, data);
  const settled = (quotable.length === lines.length && statedInstead(found, data.body)) || found;
  const paragraphs = withoutGluedRepeats(settled.map(plainLine).filter((text) => text !== '')).slice(0, paragraphsMax);
  if (title === undefined && paragraphs.length === 0) return undefined;
  const picture = findPicture(survey, data, url);
  const wall = findWall(survey, data, title, paragraphs, url);
  const language = findLanguage(htmlLang, survey, data, paragraphs);
  const dating = { url, languages: [htmlLang ?? undefined, language], titles: forms, paragraphs, html };
  return {
    title,
    byline,
    publishedAt: findPublished(survey, data, dating),
    language,
    imageUrl: picture?.url,
    imageAlt: picture?.alt,
    paragraphs: wall === 'consent' ? [] : paragraphs,
    quoting: isMuted ? { text: 'none', sentencesMax: 0 } : findQuoting(survey),
    wall,
  };
}
