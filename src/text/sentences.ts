import { splitGerman } from '../languages/de/sentences.ts';
import { doubtful, months, numbered, opensSentence, reporting, states, titles } from '../languages/sentenceWords.ts';
import { listMarkers } from './lists.ts';

/** How many characters a decision looks back and ahead. The limit keeps the time linear. */
const reach = 120;

/** Tags, rulers and line ends, except before a line that goes on with a small letter, which is only wrapped. */
const gap =
  /<\/?[a-zA-Z][^<>]{0,200}>|&lt;\/?[a-zA-Z]{1,10}&gt;|\/{8,}|\{b\^[^{}]{0,40}\^?\}|(?:\r\n?|\n)(?![^\S\r\n]*\p{Ll})/gu;
const terminator = /\.(?: \.){2,}|[.!?…]+|[。！？]+/g;
const closers = /(?:''|["'”’»)\]]|\[\d{1,3}\])*/y;
const lastWord = /[^\s"“”«»([—]*$/;
const opening = /^["“«‘'([]+|^``/;

/**
 * The sentences of a text, in order. Each is a trimmed piece of the text, never altered. Pieces without a letter or
 * digit are left out. English and German have rules of their own; `Intl.Segmenter` cuts all other languages.
 */
export function splitSentences(text: string, language = 'en'): string[] {
  const split = splitterOf(/^[a-z]{2,3}\b/i.exec(language)?.[0].toLowerCase() ?? 'en');
  return text
    .split(gap)
    .flatMap((block) => [...split(block)])
    .map((piece) => piece.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function splitterOf(subtag: string): (block: string) => Iterable<string> {
  if (subtag === 'en') return splitBlock;
  if (subtag === 'de') return splitGerman;
  const segmenter = new Intl.Segmenter(subtag, { granularity: 'sentence' });
  return (block) => splitOther(block, segmenter);
}

/** What starts no sentence: a small letter, a closing or dividing mark, or a Japanese particle after a quotation. */
const goesOn = /^[\s"'»”’」』),]*(?:\p{Ll}|[»”」』),;:]|と|って|など)/u;
/** What ends no sentence before a period: a single letter, two capitals, a short capitalised word, or no vowels. */
const abbreviated =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{Lu}\p{Ll}{1,2}|\p{Lu}{2}|\p{Lu}?[^\P{L}aeiouyàáâãäèéêëìíîïòóôõöùúûüœæаеёиоуыэюяіїє]{1,4})\.\s*$/u;

/** `Intl.Segmenter` knows no abbreviations and cuts after every quotation, so some pieces are joined again. */
function* splitOther(text: string, segmenter: Intl.Segmenter): Generator<string> {
  let start = 0;
  for (const { index } of segmenter.segment(text)) {
    if (index === 0 || goesOn.test(text.slice(index, index + reach))) continue;
    if (abbreviated.test(text.slice(Math.max(start, index - 12), index))) continue;
    yield text.slice(start, index);
    start = index;
  }
  yield text.slice(start);
}

function* splitBlock(text: string): Generator<string> {
  const markers = listMarkers(text);
  let next = 0;
  let start = 0;
  for (const match of text.matchAll(terminator)) {
    for (let item = markers[next]; item && item.start <= match.index; item = markers[++next]) {
      if (item.start > start) yield text.slice(start, item.start);
      start = Math.max(start, item.start);
    }
    const marker = markers[next - 1];
    if (marker && match.index < marker.end) continue;
    closers.lastIndex = match.index + match[0].length;
    const closed = closers.exec(text)?.[0] ?? '';
    const end = match.index + match[0].length + closed.length;
    if (!endsSentence(text, start, match.index, match[0], closed, end)) continue;
    yield text.slice(start, end);
    start = end;
  }
  for (const item of markers.slice(next)) {
    if (item.start > start) yield text.slice(start, item.start);
    start = Math.max(start, item.start);
  }
  yield text.slice(start);
}

function endsSentence(text: string, start: number, at: number, mark: string, closed: string, end: number): boolean {
  if (end >= text.length || /^[。！？]/.test(mark)) return true;
  const after = text.slice(end, end + reach);
  const before = text.slice(Math.max(start, at - reach), at);
  const word = lastWord.exec(before)?.[0] ?? '';
  const rest = after.trimStart();
  if (rest === '') return true;
  if (rest === after) return closed === '' && glued(word, mark, after);
  if (/^[,;:%)\]–—―-]/.test(rest)) return false;
  const bare = rest.replace(opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  const isQuoted = /["”'’]/.test(closed);
  if (/[!?]/.test(mark)) return !isQuoted || !namedSpeaker.test(rest) || (opensSentence(rest) && !/^I\s/.test(rest));
  if (mark !== '.') return endsByDots(mark, before, bare);
  return isQuoted || endsByPoint(word, before, bare, /^(?:["“«]|``)/.test(rest));
}

/** "world.Today": a lost space, unless the word is part of an address or of an abbreviation. */
function glued(word: string, mark: string, after: string): boolean {
  return (
    mark.length === 1 &&
    mark !== '…' &&
    /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}|\d+)$/u.test(word) &&
    /^[“"]?\p{Lu}(?:\p{Ll}|\s)/u.test(after)
  );
}

const namedSpeaker = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]*\\s+(?:[\\p{L}.'’-]+\\s+){0,7}(?:\\([^)]{1,30}\\)\\s+)?${reporting}\\b`,
  'u',
);

function endsByDots(mark: string, before: string, rest: string): boolean {
  // Dots after a space mark an omission: "I thought … I was dead".
  if (/\s$/.test(before)) return opensSentence(rest) && !/^I\b/.test(rest);
  return !mark.includes(' ') && /^[\p{Lu}\p{N}]/u.test(rest);
}

const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

function endsByPoint(word: string, before: string, rest: string, quoteAhead: boolean): boolean {
  // A bare list marker ends nothing, nor does "P.S." that opens its line.
  if (before.trim() === word && (/^(?:\d{1,2}|\p{L})$/u.test(word) || /^P\.\p{L}$/u.test(word))) return false;
  const lower = word.toLowerCase().replace(/^['’*•]+/, '');
  if (titles.has(lower)) return false;
  if (numbered.has(lower) && /^(?:\d|(?!I[ '’])[IVXLC]+\b)/.test(rest)) return false;
  const mayAbbreviate =
    doubtful.has(lower) ||
    (months.has(lower) && /^\p{Lu}/u.test(word)) ||
    (states.has(lower) && /[,(]\s*\S+$/.test(before)) ||
    // "U.S", "Ph.D", "J. P", "a.m"; "9.30" and "example.com" are ordinary words.
    dotted.test(word) ||
    /(?:^|[-/])\p{Lu}$/u.test(word);
  return !mayAbbreviate || quoteAhead || opensSentence(rest);
}
