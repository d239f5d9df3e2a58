import { listMarkers } from './lists.ts';
import { splitGerman } from './locales/germanSentences.ts';
import {
  afterHour,
  doubtful,
  months,
  numbered,
  opensSentence,
  plainStates,
  reporting,
  shouting,
  states,
  titles,
} from './locales/sentenceWords.ts';

/** How far a decision looks back and ahead; keeps the whole linear. */
const reach = 120;

const gap = /<\/?[a-z][^<>]{0,200}>|&lt;\/?[a-z]{1,10}&gt;|\/{8,}|\{b\^[^{}]{0,40}\^?\}|\r\n?|\n/gi;
const terminator = /\.(?: \.){2,}|[.!?…]+|[。！？]+/g;
/** With the number of a footnote: "way.[2]". */
const closers = /(?:''|["'”’»)\]]|\[\d{1,3}\])*/y;
const opening = /^["“«‘'([]+|^``/;

/**
 * The sentences of a text, in order. Each is a trimmed piece of the text, never altered. Pieces without a letter or
 * digit are left out. English and German have rules of their own; `Intl.Segmenter` cuts all other languages.
 */
export function splitSentences(text: string, language = 'en'): string[] {
  const split = splitterOf(/^[a-z]{2,3}\b/i.exec(language)?.[0].toLowerCase() ?? 'en');
  return [...blocksOf(text)]
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

/** Starts no sentence: a small letter, a closing or dividing mark, or a Japanese particle after a quotation. */
const goesOn = /^[\s"'»”’」』),]*(?:\p{Ll}|[»”」』),;:]|と|って|など)/u;
/** Ends no sentence: a single letter, two capitals, a short capitalised word, or a word without vowels. */
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

/** Runs of text between tags, rulers and line ends; a line that only wraps goes on. */
function* blocksOf(text: string): Generator<string> {
  let start = 0;
  let lineStart = 0;
  for (const match of text.matchAll(gap)) {
    const end = match.index + match[0].length;
    if (/^[\r\n]/.test(match[0])) {
      const line = text.slice(lineStart, Math.min(match.index, lineStart + reach));
      const wraps =
        /^[^\S\r\n]*\p{Ll}/u.test(text.slice(end, end + reach)) &&
        (/\s/.test(text.charAt(match.index - 1)) || /^\s*\p{Lu}/u.test(line)) &&
        line.trim() !== '';
      lineStart = end;
      if (wraps) continue;
    }
    yield text.slice(start, match.index);
    start = end;
    lineStart = end;
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
    const shut = match.index + match[0].length + closed.length;
    const end = shut + footnoteAt(text, start, match.index, shut);
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

/** "under way.2 The": how long the footnote's number is that hangs on a sentence, most often none. */
function footnoteAt(text: string, start: number, at: number, end: number): number {
  const code = text.charCodeAt(end);
  if (code < 48 || code > 57) return 0;
  const number = /^\d{1,2}(?=\s+\p{Lu})/u.exec(text.slice(end, end + 5))?.[0] ?? '';
  return /\p{Ll}{4}$/u.test(text.slice(Math.max(start, at - 4), at)) ? number.length : 0;
}

function endsSentence(text: string, start: number, at: number, mark: string, closed: string, end: number): boolean {
  if (end >= text.length || /^[。！？]/.test(mark)) return true;
  const after = text.slice(end, end + reach);
  const before = text.slice(Math.max(start, at - reach), at);
  const word = wordBefore(before);
  const rest = after.trimStart();
  if (rest === '') return true;
  if (rest === after)
    return closed === ''
      ? glued(word, mark, after)
      : /[”’]$/.test(closed) && word !== '' && /^(?:\p{Lu}\p{Ll}|“)/u.test(after);
  if (/^[,;:%)\]–—―-]/.test(rest)) return false;
  const bare = rest.replace(opening, '');
  if (/^\p{Ll}/u.test(bare) && !/^[a-z]{1,2}\p{Lu}/u.test(bare)) return false;
  if (before.endsWith('[')) return false;
  if (closed === '' && isQuotedWithin(before, rest)) return false;
  if (/[!?]/.test(mark)) return endsLoudly(word + mark, closed, rest);
  const quoteAhead = /^(?:["“«]|``)/.test(rest);
  if (mark !== '.') return endsByDots(mark, before, bare);
  if (/["”'’]/.test(closed)) return !(closed === "'" && titles.has(word.toLowerCase()));
  return endsByPoint(word, before, bare, quoteAhead, closed);
}

const runsOn = /^[^“”"]{1,80}[”"]\s\p{Ll}/u;

/** "Chants of “Out! Out!” filled the hall": what is quoted amid a sentence ends none. */
function isQuotedWithin(before: string, rest: string): boolean {
  const near = before.slice(-60);
  const opener = Math.max(near.lastIndexOf('“'), near.lastIndexOf('"'));
  return opener > 1 && /\p{L}\s["“][^”]*$/u.test(near.slice(opener - 2)) && runsOn.test(rest);
}

const parting = /[\s"“”«»([—]/;

/** The text after its last blank, bracket or mark. A loop, because a pattern tied to the end would try every letter. */
function wordBefore(text: string): string {
  let at = text.length;
  while (at > 0 && !parting.test(text.charAt(at - 1))) at--;
  return text.slice(at);
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
const spokenByMe = new RegExp(`^I\\s${reporting}\\b`);
/** Words that open the name or role of a speaker, though they open sentences too. */
const determiner = /^(?:The|A|An|One|Another|His|Her|Their|My|Our|Its|Some|Many)\b/;
/**
 * "Brandt’s lawyer, Per Ravn, asked", "Sen. Amy Roth, R-Ariz., said". Each word matches in one way only, so that a long
 * run of capitals takes linear time.
 */
const introducedSpeaker = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]*(?:\\s[\\p{L}.'’-]+){0,5},\\s(?:(?:[^,.!?“"]|\\.(?=[\\p{L}\\d,])){1,70},\\s){1,2}(?:\\p{Ll}+\\s){0,2}${reporting}\\b`,
  'u',
);

function endsLoudly(word: string, closed: string, rest: string): boolean {
  if (/["”'’]/.test(closed)) {
    if (spokenByMe.test(rest)) return false;
    if (opensSentence(rest) && !determiner.test(rest)) return true;
    return !namedSpeaker.test(rest) && !introducedSpeaker.test(rest);
  }
  return !shouting.has(word) || opensSentence(rest.replace(opening, ''));
}

function endsByDots(mark: string, before: string, rest: string): boolean {
  const dots = mark.replaceAll('…', '...').replaceAll(' ', '').length;
  if (dots >= 4) return true;
  // Dots that stand apart leave something out: "I thought … I was dead".
  if (/\s$/.test(before)) return opensSentence(rest) && !/^I\b/.test(rest);
  if (isStutter(before, rest)) return false;
  return !mark.includes(' ') && /^[\p{Lu}\p{N}]/u.test(rest);
}

/** "I… I can’t": the word opens its sentence or quotation, where "the war… War is hell" are two. */
function isStutter(before: string, rest: string): boolean {
  const word = wordBefore(before);
  if (word.toLowerCase() !== /^\p{L}+/u.exec(rest)?.[0].toLowerCase()) return false;
  return /(?:^|["“«])$/.test(before.slice(0, before.length - word.length).trim());
}

const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

/** Behind an abbreviation they open a sentence more often than they go on with a name ("a U.S. Sen."). */
const addresses = (before: string, rest: string): boolean => /^(?:Mr|Mrs|Ms|Mx)\b/.test(rest) && wordsIn(before) >= 4;

/** "Room B.", "Group F.": a letter that names one of several is no initial. */
const lettered =
  /(?<!\p{L})(?:Appendix|Block|Building|Category|Division|Exhibit|Gate|Grade|Group|Hepatitis|Influenza|Level|Line|Option|Phase|Plan|Pool|Proposition|Quarter|Room|Route|Schedule|Section|Series|Team|Terminal|Type|Vitamin|Zone|grade|hepatitis|influenza|type|vitamin)\s\p{Lu}$/u;

const unit = /^(?:[CFK]|mph|kph|km|cm|mm|kg|lbs?|oz|ft|hrs?|yrs?)$/;

function endsByPoint(word: string, before: string, rest: string, quoteAhead: boolean, closed: string): boolean {
  // A bare list marker ends nothing, nor does "P.S." that opens its line.
  if (before.trim() === word && (/^(?:\d{1,2}|\p{L})$/u.test(word) || (dotted.test(word) && /^P/.test(word))))
    return false;
  const lower = word.toLowerCase().replace(/^['’*•]+/, '');
  const opens = quoteAhead || opensSentence(rest);
  if (/^[ap]\.m$/.test(lower)) return opens || (wordsIn(before) >= 4 && !afterHour.test(rest));
  // "(D-Wis.) Johnson": what stands in brackets belongs to the sentence around it, if it is an abbreviation.
  if (closed !== '')
    return !(doubtful.has(lower) || states.has(lower.replace(/^[dri]-/, '')) || dotted.test(word)) || opens;
  // "5:30 p.m. EST." is a zone, "Est. 1990" an abbreviation.
  if (/^\p{Lu}{2,4}$/u.test(word) && /(?:\d|[ap]\.?m\.?)\s\p{Lu}{2,4}$/u.test(before)) return true;
  if (/^(?:[A-Z]\.){1,2}T$/.test(word) && /[ap]\.m\.\s\S+$/.test(before)) return true;
  // "41.5 C.", "90 mph.": a unit, where "J. Hartley" and "Ft. Worth" are names.
  if (unit.test(word) && /\d\s?\p{L}+$/u.test(before) && /^\p{Lu}/u.test(rest)) return true;
  if (lower === 'rt' && /^(?:Hon|Rev)\b/.test(rest)) return false;
  if (
    titles.has(lower) &&
    word !== 'V' &&
    // "the FT. The paper", but "DR. A. Lund": in capitals it may be a name of its own.
    !(/^\p{Lu}{2,}$/u.test(word) && opens && !/^\p{Lu}\./u.test(rest)) &&
    !(lower === 'dr' && opensSentence(rest) && /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+Dr$/u.test(before))
  )
    return false;
  if (numbered.has(lower) && !/^(?:CERT|RT)$/.test(word) && /^(?:\d|(?!I[ '’])[IVXLC]+\b)/.test(rest)) return false;
  if ((months.has(lower) || /^\p{Ll}$/u.test(word)) && /^\d/.test(rest)) return false;
  if (months.has(lower) && /^\p{Lu}\p{Ll}/u.test(word)) return opens;
  const isState =
    (states.has(lower) && /[,(]\s*\S+$/.test(before)) || (plainStates.has(lower) && /^\p{Lu}/u.test(word));
  if (lower === 'etc' && /^\p{Lu}/u.test(rest)) return true;
  if (doubtful.has(lower) || isState) return opens || addresses(before, rest);
  // Of dotted words the parts are short: "U.S", "Ph.D", "i.v"; "9.30" and "example.com" are ordinary words.
  if (dotted.test(word))
    return opens || addresses(before, rest) || (word === lower && /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(rest));
  if (/^\p{Lu}$/u.test(word) || /[-/]\p{Lu}$/u.test(word))
    return opens || lettered.test(before) || (word === 'I' && /\b(?:and|than|am|did|as)\s+I$/.test(before));
  return true;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
