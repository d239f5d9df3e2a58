import { oursOf } from './fields.ts';

/** The attributes of an element, by their names as written. */
type Attributes = Readonly<Record<string, string>>;

/**
 * What xml2js makes of an element: its text, or `_` (text), `$` (attributes) and a list for each name of its children.
 */
export type Node = string | { _?: string; $?: Attributes; [child: string]: unknown } | undefined;

/** Elements by our names for them: those of a feed or an item. */
export type Fields = Readonly<Record<string, readonly Node[] | undefined>>;

/** A text holds markup, whose order rss-parser loses: the document must be repaired, or read by feedsmith. */
class MarkupInText extends Error {}

/** Throws MarkupInText. */
export function textOf(node: Node): string | undefined {
  if (node === undefined || node === null) return undefined;
  if (typeof node === 'string') return node;
  for (const name in node) if (name !== '_' && name !== '$') throw new MarkupInText(`<${name}> inside a text`);
  return node._;
}

/** The attributes by their lower-case names; if two have the same name, the last one counts. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const written = typeof node === 'object' ? (node.$ ?? {}) : {};
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name.toLowerCase(), value]));
}

const none: readonly never[] = Object.freeze([]);

export function childrenOf(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'object' ? node[oursOf(name)] : undefined;
  return Array.isArray(found) ? found : none;
}

/** rss-parser's names for those of these elements that the document has: most documents use few of them. */
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
