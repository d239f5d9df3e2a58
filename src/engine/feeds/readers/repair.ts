import { escapeMarkup, safeText } from './references.ts';
import { pieces, skipped, type Tag, tagAt } from './scan.ts';

/** Elements that hold a text: markup inside them belongs to the text. */
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

const depthMax = 60;

const attributePattern = /([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

/** Rewrites a document element by element as well-formed XML. */
class Repair {
  private readonly text: string;
  private readonly out: string[] = [];
  private readonly open: Tag[] = [];
  private at: number;

  constructor(text: string, rootAt: number) {
    this.text = text;
    this.at = rootAt;
  }

  run(): string {
    do {
      const next = this.text.indexOf('<', this.at);
      this.writeText(next < 0 ? this.text.length : next);
      if (next < 0) break;
      this.step(next);
    } while (this.open.length > 0);
    while (this.open.length > 0) this.close();
    return this.out.join('');
  }

  private writeText(end: number): void {
    if (end > this.at) this.out.push(safeText(this.text.slice(this.at, end)));
    this.at = end;
  }

  private step(start: number): void {
    const { text } = this;
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      this.out.push(end < 0 ? escapeMarkup(text.slice(start + 9)) : text.slice(start, end + 3));
      this.at = end < 0 ? text.length : end + 3;
      return;
    }
    if (text.startsWith('<!--', start) || text.startsWith('<?', start)) {
      this.at = skipped(text, start);
      return;
    }
    if (text.startsWith('<!', start)) {
      const end = text.indexOf('>', start);
      this.at = end < 0 ? text.length : end + 1;
      return;
    }
    const tag = tagAt(text, start);
    if (!tag) {
      this.out.push('&lt;');
      this.at = start + 1;
      return;
    }
    this.at = tag.end;
    if (tag.closing) this.closeUpTo(tag);
    else this.openTag(tag);
  }

  private openTag(tag: Tag): void {
    const { name } = tag;
    const isText = texts.has(tag.lower) && this.open.length > 1;
    this.out.push(`<${name}${this.attributes(tag)}>`);
    if (tag.selfClosing || this.open.length >= depthMax) {
      this.out.push(`</${name}>`);
      return;
    }
    this.open.push(tag);
    if (isText) this.readText(tag);
  }

  private attributes(tag: Tag): string {
    let written = '';
    const names = new Set<string>();
    for (const [, name = '', double, single, bare] of tag.attributes.matchAll(attributePattern)) {
      if (!/^[a-z_][\w.:-]*$/i.test(name) || names.has(name)) continue;
      names.add(name);
      const value = safeText(double ?? single ?? bare ?? name);
      written += ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
    }
    return written;
  }

  /** Reads up to the matching close tag, or to the next boundary, as one text. */
  private readText(tag: Tag): void {
    const { text } = this;
    const start = this.at;
    let depth = 1;
    let markup = false;
    let at = start;
    for (;;) {
      at = text.indexOf('<', at);
      if (at < 0) break;
      const special = skipped(text, at);
      if (special > at) {
        at = special;
        continue;
      }
      const inner = tagAt(text, at);
      if (!inner) {
        markup = true;
        at++;
        continue;
      }
      if (boundaries.has(inner.lower)) break;
      if (inner.lower === tag.lower) depth += inner.closing ? -1 : inner.selfClosing ? 0 : 1;
      if (depth === 0) break;
      markup = true;
      at = inner.end;
    }
    const end = at < 0 ? text.length : at;
    this.out.push(markup ? escapeMarkup(flat(text.slice(start, end))) : this.cleanText(start, end));
    this.at = end;
    if (depth > 0) this.close();
  }

  /** Text and CDATA sections that contain no markup, without comments. */
  private cleanText(start: number, end: number): string {
    const text = this.text.slice(start, end);
    if (!text.includes('<')) return safeText(text);
    return pieces(text)
      .map((piece) => (piece.cdata ? `<![CDATA[${piece.text}]]>` : safeText(piece.text)))
      .join('');
  }

  private close(): void {
    const tag = this.open.pop();
    if (tag) this.out.push(`</${tag.name}>`);
  }

  /** Closes the elements left open inside. A close tag without an open one is dropped. */
  private closeUpTo(tag: Tag): void {
    if (!this.open.some((one) => one.lower === tag.lower)) return;
    for (;;) {
      const last = this.open.at(-1);
      this.close();
      if (!last || last.lower === tag.lower) return;
    }
  }
}

/** Joins text, CDATA sections and markup into one piece of markup. */
function flat(text: string): string {
  return pieces(text)
    .map((piece) => (piece.cdata ? escapeMarkup(piece.text) : safeText(piece.text)))
    .join('');
}

/**
 * The document from its root on as well-formed XML: bare `&` escaped, tags closed, attributes quoted, declarations
 * dropped, markup inside texts escaped, a channel added to RSS without one. Takes linear time.
 */
export function repaired(text: string, rootAt: number): string {
  const written = new Repair(text, rootAt).run();
  // Feed parsers expect a channel element around the items.
  const bare = /^<rss\b[^>]*>/i.exec(written)?.[0];
  if (bare === undefined || /<channel\b/i.test(written)) return written;
  return `${bare}<channel>${written.slice(bare.length, written.lastIndexOf('</'))}</channel></rss>`;
}
