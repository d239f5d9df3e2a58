import { oursOf } from './fields.ts';
import type { Attributes, Tree } from './xmlTree.ts';

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
  for (const name of Object.keys(node))
    if (name !== '_' && name !== '$') throw new MarkupInText(`<${name}> inside a text`);
  return node._;
}

const upper = /[A-Z]/;
const noAttributes: Attributes = {};

/** The attributes by their lower-case names; of two the last. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const written = typeof node === 'object' ? (node.$ ?? noAttributes) : noAttributes;
  for (const name in written) {
    if (upper.test(name)) {
      return Object.fromEntries(Object.entries(written).map(([one, value]) => [one.toLowerCase(), value]));
    }
  }
  return written;
}

export function childrenOf(node: Node, name: string): readonly Node[] {
  if (typeof node !== 'object') return [];
  const found = node[oursOf(name)];
  return Array.isArray(found) ? found : [];
}

/**
 * Of these elements, the names that rss-parser has for those that occur in the document: it knows few of the many that feeds use, so
 * that only a few are looked for in each item.
 */
export type Occurring = (...elements: string[]) => readonly string[];

/** In the order of the names. */
export function nodesOf(fields: Fields, names: readonly string[]): Node[] {
  const found: Node[] = [];
  for (const name of names) {
    const nodes = fields[name];
    if (nodes) for (const node of nodes) found.push(node);
  }
  return found;
}

/** In the order of the names. Throws MarkupInText. */
export function textsOf(fields: Fields, names: readonly string[]): (string | undefined)[] {
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
