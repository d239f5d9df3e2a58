import { saxText } from './saxText.ts';

/** The attributes of an element, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Longer tags are not looked for again: their addresses and dates are another item's. */
const repeatedCharactersMax = 40;

/** Whose own text nobody looks at, only the elements in it: blank text among these is left out. */
const containers = new Set(['rss', 'channel', 'item', 'feed', 'entry', 'rdf:rdf']);

/** Attributes of these names are no plain properties, to sax or to this. */
const beyond = new Set(['__proto__', 'hasOwnProperty']);

/** Sax might read the document in another way than this does, or refuse it. */
export class OnlySaxKnows extends Error {}

/** What all elements of one name have in common. */
interface Named {
  /** What they are called in the tree. */
  given: string;
  /** What ends them. */
  close: string;
  container: boolean;
  /** Nobody asks for such an element of a feed or an item. */
  useless: boolean;
}

export interface Tag {
  /** As it stands in the document. */
  written: string;
  kind: 'open' | 'close' | 'empty';
  named: Named;
  attributes: Attributes | undefined;
  /** The tag that came behind it the last time, and a different one before: items are alike. */
  next?: Tag;
  other?: Tag;
}

const isLayout = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** A text or a value, its references read. Throws OnlySaxKnows. */
export function decoded(text: string): string {
  const plain = saxText(text);
  if (plain === undefined) throw new OnlySaxKnows();
  return plain;
}

/** Behind the name that begins here, of ASCII letters as nearly all are; where none does, the same place. */
function nameEnd(xml: string, from: number): number {
  if (!isNameStart(xml.charCodeAt(from))) return from;
  let at = from + 1;
  while (isOfName(xml.charCodeAt(at))) at++;
  return at;
}

const isNameStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
/** With digits and colons, which stand side by side, full stops and hyphens. */
const isOfName = (code: number): boolean =>
  isNameStart(code) || (code >= 48 && code <= 58) || code === 45 || code === 46;

/** Behind the white space that begins here, if any does. */
export function behindLayout(xml: string, from: number): number {
  let at = from;
  while (isLayout(xml.charCodeAt(at))) at++;
  return at;
}

/** Reads the tags of a document, each where it stands. */
export class TagReader {
  /** Where the document is read next. */
  at: number;
  private readonly xml: string;
  private readonly givenName: (name: string) => string;
  private readonly isSought: (name: string) => boolean;
  private readonly names = new Map<string, Named>();
  private readonly repeated = new Map<string, Tag>();
  private last: Tag | undefined;

  constructor(xml: string, givenName: (name: string) => string, isSought: (name: string) => boolean, from: number) {
    this.xml = xml;
    this.givenName = givenName;
    this.isSought = isSought;
    this.at = from;
  }

  /** The tag that begins here; goes behind it. Throws OnlySaxKnows. */
  read(): Tag {
    const tag = this.expectedTag() ?? this.unexpectedTag();
    this.last = tag;
    return tag;
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

  private unexpectedTag(): Tag {
    const { last } = this;
    const tag = this.repeatedTag() ?? this.newTag();
    if (last) {
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

  private newTag(): Tag {
    const { xml, at } = this;
    const closing = xml.charCodeAt(at + 1) === 47;
    const nameAt = closing ? at + 2 : at + 1;
    this.at = nameEnd(xml, nameAt);
    const name = xml.slice(nameAt, this.at);
    const attributes = closing ? undefined : this.readAttributes();
    this.at = behindLayout(xml, this.at);
    const empty = !closing && xml.charCodeAt(this.at) === 47;
    if (empty) this.at++;
    if (name === '' || xml.charCodeAt(this.at) !== 62) throw new OnlySaxKnows();
    this.at++;
    const tag: Tag = {
      written: xml.slice(at, this.at),
      kind: closing ? 'close' : empty ? 'empty' : 'open',
      named: this.named(name),
      attributes,
    };
    const { written } = tag;
    if (written.length <= repeatedCharactersMax && !written.slice(0, -1).includes('>')) this.repeated.set(written, tag);
    return tag;
  }

  private named(name: string): Named {
    const known = this.names.get(name);
    if (known) return known;
    const named: Named = {
      given: this.givenName(name),
      close: `</${name}>`,
      container: containers.has(name.toLowerCase()),
      useless: !this.isSought(name),
    };
    this.names.set(name, named);
    return named;
  }

  /** Those of a tag from its name on; undefined where it has none. */
  private readAttributes(): Attributes | undefined {
    const { xml } = this;
    let found: Record<string, string> | undefined;
    for (;;) {
      const at = behindLayout(xml, this.at);
      const end = at === this.at ? at : nameEnd(xml, at);
      if (end === at) return found;
      const name = xml.slice(at, end);
      const equals = behindLayout(xml, end);
      const start = behindLayout(xml, equals + 1);
      const quote = xml.charCodeAt(start);
      if (xml.charCodeAt(equals) !== 61 || (quote !== 34 && quote !== 39)) throw new OnlySaxKnows();
      const close = xml.indexOf(quote === 34 ? '"' : "'", start + 1);
      const value = xml.slice(start + 1, close);
      if (close < 0 || value.includes('<') || beyond.has(name)) throw new OnlySaxKnows();
      found ??= {};
      const plain = decoded(value);
      // Of two with one name sax keeps the first, but looks at both.
      if (!Object.hasOwn(found, name)) found[name] = plain;
      this.at = close + 1;
    }
  }
}
