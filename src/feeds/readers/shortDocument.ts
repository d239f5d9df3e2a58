import { saxText } from './saxText.ts';

/** The attributes of an element. */
export type Attributes = Readonly<Record<string, string>>;

/** All attributes of an element, by their names as written and in small letters: the same object where there are no others. */
export interface BothAttributes {
  readonly written: Attributes;
  readonly lower: Attributes;
}

/** A document beside which stand its names, its attributes and its long texts: what sax reads character by character. */
export interface ShortDocument {
  xml: string;
  /** What an element of the short document is called in the whole one. */
  nameOf(name: string): string;
  /** Puts the long texts back into the text of one element; any other text stays as it is. */
  textOf(text: string): string;
  /** What stands for a value in the short document: for that of `standIn` all attributes of its element. */
  attributesOf(value: string): string | BothAttributes;
}

/** The one attribute that an element of the short document has where it has any. */
export const standIn = 'a';

/** sax reads character by character: below this, taking a text out costs as much. */
const longCharacters = 20;

/** Such a tag comes again, with its attributes. */
const repeatedCharactersMax = 40;

/** Stands around the number of a text; decoding takes all control characters out, so that no document holds one. */
const mark = '\u0001';
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is one, so that no document holds it
const marked = /\u0001(\d+)\u0001/g;

/** What sax takes without complaint, and a `>` in quotes can't end; a document with any other tag is left alone. */
const tagPattern = /<(\/?)([a-z_][\w:.-]*)((?:\s+[a-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/iy;
const attributePattern = /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whose own text nobody looks at, only the elements in it. */
const containers = new Set(['rss', 'channel', 'item', 'feed', 'entry', 'rdf:rdf']);

interface Tag {
  /** As it stands in the document. */
  written: string;
  kind: 'open' | 'close' | 'empty';
  name: string;
  /** As it stands in the short document. */
  short: string;
  container: boolean;
  /** Nobody asks for such an element of a feed or an item. */
  useless: boolean;
  /** The tag that came behind it the last time, and a different one before: items are alike. */
  next?: Tag;
  other?: Tag;
}

/** What stands for the first texts of a document: the same in all of them. */
const standIns = Array.from({ length: 1_000 }, (_, index) => `${mark}${index}${mark}`);

/** The index of the text for which all of this one stands; -1 for any other. */
function indexOf(text: string): number {
  const last = text.length - 1;
  if (last < 2 || text.charCodeAt(0) !== 1 || text.charCodeAt(last) !== 1) return -1;
  let index = 0;
  for (let at = 1; at < last; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index;
}

/** Space, tab and line ends, which stand between elements in nearly all documents. */
const isLayout = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const upper = /[A-Z]/;

/** By their names in small letters; of two the last. */
export function lowerNames(attributes: Attributes): Attributes {
  const names = Object.keys(attributes);
  if (!names.some((name) => upper.test(name))) return attributes;
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), attributes[name] ?? '']));
}

/** Undefined where only sax knows what a value means. */
function attributesIn(written: string): BothAttributes | undefined {
  const found: Record<string, string> = {};
  attributePattern.lastIndex = 0;
  for (let one = attributePattern.exec(written); one; one = attributePattern.exec(written)) {
    const [, name = '', double, single = ''] = one;
    const value = saxText(double ?? single);
    if (value === undefined || name === '__proto__') return undefined;
    // Of two with one name sax keeps the first.
    if (!Object.hasOwn(found, name)) found[name] = value;
  }
  return { written: found, lower: lowerNames(found) };
}

/** Behind the comment, CDATA section or instruction that begins here; undefined for what needs sax to be understood. */
function behind(xml: string, at: number): number | undefined {
  const end = (close: string, from: number): number | undefined => {
    const found = xml.indexOf(close, from);
    return found < 0 ? undefined : found + close.length;
  };
  if (xml.charCodeAt(at + 1) === 33) {
    if (xml.startsWith('<![CDATA[', at)) return end(']]>', at + 9);
    return xml.startsWith('<!--', at) ? end('-->', at + 4) : undefined;
  }
  const close = end('?>', at + 2);
  // sax takes question marks in pairs: in front of the end, another may have used this one up.
  return close !== undefined && xml.charCodeAt(close - 3) !== 63 ? close : undefined;
}

class Shortening {
  private readonly xml: string;
  private readonly isSought: (name: string) => boolean;
  private readonly short: string[] = [];
  private readonly texts: string[] = [];
  private readonly attributes: BothAttributes[] = [];
  private readonly shortNames = new Map<string, string>();
  private readonly repeated = new Map<string, Tag>();
  /** The elements that are open. One that loses all it has would be a text for rss-parser. */
  private readonly open: ('container' | 'container with elements' | 'other')[] = [];
  private last: Tag | undefined;
  private at: number;

  constructor(xml: string, isSought: (name: string) => boolean, from: number) {
    this.xml = xml;
    this.isSought = isSought;
    this.at = from;
  }

  /** Undefined for a document that sax might read in another way than this does. */
  run(): ShortDocument | undefined {
    const { xml } = this;
    for (;;) {
      if (xml.charCodeAt(this.at) !== 60) this.addText();
      if (this.at === xml.length) return this.document();
      const next = xml.charCodeAt(this.at + 1);
      if (!(next === 33 || next === 63 ? this.addSection() : this.addTag())) return undefined;
    }
  }

  /** Up to the next tag or section, or the end. */
  private addText(): void {
    const { xml, at } = this;
    let solid = at;
    while (isLayout(xml.charCodeAt(solid))) solid++;
    const start = xml.charCodeAt(solid) === 60 ? solid : xml.indexOf('<', solid);
    const end = start < 0 ? xml.length : start;
    this.at = end;
    const code = xml.charCodeAt(solid);
    const blank = solid === end || ((code < 32 || code > 127) && !/\S/.test(xml.slice(solid, end)));
    if (blank && this.isAmongElements()) return;
    const text = xml.slice(at, end);
    const plain = !blank && text.length > longCharacters ? saxText(text) : undefined;
    if (plain === undefined) this.short.push(text);
    else this.takeOut(plain);
  }

  private takeOut(text: string): void {
    this.short.push(standIns[this.texts.length] ?? `${mark}${this.texts.length}${mark}`);
    this.texts.push(text);
  }

  private addSection(): boolean {
    const { xml, at } = this;
    const end = behind(xml, at);
    if (end === undefined) return false;
    this.at = end;
    // Also a short CDATA section, which takes sax as long as many letters. One without a word means something else when it is wrapped.
    const text = xml.startsWith('<![CDATA[', at) ? xml.slice(at + 9, end - 3) : '';
    if (/\S/.test(text)) this.takeOut(text);
    else this.short.push(xml.slice(at, end));
    return true;
  }

  private addTag(): boolean {
    const tag = this.expectedTag() ?? this.unexpectedTag();
    if (!tag) return false;
    this.last = tag;
    if (tag.useless && this.isAmongElements() && this.skipLeaf(tag)) return true;
    this.short.push(tag.short);
    if (tag.kind === 'close') this.open.pop();
    else {
      if (this.open[this.open.length - 1] === 'container') this.open[this.open.length - 1] = 'container with elements';
      if (tag.kind === 'open') this.open.push(tag.container ? 'container' : 'other');
    }
    return true;
  }

  private isAmongElements(): boolean {
    return this.open[this.open.length - 1] === 'container with elements';
  }

  /** One that came behind the last tag before: to compare it is less work than to look for its end. */
  private expectedTag(): Tag | undefined {
    const { xml, at, last } = this;
    const { next, other } = last ?? {};
    const tag =
      next && xml.startsWith(next.written, at) ? next : other && xml.startsWith(other.written, at) ? other : undefined;
    if (tag) this.at += tag.written.length;
    return tag;
  }

  private unexpectedTag(): Tag | undefined {
    const { last } = this;
    const tag = this.repeatedTag() ?? this.newTag();
    if (last && tag) {
      last.other = last.next;
      last.next = tag;
    }
    return tag;
  }

  /** A tag that stood like this before, and has a `>` at its end only. */
  private repeatedTag(): Tag | undefined {
    const end = this.xml.indexOf('>', this.at) + 1;
    if (end - this.at > repeatedCharactersMax) return undefined;
    const tag = this.repeated.get(this.xml.slice(this.at, end));
    if (tag) this.at = end;
    return tag;
  }

  private newTag(): Tag | undefined {
    tagPattern.lastIndex = this.at;
    const found = tagPattern.exec(this.xml);
    if (!found) return undefined;
    const [written, closing, name = '', attributes = '', selfClosing = ''] = found;
    if (closing && (attributes || selfClosing)) return undefined;
    this.at += written.length;
    // rss-parser looks at the root's own attributes.
    const values = attributes === '' || this.short.length === 0 ? undefined : attributesIn(attributes);
    const standing = values ? ` ${standIn}="${mark}${this.attributes.length}"` : attributes;
    if (values) this.attributes.push(values);
    const tag: Tag = {
      written,
      kind: closing ? 'close' : selfClosing ? 'empty' : 'open',
      name,
      short: `<${closing}${this.shortName(name)}${standing}${selfClosing}>`,
      container: containers.has(name.toLowerCase()),
      useless: !closing && (attributes === '' || values !== undefined) && !this.isSought(name),
    };
    if (written.length <= repeatedCharactersMax && !written.slice(0, -1).includes('>')) this.repeated.set(written, tag);
    return tag;
  }

  private shortName(name: string): string {
    const known = this.shortNames.get(name);
    if (known !== undefined) return known;
    const place = this.shortNames.size;
    const short = place < 26 ? String.fromCharCode(97 + place) : `a${place}`;
    this.shortNames.set(name, short);
    return short;
  }

  /** Goes behind an element that holds nothing but text, if sax would have nothing to say about that text. */
  private skipLeaf(tag: Tag): boolean {
    if (tag.kind === 'empty') return true;
    const { xml, at } = this;
    const end = xml.indexOf('<', at);
    const close = `</${tag.name}>`;
    if (end < 0 || !xml.startsWith(close, end) || xml.slice(at, end).includes('&')) return false;
    this.at = end + close.length;
    return true;
  }

  private document(): ShortDocument | undefined {
    const { texts, attributes } = this;
    const names = new Map([...this.shortNames].map(([name, short]) => [short, name]));
    return {
      xml: this.short.join(''),
      nameOf: (name) => names.get(name) ?? name,
      attributesOf: (value) => (value.startsWith(mark) ? (attributes[Number(value.slice(1))] ?? value) : value),
      textOf: (text) => {
        // Nearly always it is the text that was taken out, and nothing else.
        const whole = indexOf(text);
        if (whole >= 0) return texts[whole] ?? '';
        if (!text.includes(mark)) return text;
        return text.replace(marked, (_, index: string) => texts[Number(index)] ?? '');
      },
    };
  }
}

/**
 * The document for rss-parser, which goes over each character and makes objects of each element: with names of one letter, without
 * layout, without elements of the feed or its items that nobody asks for, and with texts and attributes beside it. What it makes of it is
 * what it makes of the whole, once names, texts and values are put back. From the root element on; a document that sax might read in
 * another way than this does comes back as it is.
 */
export function shortened(xml: string, isSought: (name: string) => boolean, from = 0): ShortDocument {
  const short = xml.includes(mark) ? undefined : new Shortening(xml, isSought, from).run();
  if (short) return short;
  return { xml: xml.slice(from), nameOf: (name) => name, textOf: (text) => text, attributesOf: (value) => value };
}
