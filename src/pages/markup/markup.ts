export interface Markup {
  /** Well-quoted, within the limits, without scripts, styles and comments. */
  html: string;
  /** The raw text of every `application/ld+json` block, in page order. */
  jsonLd: string[];
}

const charactersMax = 1_000_000;
const elementsMax = 15_000;
const depthMax = 100;
const strayMax = 2_000;
const jsonLdMax = 50;
const jsonLdCharactersMax = 1_000_000;
const attributesMax = 60;
const valueCharactersMax = 2_000;

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that start a new line. */
export const blockTags = list(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section ' +
    'summary table tbody td tfoot th thead ' +
    'tr ul',
);
/** Elements whose content isn't markup. */
const rawText = list('script style noscript template iframe noembed noframes xmp textarea title');
/** Elements dropped with their content. */
const skipped = list('svg video audio button select object canvas');
/** Elements whose tag is dropped and whose content stays. */
const dropped = list('input link area col embed source track param html head body frameset frame portal');
const voids = list('area base br col hr img link meta wbr');
const closesItself = list('p li dt dd td th tr option tbody thead');
/** Marks a link that leaves the page. */
export const linkMark = 'data-link';
const keptAttributes = list(
  'class id itemprop hidden aria-hidden lang data-nosnippet href rel src data-src alt title name property content ' +
    'http-equiv datetime',
);
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const hiddenStyle = /display\s{0,5}:\s{0,5}none/i;

/** The index after the `>` that ends the tag, or -1 if it never ends. Quotes count only after `=`. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    else if (code === 61) afterEquals = true;
    else if ((code === 34 || code === 39) && afterEquals) {
      quote = code;
      afterEquals = false;
    } else if (code > 32) afterEquals = false;
  }
  return -1;
}

/** The attributes that later passes read, as they are written into a tag. */
function tidyAttributes(name: string, rest: string): string {
  if (!rest.includes('=') && !/hidden|nosnippet/.test(rest)) return '';
  const seen = new Set<string>();
  let written = '';
  let count = 0;
  attribute.lastIndex = 0;
  for (let match = attribute.exec(rest); match && count < attributesMax; match = attribute.exec(rest)) {
    count++;
    const key = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (seen.has(key)) continue;
    if (key === 'style') {
      if (hiddenStyle.test(value.slice(0, valueCharactersMax))) written += ' data-unseen=""';
    } else if (key === 'href' && name === 'a' && !value.startsWith('#')) {
      // Nobody reads the target. Readability discounts links within the page, so those keep their `href`.
      written += ` ${linkMark}=""`;
    } else if (keptAttributes.has(key)) {
      written += ` ${key}="${value.slice(0, valueCharactersMax).replaceAll('"', '&quot;')}"`;
    } else continue;
    seen.add(key);
  }
  return written;
}

/** Finds closing tags. Remembers each name's next hit, so that many unclosed tags don't search the same text again. */
function closings(html: string): (name: string, from: number) => number {
  const known = new Map<string, { search: RegExp; at: number; from: number }>();
  return (name, from) => {
    let entry = known.get(name);
    if (!entry) {
      entry = { search: new RegExp(`</${name}(?=[\\s/>])`, 'gi'), at: -2, from: 0 };
      known.set(name, entry);
    }
    if (entry.at === -1 || (entry.at >= from && entry.from <= from)) return entry.at;
    entry.search.lastIndex = from;
    entry.at = entry.search.exec(html)?.index ?? -1;
    entry.from = from;
    return entry.at;
  };
}

class Writer {
  readonly pieces: string[] = [];
  readonly stack: string[] = [];
  characters = 0;
  elements = 0;
  private afterBlock = true;

  get full(): boolean {
    return this.characters > charactersMax || this.elements > elementsMax;
  }

  write(piece: string): void {
    this.pieces.push(piece);
    this.characters += piece.length;
  }

  /** Drops white space after a block's tag, which would be half of the tree's nodes. */
  text(text: string): void {
    if (this.afterBlock && text.trim() === '') return;
    this.afterBlock = false;
    this.write(text);
  }

  open(name: string, attributes: string): void {
    this.afterBlock = blockTags.has(name) || name === 'br';
    if (voids.has(name)) {
      this.elements++;
      this.write(`<${name}${attributes}>`);
      return;
    }
    if (closesItself.has(name) && this.stack.at(-1) === name) this.close(name);
    if (this.stack.length >= depthMax) return;
    this.elements++;
    this.stack.push(name);
    this.write(`<${name}${attributes}>`);
  }

  close(name: string): void {
    const at = this.stack.lastIndexOf(name);
    if (at < 0) return;
    this.afterBlock = blockTags.has(name);
    while (this.stack.length > at) this.write(`</${this.stack.pop()}>`);
  }
}

/**
 * Tidies a page's markup before a parser sees it. Drops elements that never hold prose and attributes that nobody
 * reads, and bounds size, depth and count, so that hostile markup costs no more than a large page. Never throws, takes
 * linear time.
 */
export function tidyMarkup(html: string): Markup {
  const writer = new Writer();
  const jsonLd: string[] = [];
  const closing = closings(html);
  let htmlAttributes = '';
  let stray = 0;
  let at = 0;
  while (at < html.length && !writer.full) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) writer.text(html.slice(at, Math.min(textEnd, at + charactersMax)));
    if (open < 0) break;
    const next = html.charCodeAt(open + 1);
    if (next === 33 || next === 63) {
      const comment = html.startsWith('<!--', open);
      const end = comment ? html.indexOf('-->', open + 2) : html.indexOf('>', open);
      if (end < 0) break;
      at = end + (comment ? 3 : 1);
      continue;
    }
    const isClose = next === 47;
    const nameAt = isClose ? open + 2 : open + 1;
    const name = /[a-z][^\s/>]{0,60}/iy;
    name.lastIndex = nameAt;
    const found = name.exec(html)?.[0].toLowerCase();
    if (found === undefined) {
      // A `<` that opens no tag is text. Each costs the parser a node, so masses of them are dropped.
      if (stray++ < strayMax) writer.text('&lt;');
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, nameAt + found.length);
    if (end < 0) break;
    at = end;
    if (isClose) {
      writer.close(found);
      continue;
    }
    const rest = html.slice(nameAt + found.length, end - 1);
    // A declarative shadow tree is part of the page.
    if (found === 'template' && /shadowrootmode/i.test(rest)) continue;
    if (rawText.has(found)) {
      const close = closing(found, end);
      const text = close < 0 ? '' : html.slice(end, close);
      if (found === 'script' && jsonLd.length < jsonLdMax && /ld\+json/i.test(rest))
        jsonLd.push(text.slice(0, jsonLdCharactersMax));
      if (found === 'title' && writer.stack.length < depthMax) {
        writer.write(`<title>${text.slice(0, valueCharactersMax).replaceAll('<', '&lt;')}</title>`);
      }
      at = close < 0 ? (found === 'script' || found === 'style' ? html.length : end) : close;
    } else if (skipped.has(found)) {
      const close = rest.endsWith('/') ? -1 : closing(found, end);
      if (close >= 0 && close - end < 60_000) at = close;
    } else if (found === 'html') htmlAttributes ||= tidyAttributes(found, rest);
    else if (!dropped.has(found)) writer.open(found, tidyAttributes(found, rest));
  }
  while (writer.stack.length > 0) writer.write(`</${writer.stack.pop()}>`);
  return {
    html: `<!doctype html><html${htmlAttributes}><head></head><body>${writer.pieces.join('')}</body></html>`,
    jsonLd,
  };
}
