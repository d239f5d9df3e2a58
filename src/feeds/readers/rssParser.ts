import Parser from 'rss-parser';
import { statedAtom } from './atom.ts';
import { attributesField, oursOf, type SoughtField, soughtFields } from './fields.ts';
import { canonicalName, renamedPrefixes } from './names.ts';
import type { Fields } from './nodes.ts';
import { withPrefixes } from './ownNamespaces.ts';
import { withMeantCharacters } from './references.ts';
import { statedRss } from './rss.ts';
import { itemsMax, type StatedFeed } from './stated.ts';
import { xmlTree } from './xmlTree.ts';

/** Structure that rss-parser looks for itself, as it spells it; every other element is renamed. */
const structure = new Map([
  ['rss', 'rss'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['rdf:rdf', 'rdf:RDF'],
]);

/** rss-parser never settles on some documents that xml2js reads; its work is synchronous, so what is not there after a turn of the loop never comes. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Immediate | undefined;
  const never = new Promise<never>((_, reject) => {
    timer = setImmediate(() => setImmediate(() => reject(new Error('rss-parser gave no answer'))));
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    clearImmediate(timer);
  }
}

/** What rss-parser has xml2js do. */
interface XmlParser {
  parseString(xml: string, done: (error: Error | null, tree: unknown) => void): void;
}

/** Has rss-parser read this tree, in place of what xml2js would make of a document. */
function give(parser: object, tree: object): void {
  const xmlParser: XmlParser = { parseString: (_, done) => done(null, tree) };
  Object.assign(parser, { xmlParser });
}

/** Reads XML feeds with rss-parser. Throws on what it can't take, and MarkupInText where it would lose the order of a text. */
export async function readWithRssParser(written: string, kind: 'rss' | 'atom' | 'rdf', from = 0): Promise<StatedFeed> {
  const xml = withPrefixes(written, from);
  const renamed = renamedPrefixes(xml, from);
  const canonicalOf = (name: string): string => {
    const canonical = canonicalName(name, renamed);
    // In an Atom feed its own elements may stand with a prefix, such as the link to a hub.
    return kind === 'atom' && canonical.startsWith('atom:') ? canonical.slice(5) : canonical;
  };
  const isSought = (name: string): boolean => {
    const canonical = canonicalOf(name);
    return structure.has(canonical) || soughtFields.feed.has(canonical) || soughtFields.item.has(canonical);
  };
  const names = new Map<string, string>();
  // Every field is looked for in every item, so only those that occur are asked for: rss-parser looks once all is parsed.
  const fields: Record<'feed' | 'item', SoughtField[]> = { feed: [attributesField], item: [attributesField] };
  const occurs = new Set<string>();
  const rename = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const canonical = canonicalOf(name);
    const given = structure.get(canonical) ?? oursOf(canonical);
    names.set(name, given);
    occurs.add(canonical);
    for (const place of ['feed', 'item'] as const) {
      const field = soughtFields[place].get(canonical);
      if (field && !fields[place].includes(field)) fields[place].push(field);
    }
    return given;
  };
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [rename] },
    customFields: fields as never,
  });
  const tree = xmlTree(xml, rename, isSought, from);
  if (tree) give(parser, tree);
  const feed = await (tree
    ? parser.parseString('')
    : settled(parser.parseString(withMeantCharacters(xml.slice(from)))));
  const items = feed.items.slice(0, itemsMax);
  const occurring = (...elements: string[]) => elements.filter((name) => occurs.has(name)).map(oursOf);
  const stated = kind === 'atom' ? statedAtom : statedRss;
  return { format: kind, ...stated(feed, items, occurring) };
}
