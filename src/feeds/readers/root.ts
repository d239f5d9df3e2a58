/** The format of a document, and the index of its root. */
export interface Root {
  kind: 'rss' | 'atom' | 'rdf' | 'json';
  at: number;
}

/** Junk before the root is rarely longer. */
const searched = 200_000;
const commentOrRoot = /<!--[\s\S]*?(?:-->|$)|<(?:[a-z][\w.-]*:)?(rss|feed|rdf|html|head|body)(?=[\s/>])/gi;

const kinds = new Map<string, Root['kind']>([
  ['rss', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);

/** Undefined for a page, and for a document without an element that can be a feed's root. */
export function rootOf(text: string): Root | undefined {
  const start = text.search(/\S/);
  if (text[start] === '{' || text[start] === '[') return { kind: 'json', at: start };
  for (const { 1: name, index } of text.slice(0, searched).matchAll(commentOrRoot)) {
    if (name === undefined) continue;
    const kind = kinds.get(name.toLowerCase());
    return kind && { kind, at: index };
  }
  return undefined;
}
