import { saxText } from './saxText.ts';

/** The attributes of an element, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What xml2js makes of an element: its text, or an object with `_` (text), `$` (attributes) and a list for each name of its children. */
export type Tree = string | TreeObject;
interface TreeObject {
  _?: string;
  $?: Attributes;
  [child: string]: unknown;
}

/** Longer tags are not looked for again: their addresses and dates are another item's. */
const repeatedCharactersMax = 40;

/** Whose own text nobody looks at, only the elements in it: blank text among these is left out. */
const containers = new Set(['rss', 'channel', 'item', 'feed', 'entry', 'rdf:rdf']);

/** Attributes of these names are no plain properties, to sax or to this. */
const beyond = new Set(['__proto__', 'hasOwnProperty']);

/** Sax might read the document in another way than this does, or refuse it. */
class OnlySaxKnows extends Error {}

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

interface Tag {
  /** As it stands in the document. */
  written: string;
  kind: 'open' | 'close' | 'empty';
  named: Named;
  attributes: Attributes | undefined;
  /** The tag that came behind it the last time, and a different one before: items are alike. */
  next?: Tag;
  other?: Tag;
}

/** An element whose end has not come yet; `object` once it is more than a text. */
interface Open {
  tag: Tag;
  object: TreeObject | undefined;
  text: string;
  /** Some of the text stood in a CDATA section: it counts even if it is blank. */
  wrapped: boolean;
}

const isLayout = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return !(code > 32 && code < 128) && !/\S/.test(text);
}

function decoded(text: string): string {
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

function behindLayout(xml: string, from: number): number {
  let at = from;
  while (isLayout(xml.charCodeAt(at))) at++;
  return at;
}

const opened = (tag: Tag): Open => ({
  tag,
  object: tag.attributes === undefined ? undefined : { $: tag.attributes },
  text: '',
  wrapped: false,
});

class TreeBuilder {
  private readonly xml: string;
  private readonly givenName: (name: string) => string;
  private readonly isSought: (name: string) => boolean;
  private readonly names = new Map<string, Named>();
  private readonly repeated = new Map<string, Tag>();
  private readonly open: Open[] = [];
  private last: Tag | undefined;
  private at: number;
  private root: Tree = '';

  constructor(xml: string, givenName: (name: string) => string, isSought: (name: string) => boolean, from: number) {
    this.xml = xml;
    this.givenName = givenName;
    this.isSought = isSought;
    this.at = from;
  }

  /** Up to the end of the root element: what stands behind it means nothing to xml2js. Throws OnlySaxKnows. */
  run(): TreeObject {
    const { xml, open } = this;
    const root = this.readTag();
    if (root.kind !== 'open') throw new OnlySaxKnows();
    let parent: Open | undefined = opened(root);
    open.push(parent);
    for (; parent; parent = open[open.length - 1]) {
      if (xml.charCodeAt(this.at) !== 60) this.addText(parent);
      else if (xml.charCodeAt(this.at + 1) === 33) this.addSection(parent);
      else this.addTag(this.readTag(), parent);
    }
    return { [root.named.given]: this.root };
  }

  /** Up to the next tag or section. */
  private addText(parent: Open): void {
    const { xml, at } = this;
    const solid = behindLayout(xml, at);
    this.at = xml.charCodeAt(solid) === 60 ? solid : xml.indexOf('<', solid);
    if (this.at < 0) throw new OnlySaxKnows();
    // Layout stands between elements in nearly all documents.
    if (solid < this.at || parent.object === undefined || !parent.tag.named.container)
      parent.text += decoded(xml.slice(at, this.at));
  }

  private addSection(parent: Open): void {
    const { xml, at } = this;
    if (xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(']]>', at + 9);
      if (end < 0) throw new OnlySaxKnows();
      parent.text += xml.slice(at + 9, end);
      if (end > at + 9) parent.wrapped = true;
      this.at = end + 3;
      return;
    }
    const end = xml.startsWith('<!--', at) ? xml.indexOf('--', at + 4) : -1;
    if (end < 0 || xml.charCodeAt(end + 2) !== 62) throw new OnlySaxKnows();
    this.at = end + 3;
  }

  private addTag(tag: Tag, parent: Open): void {
    if (tag.kind === 'close') {
      if (tag.named !== parent.tag.named) throw new OnlySaxKnows();
      this.close(parent);
    } else if (tag.kind === 'empty') this.add(parent, tag, tag.attributes === undefined ? '' : { $: tag.attributes });
    else if (!this.addLeaf(tag, parent)) this.open.push(opened(tag));
  }

  /** Most elements hold a text or a CDATA section and nothing else. */
  private addLeaf(tag: Tag, parent: Open): boolean {
    const { xml, at } = this;
    const wrapped = xml.startsWith('<![CDATA[', at);
    const start = wrapped ? at + 9 : at;
    const end = xml.indexOf(wrapped ? ']]>' : '<', start);
    const behind = wrapped ? end + 3 : end;
    if (end < 0 || !xml.startsWith(tag.named.close, behind)) return false;
    this.at = behind + tag.named.close.length;
    const written = xml.slice(start, end);
    const text = wrapped ? written : decoded(written);
    const { attributes: $ } = tag;
    if ($ === undefined) this.add(parent, tag, text);
    else this.add(parent, tag, (wrapped && text !== '') || !isBlank(text) ? { $, _: text } : { $ });
    return true;
  }

  private close({ tag, object, text, wrapped }: Open): void {
    if (object !== undefined && (wrapped || !isBlank(text))) object._ = text;
    const value = object ?? text;
    this.open.pop();
    const parent = this.open[this.open.length - 1];
    if (parent) this.add(parent, tag, value);
    else this.root = value;
  }

  private add(parent: Open, { named: { given, useless } }: Tag, value: Tree): void {
    parent.object ??= {};
    if (useless && parent.tag.named.container) return;
    const same = parent.object[given] as Tree[] | undefined;
    if (same === undefined) parent.object[given] = [value];
    else same.push(value);
  }

  private readTag(): Tag {
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

/**
 * The tree that xml2js makes of a document from its root element on, made in one pass: sax goes over each character, and xml2js makes a
 * closure and a dictionary of each element. `givenName` is what an element is called in the tree, never a name that `Object.prototype`
 * has. Left out are elements of the feed or its items that are not sought, and blank text between elements there. Undefined for a document
 * that sax might read in another way, or refuse, be it for what is left out.
 */
export function xmlTree(
  xml: string,
  givenName: (name: string) => string,
  isSought: (name: string) => boolean,
  from = 0,
): TreeObject | undefined {
  try {
    return new TreeBuilder(xml, givenName, isSought, from).run();
  } catch (error) {
    if (error instanceof OnlySaxKnows) return undefined;
    throw error;
  }
}
