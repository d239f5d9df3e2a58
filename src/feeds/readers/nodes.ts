import { oursOf } from './fields.ts';
import type { Attributes } from './xmlTags.ts';
import type { Tree } from './xmlTree.ts';

/** What rss-parser has of an element. */
export type Node = Tree | undefined;

/** Elements by our names for them: those of a feed or an item. */
export type Fields = Readonly<Record<string, readonly Node[] | undefined>>;

/** A text holds markup of its own, whose order rss-parser loses; the document must be repaired, or read by another reader. */
class MarkupInText extends Error {}

/** Throws MarkupInText. */
export function textOf(node: Node): string | undefined {
  if (node === undefined || node === null) return undefined;
  if (typeof node === 'string') return node;
  for (const name in node) if (name !== '_' && name !== '$') throw new MarkupInText(`<${name}> inside a text`);
  return node._;
}

const upper = /[A-Z]/;
const noAttributes: Attributes = {};
/** Of a tag that comes again there is one object, of which the names in small letters are made once. */
const lowered = new WeakMap<Attributes, Attributes>();

function lowerNames(written: Attributes): Attributes {
  const known = lowered.get(written);
  if (known) return known;
  const lower = Object.fromEntries(Object.entries(written).map(([name, value]) => [name.toLowerCase(), value]));
  lowered.set(written, lower);
  return lower;
}

/** The attributes by their lower-case names; of two the last. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const written = typeof node === 'object' ? (node.$ ?? noAttributes) : noAttributes;
  for (const name in written) if (upper.test(name)) return lowerNames(written);
  return written;
}

/** Most of what is looked for is not there. */
const none: readonly never[] = Object.freeze([]);

export function childrenOf(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'object' ? node[oursOf(name)] : undefined;
  return Array.isArray(found) ? found : none;
}

/**
 * Of these elements, the names that rss-parser has for those that occur in the document: it knows few of the many that feeds use, so
 * that only a few are looked for in each item.
 */
export type Occurring = (...elements: string[]) => readonly string[];

/** In the order of the names. */
export function nodesOf(fields: Fields, names: readonly string[]): readonly Node[] {
  if (names.length === 0) return none;
  const found: Node[] = [];
  for (const name of names) {
    const nodes = fields[name];
    if (nodes) for (const node of nodes) found.push(node);
  }
  return found;
}

/** In the order of the names. Throws MarkupInText. */
export function textsOf(fields: Fields, names: readonly string[]): readonly (string | undefined)[] {
  if (names.length === 0) return none;
  const found: (string | undefined)[] = [];
  for (const name of names) {
    const nodes = fields[name];
    if (nodes) for (const node of nodes) found.push(textOf(node));
  }
  return found;
}

/** An attribute of the item or feed itself. */
export function ownAttribute(fields: Fields, name: string): string | undefined {
  return (fields.attributes as unknown as Attributes | undefined)?.[name];
}
