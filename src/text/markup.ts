/** Elements whose content is no markup: read up to their own closing tag. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

const nameCharactersMax = 41;

/**
 * Hears of a tag or a run of text, which stands at `start` to `end`; `name` is a tag's, in lower case. A function,
 * because an object for each of its pieces was a quarter of what reading a feed allocates.
 */
export type HearPiece = (kind: 'text' | 'open' | 'close', name: string, start: number, end: number) => void;

/**
 * Tells of the tags and texts of HTML in reading order, in linear time, however hostile: `<` without a tag behind it is
 * text, an attribute's quotes may hold `>`, and once one quote is found open to the end of the document, quotes are not
 * trusted any more.
 */
export function walkPieces(html: string, hear: HearPiece): void {
  let quotesTrusted = true;
  let textStart = 0;
  const textUpTo = (end: number): void => {
    if (end > textStart) hear('text', '', textStart, end);
  };
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(at + 1, textStart))) {
    const next = html.charCodeAt(at + 1);
    if (next === 33 || next === 63) {
      const comment = html.startsWith('<!--', at);
      const cdata = html.startsWith('<![CDATA[', at);
      const close = html.indexOf(comment ? '-->' : cdata ? ']]>' : '>', at + 2);
      textUpTo(at);
      // An unclosed comment hides the rest, as in browsers.
      if (close < 0) return;
      if (cdata) hear('text', '', at + 9, close);
      textStart = close + (comment || cdata ? 3 : 1);
      continue;
    }
    const closing = next === 47;
    const nameStart = at + (closing ? 2 : 1);
    const nameEnd = endOfName(html, nameStart);
    if (nameEnd === nameStart) continue;
    let end = quotesTrusted ? tagEnd(html, nameEnd) : html.indexOf('>', nameEnd);
    if (end < 0 && quotesTrusted) {
      quotesTrusted = false;
      end = html.indexOf('>', nameEnd);
    }
    if (end < 0) break; // no tag can end any more: the rest is text
    textUpTo(at);
    const name = nameIn(html, nameStart, nameEnd);
    hear(closing ? 'close' : 'open', name, at, end + 1);
    textStart = end + 1;
    if (!closing && raw.has(name)) {
      const closer = new RegExp(`</${name}`, 'gi');
      closer.lastIndex = textStart;
      const found = closer.exec(html);
      if (!found) return;
      textStart = found.index;
    }
  }
  textUpTo(html.length);
}

/** By the codes of their characters. */
const shortNames = new Array<string | undefined>(128 * 128);

/**
 * In lower case. Most names have one or two characters: to look these up is less than to make a text of each, whose
 * hash is not known.
 */
function nameIn(html: string, start: number, end: number): string {
  if (end - start > 2) return html.slice(start, end).toLowerCase();
  const codes = html.charCodeAt(start) * 128 + (end - start === 2 ? html.charCodeAt(start + 1) : 0);
  const known = shortNames[codes] ?? html.slice(start, end).toLowerCase();
  shortNames[codes] = known;
  return known;
}

/** Behind the name that begins here: a letter, then letters, digits and `:_-`; where none does, the same place. */
function endOfName(html: string, from: number): number {
  if (!isLetter(html.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < from + nameCharactersMax && isOfName(html.charCodeAt(at))) at++;
  return at;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isOfName = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 58) || code === 45 || code === 95;

function tagEnd(html: string, from: number): number {
  if (html.charCodeAt(from) === 62) return from;
  let end = html.indexOf('>', from);
  // Nearly always no value holds it, but only the quotation marks before it can tell: one opens a value only after "=",
  // elsewhere it is a slip of the pen.
  for (let at = from; at < end; at++) {
    const code = html.charCodeAt(at);
    if ((code !== 34 && code !== 39) || html.charCodeAt(at - 1) !== 61) continue;
    at = html.indexOf(code === 34 ? '"' : "'", at + 1);
    if (at < 0) return -1;
    if (at > end) end = html.indexOf('>', at);
  }
  return end;
}
