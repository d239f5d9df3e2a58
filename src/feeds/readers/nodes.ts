import { oursOf } from './fields.ts';

/** What xml2js makes of an element: a string, or an object with `_` (text), `$` (attributes) and arrays of children. */
export type Node = string | NodeObject | undefined;
interface NodeObject {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly [child: string]: unknown;
}

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

/** The attributes by their lower-case names. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const attributes = typeof node === 'object' ? (node.$ ?? {}) : {};
  const names = Object.keys(attributes);
  if (!names.some((name) => upper.test(name))) return attributes;
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), attributes[name]]));
}

export function childrenOf(node: Node, name: string): readonly Node[] {
  if (typeof node !== 'object') return [];
  const found = node[oursOf(name)];
  return Array.isArray(found) ? found : [];
}

const none: readonly Node[] = [];
export const nodesOf = (fields: Fields, name: string): readonly Node[] => fields[oursOf(name)] ?? none;

/** In the order of the names. Throws MarkupInText. */
export function textsOf(fields: Fields, ...names: string[]): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (const name of names) for (const node of nodesOf(fields, name)) found.push(textOf(node));
  return found;
}

/** An attribute of the item or feed itself. */
export function ownAttribute(fields: Fields, name: string): string | undefined {
  const attributes: unknown = fields.attributes;
  if (typeof attributes !== 'object' || attributes === null || !(name in attributes)) return undefined;
  return String((attributes as Readonly<Record<string, unknown>>)[name]);
}
