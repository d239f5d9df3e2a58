import { Parser } from 'htmlparser2';
import { escapeMarkup, safeText } from './references.ts';

/** Elements that contain a text. Markup inside them belongs to the text. */
const texts = new Set([
  'title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'tagline',
  'subtitle',
  'info',
  'copyright',
  'rights',
  'body',
  'xhtml:body',
  'fullitem',
  'author_name',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
  'media:title',
  'dc:title',
  'dc:description',
]);

/** A text that was never closed ends where one of these begins or ends. */
const boundaries = new Set(['entry', 'feed', 'item', 'channel', 'rss']);

/** Elements nested deeper are closed at once. */
const depthMax = 60;
/** Reading stops at an element nested deeper, because the parser takes quadratic time for such elements. */
const readDepthMax = 1_000;
/** The parser is fed in pieces, so that it stops soon after this limit. */
const pieceCharacters = 8_192;

const quoted = `"[^"]{0,2000}"|'[^']{0,2000}'`;
/**
 * Matches CDATA sections, comments, instructions and tags. Group 1 is a tag with an open quotation mark, group 2 a lone
 * `<`: the parser would read all text after one of them as attributes.
 */
const markup = new RegExp(
  [
    String.raw`<!\[CDATA\[[\s\S]*?(?:\]\]>|$)`,
    String.raw`<!--[\s\S]*?(?:-->|$)`,
    '<[!?]',
    String.raw`<\/?[a-z_][\w.:-]*(?:[^\w.:<>"'-](?:[^<>"']|${quoted})*)?>`,
    String.raw`(<\/?[a-z_][^<>]*>)`,
    '(<)',
  ].join('|'),
  'gi',
);

/** A part of a text: as it stands, from a CDATA section, or a tag. */
interface Piece {
  kind: 'text' | 'cdata' | 'tag';
  text: string;
}

/** Rewrites a document as well-formed XML while htmlparser2 reads it. */
class Repair {
  readonly out: string[] = [];
  depth = 0;
  isDone = false;
  private readonly open: string[] = [];
  private inCdata = false;
  /** The open element that holds a text, with what was read of it. */
  private read: { name: string; depth: number; pieces: Piece[] } | undefined;
  private readonly source: () => string;

  constructor(source: () => string) {
    this.source = source;
  }

  oncdatastart(): void {
    this.inCdata = true;
  }

  oncdataend(): void {
    this.inCdata = false;
  }

  ontext(text: string): void {
    if (this.isDone) return;
    const kind = this.inCdata ? 'cdata' : 'text';
    if (this.read) this.read.pieces.push({ kind, text });
    else this.out.push(this.inCdata ? escapeMarkup(text) : safeText(text));
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth++;
    if (this.isDone) return;
    if (this.read && boundaries.has(name)) this.closeUpTo(this.read.name);
    if (this.read) {
      if (name === this.read.name) this.read.depth++;
      this.read.pieces.push({ kind: 'tag', text: this.source() });
      return;
    }
    // The parser gives names in lower case; the reader needs them as written.
    const asWritten = this.source().slice(1, 1 + name.length);
    this.out.push(`<${asWritten}${written(attributes)}>`);
    this.open.push(asWritten);
    if (this.open.length > depthMax) this.closeUpTo(name);
    else if (texts.has(name) && this.open.length > 2) this.read = { name, depth: 1, pieces: [] };
  }

  onclosetag(name: string, isImplied: boolean): void {
    this.depth--;
    if (this.isDone) return;
    if (!this.read || boundaries.has(name)) this.closeUpTo(name);
    else if (name === this.read.name && --this.read.depth === 0) this.closeUpTo(name);
    else if (!isImplied) this.read.pieces.push({ kind: 'tag', text: this.source() });
  }

  onend(): void {
    const [root = ''] = this.open;
    this.closeUpTo(root.toLowerCase());
  }

  /** Closes the element and those left open inside it. A close tag without an open one is dropped. */
  private closeUpTo(name: string): void {
    const from = this.open.findLastIndex((one) => one.toLowerCase() === name);
    if (from < 0) return;
    if (this.read) this.out.push(textOf(this.read.pieces));
    this.read = undefined;
    for (const each of this.open.splice(from).reverse()) this.out.push(`</${each}>`);
    this.isDone = this.open.length === 0;
  }
}

function written(attributes: Readonly<Record<string, string>>): string {
  const valid = Object.entries(attributes).filter(([name]) => /^[a-z_][\w.:-]*$/i.test(name));
  return valid
    .map(([name, value]) => ` ${name}="${safeText(value).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`)
    .join('');
}

/** A text with markup becomes escaped markup; one without keeps its CDATA sections. */
function textOf(pieces: readonly Piece[]): string {
  if (!pieces.some(({ kind }) => kind === 'tag'))
    return pieces.map(({ kind, text }) => (kind === 'cdata' ? `<![CDATA[${text}]]>` : safeText(text))).join('');
  return escapeMarkup(
    pieces.map(({ kind, text }) => (kind === 'cdata' ? escapeMarkup(text) : safeText(text))).join(''),
  );
}

/**
 * The document from its root on as well-formed XML: bare `&` escaped, tags closed, attributes quoted, declarations
 * dropped, markup inside texts escaped, a channel added to RSS without one. Takes linear time.
 */
export function repaired(text: string, rootAt: number): string {
  const written = rewritten(text.slice(rootAt));
  // Feed parsers expect a channel element around the items.
  const bare = /^<rss\b[^>]*>/i.exec(written)?.[0];
  if (bare === undefined || /<channel\b/i.test(written)) return written;
  return `${bare}<channel>${written.slice(bare.length, written.lastIndexOf('</'))}</channel></rss>`;
}

function rewritten(given: string): string {
  const text = given.replace(markup, (whole, unclosed?: string, lone?: string) => {
    if (lone !== undefined) return '&lt;';
    return unclosed === undefined ? whole : whole.replace(/["']/g, '');
  });
  const repair: Repair = new Repair(() => text.slice(parser.startIndex, parser.endIndex + 1));
  const parser = new Parser(repair, { xmlMode: true, decodeEntities: false, lowerCaseTags: true });
  for (let at = 0; at < text.length && !repair.isDone && repair.depth <= readDepthMax; at += pieceCharacters)
    parser.write(text.slice(at, at + pieceCharacters));
  if (!repair.isDone) parser.end();
  return repair.out.join('');
}
