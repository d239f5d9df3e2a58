import { oursOf } from './fields.ts';
import { type Attributes, standIn } from './shortDocument.ts';

/** What xml2js makes of an element: a string, or an object with `_` (text), `$` (attributes) and arrays of children. */
export type Node = string | NodeObject | undefined;
/** Those of the document, or one that stands for all of them. */
type GivenAttributes = Readonly<Record<string, string | Attributes>>;
interface NodeObject {
  readonly _?: string;
  readonly $?: GivenAttributes;
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

const noAttributes: Attributes = {};
function statedIn(given: GivenAttributes | undefined): Attributes {
  const all = given?.[standIn];
  return typeof all === 'object' ? all : ((given as Attributes | undefined) ?? noAttributes);
}

/** The attributes by their lower-case names. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const attributes = statedIn(typeof node === 'object' ? node.$ : undefined);
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
  return statedIn(fields.attributes as unknown as GivenAttributes | undefined)[name];
}
