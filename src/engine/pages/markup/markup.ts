import { Parser } from 'htmlparser2';

const charactersMax = 1_000_000;
/** The parser is fed in pieces, so that it stops soon after a limit is reached. */
const pieceCharacters = 8_192;
const elementsMax = 15_000;
const depthMax = 100;
const strayMax = 2_000;
const jsonLdMax = 50;
const jsonLdCharactersMax = 1_000_000;
const valueCharactersMax = 2_000;

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that start a new line. */
export const blockTags = list(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section ' +
    'summary table tbody td tfoot th thead ' +
    'tr ul',
);
/** Elements dropped with their content. */
const skipped = list(
  'script style noscript template iframe noembed noframes xmp textarea title svg video audio button select object canvas',
);
/** Elements whose tag is dropped and whose content stays. */
const dropped = list('input link area col embed source track param html head body frameset frame portal');
const voids = list('area base br col hr img link meta wbr');
/** Marks a link that leaves the page. */
export const linkMark = 'data-link';
const keptAttributes = list(
  'class id itemprop hidden aria-hidden lang data-nosnippet href rel src data-src alt title name property content ' +
    'http-equiv datetime',
);
const hiddenStyle = /display\s{0,5}:\s{0,5}none/i;

/** Writes the attributes that later passes read. */
function tidyAttributes(name: string, attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => {
      if (key === 'style') return hiddenStyle.test(value.slice(0, valueCharactersMax)) ? ' data-unseen=""' : '';
      // The target is never read. Readability discounts links within the page, so these keep their `href`.
      if (key === 'href' && name === 'a' && !value.startsWith('#')) return ` ${linkMark}=""`;
      if (!keptAttributes.has(key)) return '';
      return ` ${key}="${value.slice(0, valueCharactersMax).replaceAll('"', '&quot;')}"`;
    })
    .join('');
}

/** Handles the parser's events and writes the markup that stays. The parser closes every tag that it opens. */
class Writer {
  readonly pieces: string[] = [];
  readonly jsonLd: string[] = [];
  htmlAttributes = '';
  /** For each open element, whether its tag was written. */
  private readonly written: boolean[] = [];
  private depth = 0;
  private characters = 0;
  private elements = 0;
  private stray = 0;
  /** How many open elements are being dropped with their content. */
  private skipping = 0;
  /** Collects the text of the open title or JSON-LD. */
  private aside: string[] | undefined;
  private afterBlock = true;

  get full(): boolean {
    return this.characters > charactersMax || this.elements > elementsMax;
  }

  private write(piece: string): void {
    this.pieces.push(piece);
    this.characters += piece.length;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements++;
    // A declarative shadow tree is part of the page.
    const isShadow = name === 'template' && attributes.shadowrootmode !== undefined;
    if (this.skipping > 0 || (skipped.has(name) && !isShadow)) {
      this.skipping++;
      if (this.skipping === 1 && (name === 'title' || (name === 'script' && /ld\+json/i.test(attributes.type ?? ''))))
        this.aside = [];
      return;
    }
    if (name === 'html') this.htmlAttributes ||= tidyAttributes(name, attributes);
    const isWritten = !isShadow && !dropped.has(name) && (voids.has(name) || this.depth < depthMax);
    this.written.push(isWritten);
    if (!isWritten) return;
    this.afterBlock = blockTags.has(name) || name === 'br';
    this.write(`<${name}${tidyAttributes(name, attributes)}>`);
    if (!voids.has(name)) this.depth++;
  }

  onclosetag(name: string): void {
    if (this.skipping > 0) {
      this.skipping--;
      if (this.skipping === 0 && this.aside) this.takeAside(name, this.aside.join(''));
      return;
    }
    if (!this.written.pop() || voids.has(name)) return;
    this.afterBlock = blockTags.has(name);
    this.depth--;
    this.write(`</${name}>`);
  }

  private takeAside(name: string, text: string): void {
    this.aside = undefined;
    if (name === 'title') this.write(`<title>${text.slice(0, valueCharactersMax).replaceAll('<', '&lt;')}</title>`);
    else if (this.jsonLd.length < jsonLdMax) this.jsonLd.push(text.slice(0, jsonLdCharactersMax));
  }

  /** Drops white space after a block's tag, which would be half of the tree's nodes. */
  ontext(text: string): void {
    this.aside?.push(text);
    if (this.skipping > 0 || (this.afterBlock && text.trim() === '')) return;
    this.afterBlock = false;
    // A `<` that opens no tag is text. Each becomes a node of the tree, so only the first `strayMax` stay.
    this.write(text.replaceAll('<', () => (this.stray++ < strayMax ? '&lt;' : '')));
  }
}

/**
 * Tidies a page's markup before it is parsed into a tree. Drops elements without prose and unused attributes. Limits
 * size, depth and number of elements, so that hostile markup costs no more than a large page. Never throws, takes
 * linear time.
 */
export function tidyMarkup(html: string) {
  const writer = new Writer();
  const parser = new Parser(writer, { decodeEntities: false });
  for (let at = 0; at < html.length && !writer.full; at += pieceCharacters)
    parser.write(html.slice(at, at + pieceCharacters));
  parser.end();
  const body = writer.pieces.join('');
  return {
    /** Well-quoted, within the limits, without scripts, styles and comments. */
    html: `<!doctype html><html${writer.htmlAttributes}><head></head><body>${body}</body></html>`,
    /** The raw text of every `application/ld+json` block, in page order. */
    jsonLd: writer.jsonLd,
  };
}
