import { inAny, languages } from '../languages/languages.ts';
import { namesCorrection, saysRevised } from '../text/labels.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from '../text/terms.ts';
import { wordCount } from '../text/wordCount.ts';
import { leansBack } from './readable.ts';

/** How many characters are searched for a dateline. None is longer. */
const headMax = 120;
/** How many characters of a title are read. No headline is longer. */
const titleMax = 300;

const word = "\\p{Lu}[\\p{L}.'’-]*";
/** Places: "Rio de Janeiro, Brazil", "Omdurman / El Malha" */
const places = `${word}(?:[\\s,/]{1,3}(?:${word}|\\p{Ll}{1,4})){0,7}`;
/** Places in capitals: "CAIRO/DUBAI", "KYRO PIGADI, Greece" */
const capitals = `[\\p{Lu}.'’/-]{3,}(?:\\s[\\p{Lu}.'’/-]{2,}){0,4}(?:,\\s${places})?`;
const month = `(?:${inAny(({ lead }) => lead.months)})\\p{L}{0,6}\\.?`;
const date = `(?:${month}\\s\\d{1,2}|\\d{1,2}(?:\\.|\\sde)?\\s${month})(?:,?\\s\\d{4})?,?`;
/** Rejects the start of a date range ("Aug. 11–14", "Aug. 11 – Sept. 2"), which belongs to the sentence. */
const noSpan = `(?![–—-]\\d|\\s*[–—-]\\s*${date})`;
const agency = '\\([^()]{2,40}\\)';
/** Separators between a dateline and the news: "–", ":", and ".-" after "(EFE)". */
const mark = '\\.?\\s*(?:[—–|:]|--?)\\s*';
/** A dash that is not the first of a pair: words between two dashes belong to the sentence. */
const dash = '\\s*(?:[—–|]|--|\\s-\\s)(?!.{0,80}\\s(?:[—–]|--?)\\s)\\s*';
/** Text that may precede the news: an aggregator's source, place, date and agency. */
const datelines: readonly RegExp[] = [
  /^\[[^[\]]{2,40}\]\s*/,
  new RegExp(`^${places}(?:,?\\s*${date})?\\s*${agency}(?:${mark}|\\s*\\.\\s+)`, 'u'),
  new RegExp(`^\\((?:\\p{Lu}{2,6}|Reuters|dpa|CNN \\p{L}+)\\)(?:${mark}|\\s+)`, 'u'),
  new RegExp(`^(?:(?:${capitals}|${places}),?\\s*)?${date}${noSpan}\\s{0,3}${mark}`, 'u'),
  new RegExp(`^${capitals}${dash}`, 'u'),
  new RegExp(`^${places}\\s(?:[—–]|--)(?!.{0,80}\\s(?:[—–]|--)\\s)\\s+`, 'u'),
];
/** A leading "New Delhi: " or "Exclusive: ". Removed only from an article's start; later, it may name a speaker. */
const openingName = new RegExp(`^(${word}(?:\\s${word}){0,2})\\s?:\\s+`, 'u');
/** The text after a dateline must look like the start of a sentence. */
const begins = /^["“‘'«„(]?[\p{Lu}\p{N}\p{Lo}]/u;
const ofItself = new RegExp(`(?<!\\p{L})(?:${inAny(({ lead }) => lead.personal)})(?!\\p{L})`, 'iu');

/** Whether the text says "I", "we" or "you". */
export const speaksOfItself = (text: string): boolean => ofItself.test(text);

/**
 * Removes place, date and agency from the start of a sentence; the rest stays as it is. Pass `title` for an article's
 * first sentence: then a leading name with a colon is removed too, unless it may be a speaker's because the title
 * contains it.
 */
export function withoutDateline(sentence: string, title?: string): string {
  let text = sentence;
  for (let turn = 0; turn < 3; turn++) {
    const before = text;
    for (const pattern of datelines) {
      const head = text.slice(0, headMax);
      const rest = head.replace(pattern, '');
      // If a lower-case letter follows, the match belongs to the sentence: "Jean-Luc – the mayor".
      if (rest !== head && begins.test(rest)) text = rest + text.slice(headMax);
    }
    if (text === before) break;
  }
  const name = title === undefined ? undefined : openingName.exec(text.slice(0, headMax));
  if (name?.[1] === undefined || leansBack(name[1]) || title?.toLowerCase().includes(name[1].toLowerCase()))
    return text.trim();
  const rest = text.slice(name[0].length);
  return (begins.test(rest) && !speaksOfItself(rest.slice(0, titleMax)) ? rest : text).trim();
}

/** Calls to the reader, picture labels, and credits for contributors. */
const boilerplate = new RegExp(
  [
    `^(?:${inAny(({ lead }) => lead.calls)})(?![\\p{L}-])`,
    '^©',
    ...languages.flatMap(({ lead }) => lead.boilerplate ?? []),
  ].join('|'),
  'iu',
);
const byline = /^(?:By|Von|Par|Por)(?:\s+\p{Lu}[\p{L}.'’-]+(?:\s*,|\s+(?:and|und|&))?){1,8}$/u;

/** Whether a sentence is service text of the page instead of news. */
export function isBoilerplate(sentence: string): boolean {
  // A correction isn't news, and it may repeat the wrong figure.
  if (namesCorrection(sentence) || saysRevised(sentence)) return true;
  return boilerplate.test(sentence.replace(/^[^\p{L}\p{N}©]+/u, '')) || byline.test(sentence);
}

/** Returns a predicate: true for sentences that add nothing to the headline. */
export function repeatsOf(title: string): (sentence: string) => boolean {
  const headline = new Set(termsOf(title.slice(0, titleMax)));
  if (headline.size === 0) return () => false;
  return (sentence) => {
    if (sentence.length > 2 * titleMax) return false;
    const said = termsOf(sentence);
    return said.length > 0 && said.length <= headline.size + 2 && said.every((term) => headline.has(term));
  };
}

/** The sentences of one paragraph without datelines and boilerplate; pass `title` for an article's first paragraph. */
function cleanSentences(paragraph: string, language?: string, title?: string): string[] {
  return splitSentences(withoutDateline(paragraph, title), language).filter(
    (sentence) => !isBoilerplate(sentence) && isWhole(sentence),
  );
}

/** The first `count` sentences without datelines and boilerplate, among the first `letters` characters. */
export function firstSentences(
  paragraphs: readonly string[],
  { count, letters }: { count: number; letters: number },
  language?: string,
  title?: string,
): string[] {
  const found: string[] = [];
  let left = letters;
  for (const paragraph of paragraphs) {
    if (found.length >= count || left <= 0) break;
    found.push(...cleanSentences(paragraph.slice(0, left), language, found.length === 0 ? title : undefined));
    left -= paragraph.length;
  }
  return found.slice(0, count);
}

/**
 * Whether the text is a full sentence. It ends in a full stop or the like, but not in dots, which mark a sentence that
 * the feed cut.
 */
export function isWhole(sentence: string): boolean {
  return /[.!?。！？][\s"”’'“)»\]]*$/.test(sentence) && !isCut(sentence);
}

const isCut = (sentence: string): boolean => /(?:\.\.\.|…|\. \.)[\s"”’'“)»\]]*$/.test(sentence);

/** A line with fewer words is a label. */
const standfirstWordsMin = 6;

/** An article's standfirst: a first paragraph without a full stop. Undefined if there is none or the feed cut it. */
export function standfirstOf(paragraphs: readonly string[], title: string): string | undefined {
  const [first = ''] = paragraphs;
  const text = withoutDateline(first.slice(0, 2 * titleMax), title);
  const isLine = wordCount(text) >= standfirstWordsMin && text.length < 2 * titleMax && !isCut(text);
  return isLine && !isWhole(text) && !isBoilerplate(text) && !repeatsOf(title)(text) ? text : undefined;
}
