import words from './sentences.json' with { type: 'json' };

/** A list marker in running text, such as "2.". A marker begins a list item, and its period ends no sentence. */
interface Marker {
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Marker {
  readonly style: string;
  readonly value: number;
  readonly mayBegin: boolean;
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const marker = /(?<=^|\s|[•⁃◦‣▪])(\(?)(\d{1,3}|[a-z]|[ivx]{2,4}|[A-Z])(\.\)|\.|\))(?=\s)/g;

function valuesOf(label: string): { style: string; value: number }[] {
  if (/^\d/.test(label)) return [{ style: '1', value: Number(label) }];
  const values = roman.includes(label) ? [{ style: 'i', value: roman.indexOf(label) + 1 }] : [];
  if (label.length > 1) return values;
  return [...values, { style: label < 'a' ? 'A' : 'a', value: label.charCodeAt(0) }];
}

/**
 * Finds the markers of lists in running text ("1. Fish 2. Bread", "a) … b) …"). A marker counts only if the previous or
 * next one of its style continues the numbering. The first marker must also be at the start of the text or of a
 * sentence, because "won 5. 6 were" isn't a list.
 */
function listMarkers(text: string): Marker[] {
  const chains = new Map<string, Candidate[]>();
  const found = new Map<number, Marker>();
  for (const match of text.matchAll(marker)) {
    const [whole, open = '', label = '', close = ''] = match;
    if (open === '(' && close !== ')') continue;
    const mayBegin =
      /(?:^|[.!?:\n•⁃◦‣▪]["”’)]?\s{0,6})$/.test(text.slice(Math.max(0, match.index - 6), match.index)) ||
      match.index === 0;
    for (const { style, value } of valuesOf(label)) {
      const key = `${open}${style}${close}`;
      const candidate = { start: match.index, end: match.index + whole.length, style: key, value, mayBegin };
      const chain = chains.get(key);
      const last = chain?.at(-1);
      if (chain && last && value === last.value + 1) {
        chain.push(candidate);
        for (const one of [last, candidate]) found.set(one.start, one);
      } else if (mayBegin) chains.set(key, [candidate]);
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** Abbreviations before a name or number, in lower case. Their period never ends a sentence. */
const titles = new Set(words.titles);

/** Abbreviations before a number: "No. 1", "Fig. 3", "Art. 5". Elsewhere they are ordinary words. */
const numbered = new Set(words.numbered);

const months = new Set(words.months);

/** Abbreviations that end a sentence only before a word that opens sentences. */
const doubtful = new Set(words.doubtful);

/** American and Canadian states and provinces. */
const states = new Set(words.states);

/** Words that open sentences and rarely begin a name. */
const openers = new Set(words.openers);

/** Words that open a sentence before a small letter ("Police said") but belong to a name before a capital. */
const openersBeforeSmall = new Set(words.openersBeforeSmall);

/** How many characters before and after a mark are read. The limit keeps the time linear. */
const reach = 120;

const terminator = /\.(?: \.){2,}|[.!?…]+|[。！？]+/g;
const closers = /(?:["'”’»)\]]|\[\d{1,3}\])*/y;
const lastWord = /(?<![^\s"“”«»([—])[^\s"“”«»([—]*$/;
const opening = /^["“«‘'([]+|^``/;

/** The sentences of one block of English. */
export function* splitEnglish(text: string): Generator<string> {
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

/** Whether the text begins with a word that opens sentences; "He's" counts as "He". */
function opensSentence(text: string): boolean {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  if (openers.has(word)) return true;
  return openersBeforeSmall.has(word) && /^\s+\p{Ll}/u.test(text.slice(word.length));
}

/** Whether a space is missing ("world.Today"), unless the word is part of an address or an abbreviation. */
function glued(word: string, mark: string, after: string): boolean {
  return (
    mark.length === 1 &&
    mark !== '…' &&
    /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}|\d+)$/u.test(word) &&
    /^[“"]?\p{Lu}(?:\p{Ll}|\s)/u.test(after)
  );
}

/** The speaker after a closed quotation, with a verb of saying. */
const namedSpeaker = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]*\\s+(?:[\\p{L}.'’-]+\\s+){0,7}(?:\\([^)]{1,30}\\)\\s+)?(?:${words.reporting.join('|')})\\b`,
  'u',
);

function endsByDots(mark: string, before: string, rest: string): boolean {
  // Dots after a space mark an omission: "I thought … I was dead".
  if (/\s$/.test(before)) return opensSentence(rest) && !/^I\b/.test(rest);
  return !mark.includes(' ') && /^[\p{Lu}\p{N}]/u.test(rest);
}

const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

function endsByPoint(word: string, before: string, rest: string, quoteAhead: boolean): boolean {
  // A leading "1.", "A." or "P.S." doesn't end a sentence.
  if (before.trim() === word && (/^(?:\d{1,2}|\p{L})$/u.test(word) || /^P\.\p{L}$/u.test(word))) return false;
  const lower = word.toLowerCase().replace(/^['’*•]+/, '');
  if (titles.has(lower)) return false;
  if (numbered.has(lower) && /^(?:\d|(?!I[ '’])[IVXLC]+\b)/.test(rest)) return false;
  const mayAbbreviate =
    doubtful.has(lower) ||
    (months.has(lower) && /^\p{Lu}/u.test(word)) ||
    (states.has(lower) && /[,(]\s{0,20}\S{1,120}$/.test(before)) ||
    // "U.S", "Ph.D", "a.m" and the initial "J", but not "9.30" or "example.com".
    dotted.test(word) ||
    /(?:^|[-/])\p{Lu}$/u.test(word);
  return !mayAbbreviate || quoteAhead || opensSentence(rest);
}
