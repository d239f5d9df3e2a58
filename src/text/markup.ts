/** A tag or a run of text, in reading order; `name` is lower-case. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly text: string };

/** Elements whose content is no markup: read up to their own closing tag. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

const nameAt = /[a-z][a-z0-9:_-]{0,40}/iy;

/**
 * The tags and texts of HTML in linear time, however hostile: `<` without a tag behind it is text, an attribute's quotes may hold `>`,
 * and once one quote is found open to the end of the document, quotes are not trusted any more.
 */
export function* piecesOf(html: string): Generator<Piece> {
  let quotesTrusted = true;
  let textStart = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html.charAt(at + 1);
    let end = -1;
    let tag: { kind: 'open' | 'close'; name: string } | undefined;
    if (next === '!' || next === '?') {
      const comment = html.startsWith('<!--', at);
      const cdata = html.startsWith('<![CDATA[', at);
      const close = html.indexOf(comment ? '-->' : cdata ? ']]>' : '>', at + 2);
      if (close < 0) {
        // An unclosed comment hides the rest, as in browsers.
        if (at > textStart) yield { kind: 'text', text: html.slice(textStart, at) };
        return;
      }
      if (at > textStart) yield { kind: 'text', text: html.slice(textStart, at) };
      if (cdata) yield { kind: 'text', text: html.slice(at + 9, close) };
      textStart = close + (comment || cdata ? 3 : 1);
      at = html.indexOf('<', textStart);
      continue;
    }
    const closing = next === '/';
    nameAt.lastIndex = at + (closing ? 2 : 1);
    const name = nameAt.exec(html)?.[0].toLowerCase();
    if (name !== undefined) {
      end = quotesTrusted ? tagEnd(html, at + 1) : html.indexOf('>', at + 1);
      if (end < 0 && quotesTrusted) {
        quotesTrusted = false;
        end = html.indexOf('>', at + 1);
      }
      if (end < 0) break; // no tag can end any more: the rest is text
      tag = { kind: closing ? 'close' : 'open', name };
    }
    if (!tag) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > textStart) yield { kind: 'text', text: html.slice(textStart, at) };
    yield { ...tag, text: html.slice(at, end + 1) };
    textStart = end + 1;
    if (tag.kind === 'open' && raw.has(tag.name)) {
      const closer = new RegExp(`</${tag.name}`, 'gi');
      closer.lastIndex = textStart;
      const found = closer.exec(html);
      if (!found) return;
      textStart = found.index;
    }
    at = html.indexOf('<', textStart);
  }
  if (textStart < html.length) yield { kind: 'text', text: html.slice(textStart) };
}

function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    // A quotation mark opens a value only after "="; elsewhere it is a slip of the pen.
    else if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) quote = code;
  }
  return -1;
}
