import { splitSentences } from '../text/sentences.ts';
import { termsOf, termsWithin } from '../text/terms.ts';
import { wordCount } from '../text/wordCount.ts';
import { leansBack } from './readable.ts';

/** What a lead needs to know of an article. */
export interface LedArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly language?: string;
}

/** A lead deeper in a page than this is none. */
const paragraphsRead = 8;
/** A page whose text is one block has no lead paragraph; its first sentences are the lead. */
const sentencesMax = 4;
/** No paragraph that a person wrote is longer. */
const charactersMax = 10_000;

const place = "(?:[\\p{Lu}][\\p{L}.'’-]*|de|del|la|el|of|upon|am)";
/** "WASHINGTON (Reuters) —", "Paris, Nov. 3 (AP) -", "LONDON —", "(CNN)", "HARBOUR CITY, Sound, 3 May:" */
const datelines: readonly RegExp[] = [
  new RegExp(
    `^(?:${place}[\\s,/]+){0,5}${place}[\\s,]*(?:\\p{L}{3,9}\\.?\\s\\d{1,2},?\\s*|\\d{1,2}\\s\\p{L}{3,9}\\.?,?\\s*)?\\((?:[^()]{2,40})\\)\\s*(?:[—–:|]|--?)\\s*`,
    'u',
  ),
  new RegExp(
    `^(?=[^—–-]*\\p{Lu}{3})(?:[\\p{Lu}.'’/-]{2,}[\\s,]+){0,4}[\\p{Lu}.'’/-]{2,}(?:,\\s(?:${place}\\s?){1,3})?(?:,?\\s*(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{L}{3,9}\\.?),?)?\\s*(?:[—–|]|--|\\s-)\\s*`,
    'u',
  ),
  /^\((?:CNN|AP|Reuters|AFP|dpa|UPI|Xinhua|CNN Business|CNN Español|[A-Z]{2,6})\)\s*(?:[—–:|]|--?)?\s*/,
  /^(?:AP|AFP|Reuters|dpa|UPI)\s*(?:[—–|]|--|-)\s+/,
  /^(?:\p{Lu}\p{L}+\s?){1,3}\s\((?:dpa|AFP|AP|Reuters|SID|epd|KNA|APA|sda)(?:\/[\p{L}/]+)?\)\s*(?:[—–.]|-)\s*/u,
];
const stamp =
  /^(?:last\s+|first\s+|zuletzt\s+)?(?:updated?|published|posted|modified|aktualisiert|stand|veröffentlicht)\s*:?\s+(?=.{0,40}\d)(?:(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mär|okt|dez)\p{L}{0,6}|\d{1,4}(?:[:./-]\d{1,4}){0,2}(?:st|nd|rd|th|h)?|[ap]\.?m\.?|gmt|utc|bst|ces?t|e[ds]?t|p[ds]?t|c[ds]t|i?st|mes?z|uhr|on|at|am|um|ago|(?:minute|hour|day)s?)(?:[\s,.|•·–—-]+|$)){1,12}/iu;
const byline =
  /^(?:(?:By|Von|Par|Por)\s+(?:\p{Lu}[\p{L}.'’-]+\s*(?:,|and|und|&)?\s*){1,8}(?:(?:for|of|in|Staff|Writer|Reporter|Correspondent|Editor)\s+[\p{L}\s]{2,40})?)$/u;

/** No dateline is longer. */
const headMax = 120;

/** Takes off what stands before the news: place and agency, time stamps; the rest is a piece of the sentence, unaltered. */
export function withoutDateline(sentence: string): string {
  let text = sentence;
  for (let turn = 0; turn < 2; turn++) {
    const before = text;
    for (const pattern of [stamp, ...datelines]) {
      const head = text.slice(0, headMax);
      const rest = head.replace(pattern, '');
      // A small letter after it ("Jean-Luc – the mayor", "Published 3 days late"): it belongs to the sentence.
      if (rest !== head && /^["“‘'«„(]?[\p{Lu}\p{N}\p{Lo}]/u.test(rest)) text = rest + text.slice(headMax);
    }
    if (text === before) break;
  }
  return text.trim();
}

const boilerplate =
  /^(?:(?:watch|follow (?:us|the|this|our|him|her|@)|click|read (?:more|also|the|this|our|here|all)|see (?:also|more|the original|our)|listen (?:to|now|here|live)|share (?:this|on|your)|sign up|subscribe|join (?:us|our|the (?:conversation|discussion))|copyright|editor['’]s note|this (?:story|article|post|transcript|page|video) (?:was|is|has|may|contains|originally)|the views|opinions expressed|all rights|for more (?:on|information|news|stories)|get the latest|download (?:our|the)|skip to|story highlights|advertise|mehr zum thema|lesen sie)\b|©|(?:photos?|images?|pictures?|video|getty|file|source|credit|correction|clarification|disclaimer|related|more|foto|bild|quelle)\s*(?::|\||\bby\b|\bcourtesy\b|\bcredit\b|\bcaption\b|\bimages\b|\bphoto\b))/i;
/** Under a picture. */
const caption =
  /^In this .{0,60}\b(?:photo|image|picture)\b|\b(?:file|AP) photo\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}, (?:in|at|near|on)\b/u;
/** About whoever wrote the article. */
const author =
  /^(?!(?:The|A|An|His|Her|One)\s)\p{Lu}[\p{L}.'’-]{0,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){1,3} is (?:an?|the) (?:(?!who\b)[^\s.]{1,20} ){0,5}(?:reporter|correspondent|columnist|staff writer|freelance|journalist|contributor|contributing (?:writer|editor))\b[^.]{0,80}\.$/u;
const contributed =
  /\b(?:contributed (?:reporting )?to this (?:report|story|article)|all rights reserved|getty images|terms of use|cookies?)\b/i;

/** Whether a sentence serves the page and not the reader: calls to click, credits, headlines of other stories. */
export function isBoilerplate(sentence: string): boolean {
  return (
    boilerplate.test(sentence.replace(/^[^\p{L}\p{N}©]+/u, '')) ||
    contributed.test(sentence) ||
    caption.test(sentence) ||
    author.test(sentence) ||
    /\s[.]$/.test(sentence) ||
    byline.test(sentence)
  );
}

/** Longer than any headline; a hostile one is not compared to its end. */
const titleMax = 300;

/** Tells of a sentence whether it says no more than the headline above it. */
export function repeatsOf(title: string): (sentence: string) => boolean {
  const headline = new Set(termsOf(title.slice(0, titleMax)));
  if (headline.size === 0) return () => false;
  return (sentence) => {
    if (sentence.length > 2 * titleMax) return false;
    const said = termsWithin(sentence, headline);
    return said !== undefined && said > 0 && said <= headline.size + 2;
  };
}

/** Openings of scenes and questions: the news stands below them. */
function isAnecdote(sentences: readonly string[], title: string, language?: string): boolean {
  const first = sentences[0] ?? '';
  if (/\?["”’]?$/.test(first) || wordCount(first) < 8) return true;
  if (/^["“„«]/.test(first) && !/\b(?:said|says|told|sagte)\b/.test(sentences.join(' '))) return true;
  const headline = new Set(termsOf(title.slice(0, titleMax), language));
  const shared = sentences.flatMap((sentence) => termsOf(sentence, language)).some((term) => headline.has(term));
  return headline.size >= 3 && !shared;
}

/**
 * The sentences of the paragraph that tells the news, each exactly as in the article but for a dateline, byline or time stamp before it. The first
 * usable paragraph, unless it is an anecdote and one of the next shares far more with the headline; at most four sentences. Empty if the
 * article has no sentence.
 */
export function leadOf(article: LedArticle): string[] {
  const paragraphs = usableParagraphs(article);
  const first = paragraphs.next().value;
  if (!first) return fallback(article);
  if (!isAnecdote(first, article.title, article.language)) return first.slice(0, sentencesMax);
  const headline = new Set(termsOf(article.title.slice(0, titleMax), article.language));
  const shared = (sentences: readonly string[]): number => {
    const terms = new Set(sentences.flatMap((sentence) => termsOf(sentence, article.language)));
    return [...headline].filter((term) => terms.has(term)).length;
  };
  const sharedMin = Math.max(2, shared(first) + 2);
  const better = paragraphs.take(4).find(
    (sentences) =>
      shared(sentences) >= sharedMin &&
      // What leans on the anecdote ("But this time …") cannot replace it.
      !leansBack(sentences[0] ?? '') &&
      !isAnecdote(sentences, article.title, article.language),
  );
  return (better ?? first).slice(0, sentencesMax);
}

/** The sentences of each paragraph that may be the lead; one by one, since the first mostly is. */
function* usableParagraphs({ title, paragraphs, language }: LedArticle): Generator<string[], undefined> {
  const repeats = repeatsOf(title);
  for (const paragraph of paragraphs.slice(0, paragraphsRead)) {
    const sentences = cleanSentences(paragraph.slice(0, charactersMax), language).filter(
      (sentence) => !repeats(sentence),
    );
    if (sentences.some((sentence) => wordCount(sentence) >= 5)) yield sentences;
  }
}

/** The sentences of one paragraph without datelines and boilerplate, in order. */
export function cleanSentences(paragraph: string, language?: string): string[] {
  return splitSentences(withoutDateline(paragraph), language).filter(
    (sentence) => !isBoilerplate(sentence) && isWhole(sentence),
  );
}

/** The first so many clean sentences of some paragraphs; paragraphs behind them are not split. */
export function firstSentences(
  paragraphs: readonly string[],
  { count, letters }: { count: number; letters: number },
  language?: string,
): string[] {
  const found: string[] = [];
  for (const paragraph of paragraphs) {
    if (found.length >= count) break;
    found.push(...cleanSentences(paragraph.slice(0, letters), language));
  }
  return found.slice(0, count);
}

/** Ends as a sentence does: a standfirst has no full stop, and one that a feed has cut ends in dots. */
function isWhole(sentence: string): boolean {
  return /[.!?。！？][\s"”’'“)»\]]*$/.test(sentence) && !/(?:\.\.\.|…|\. \.)[\s"”’'“)»\]]*$/.test(sentence);
}

/** A snippet that ends without a full stop ("…" is cut by the feed) is still better than nothing. */
function fallback(article: LedArticle): string[] {
  const text = article.paragraphs
    .map((paragraph) => withoutDateline(paragraph.slice(0, charactersMax)))
    .find((one) => wordCount(one) >= 5 && !isBoilerplate(one));
  if (text === undefined) return [];
  const sentences = splitSentences(text, article.language);
  return sentences.length === 1 && sentences.some(repeatsOf(article.title)) ? [] : sentences;
}
