import { type Attributes, behindLayout, decoded, OnlySaxKnows, type Tag, TagReader } from './xmlTags.ts';

/** What xml2js makes of an element: its text, or an object with `_` (text), `$` (attributes) and a list for each name of its children. */
export type Tree = string | TreeObject;
interface TreeObject {
  _?: string;
  $?: Attributes;
  [child: string]: unknown;
}

/** An element whose end has not come yet; `object` once it is more than a text. */
interface Open {
  tag: Tag;
  object: TreeObject | undefined;
  text: string;
  /** Some of the text stood in a CDATA section: it counts even if it is blank. */
  wrapped: boolean;
}

function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return !(code > 32 && code < 128) && !/\S/.test(text);
}

const opened = (tag: Tag): Open => ({
  tag,
  object: tag.attributes === undefined ? undefined : { $: tag.attributes },
  text: '',
  wrapped: false,
});

class TreeBuilder {
  private readonly xml: string;
  private readonly tags: TagReader;
  private readonly open: Open[] = [];
  private root: Tree = '';

  constructor(xml: string, tags: TagReader) {
    this.xml = xml;
    this.tags = tags;
  }

  /** Up to the end of the root element: what stands behind it means nothing to xml2js. Throws OnlySaxKnows. */
  run(): TreeObject {
    const { xml, open } = this;
    const root = this.tags.read();
    if (root.kind !== 'open') throw new OnlySaxKnows();
    let parent: Open | undefined = opened(root);
    open.push(parent);
    for (; parent; parent = open[open.length - 1]) {
      if (xml.charCodeAt(this.tags.at) !== 60) this.addText(parent);
      else if (xml.charCodeAt(this.tags.at + 1) === 33) this.addSection(parent);
      else this.addTag(this.tags.read(), parent);
    }
    return { [root.named.given]: this.root };
  }

  /** Up to the next tag or section. */
  private addText(parent: Open): void {
    const { xml } = this;
    const { at } = this.tags;
    const solid = behindLayout(xml, at);
    this.tags.at = xml.charCodeAt(solid) === 60 ? solid : xml.indexOf('<', solid);
    if (this.tags.at < 0) throw new OnlySaxKnows();
    // Layout stands between elements in nearly all documents.
    if (solid < this.tags.at || parent.object === undefined || !parent.tag.named.container)
      parent.text += decoded(xml.slice(at, this.tags.at));
  }

  private addSection(parent: Open): void {
    const { xml } = this;
    const { at } = this.tags;
    if (xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(']]>', at + 9);
      if (end < 0) throw new OnlySaxKnows();
      parent.text += xml.slice(at + 9, end);
      if (end > at + 9) parent.wrapped = true;
      this.tags.at = end + 3;
      return;
    }
    const end = xml.startsWith('<!--', at) ? xml.indexOf('--', at + 4) : -1;
    if (end < 0 || xml.charCodeAt(end + 2) !== 62) throw new OnlySaxKnows();
    this.tags.at = end + 3;
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
    const { xml } = this;
    const { at } = this.tags;
    const wrapped = xml.startsWith('<![CDATA[', at);
    const start = wrapped ? at + 9 : at;
    const end = xml.indexOf(wrapped ? ']]>' : '<', start);
    const behind = wrapped ? end + 3 : end;
    if (end < 0 || !xml.startsWith(tag.named.close, behind)) return false;
    this.tags.at = behind + tag.named.close.length;
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
    return new TreeBuilder(xml, new TagReader(xml, givenName, isSought, from)).run();
  } catch (error) {
    if (error instanceof OnlySaxKnows) return undefined;
    throw error;
  }
}
