/** The attributes of an element, by their names as written. */
type Attributes = Readonly<Record<string, string>>;

/**
 * An element as xml2js represents it: its text, or an object with `_` (text), `$` (attributes) and one list per child
 * name.
 */
export type Node = string | { _?: string; $?: Attributes; [child: string]: unknown } | undefined;

/** The elements of a feed or an item, keyed by the names from `ourName`. */
export type Fields = Readonly<Record<string, readonly Node[] | undefined>>;

/**
 * Renames an element for rss-parser. Under the real name, rss-parser would make a snippet of each text, in quadratic
 * time, and xml2js would confuse an element such as `constructor` with a property of every object.
 */
export const ourName = (name: string): string => `x-${name}`;
export const ourNames = (...names: string[]): readonly string[] => names.map(ourName);

/** Thrown if a text contains markup, whose order xml2js loses. The document must be repaired or read by feedsmith. */
class MarkupInText extends Error {}

/** Throws MarkupInText. */
export function nodeText(node: Node): string | undefined {
  if (typeof node !== 'object' || node === null) return node;
  for (const name in node) if (name !== '_' && name !== '$') throw new MarkupInText(`<${name}> inside a text`);
  return node._;
}

/** Keyed by lower-case names. If two attributes have the same name, the last one counts. */
export function attributesOf(node: Node): Readonly<Record<string, string | undefined>> {
  const written = typeof node === 'object' ? (node.$ ?? {}) : {};
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name.toLowerCase(), value]));
}

export function childrenNamed(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'object' ? node[ourName(name)] : undefined;
  return Array.isArray(found) ? found : [];
}

/** In the order of `names`, which come from `ourNames`. */
export function nodesOf(fields: Fields, names: readonly string[]): readonly Node[] {
  return names.flatMap((name) => fields[name] ?? []);
}

/** In the order of `names`, which come from `ourNames`. Throws MarkupInText. */
export function textsOf(fields: Fields, names: readonly string[]): readonly (string | undefined)[] {
  return nodesOf(fields, names).map(nodeText);
}

/** An attribute of the item or feed itself. */
export function ownAttribute(fields: Fields, name: string): string | undefined {
  return (fields.attributes as unknown as Attributes | undefined)?.[name];
}
