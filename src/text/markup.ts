/** Elements whose content is text up to their closing tag. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

const nameCharactersMax = 41;

/**
 * Called for each tag and each run of text between `start` and `end`; `name` is the tag's, in lower case. A callback,
 * because an object for each piece was a quarter of what reading a feed allocates.
 */
export type HearPiece = (kind: 'text' | 'open' | 'close', name: string, start: number, end: number) => void;

/**
 * Walks the tags and texts of HTML in reading order, in linear time however hostile it is. `<` without a tag name is
 * text. An attribute's quotes may hold `>`, but after one that never closes, quotes are ignored.
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
    const name = html.slice(nameStart, nameEnd).toLowerCase();
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

/** Where a name of letters, digits and `:_-` ends; `from` if none begins there. */
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
  // A value may hold ">". A quotation mark opens one only after "=".
  for (let at = from; at < end; at++) {
    const code = html.charCodeAt(at);
    if ((code !== 34 && code !== 39) || html.charCodeAt(at - 1) !== 61) continue;
    at = html.indexOf(code === 34 ? '"' : "'", at + 1);
    if (at < 0) return -1;
    if (at > end) end = html.indexOf('>', at);
  }
  return end;
}
