import Parser from 'rss-parser';
import { statedAtom } from './atom.ts';
import { attributesField, oursOf, type SoughtField, soughtFields } from './fields.ts';
import { canonicalName, renamedPrefixes } from './names.ts';
import type { Fields } from './nodes.ts';
import { withPrefixes } from './ownNamespaces.ts';
import { withMeantCharacters } from './references.ts';
import { statedRss } from './rss.ts';
import { itemsMax, type StatedFeed } from './stated.ts';

/** Elements that rss-parser itself looks for, as it spells them. Every other element is renamed. */
const structure = new Map([
  ['rss', 'rss'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['rdf:rdf', 'rdf:RDF'],
]);

/**
 * On some documents rss-parser's promise never settles. It works synchronously, so two turns of the loop are enough to
 * wait.
 */
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

/** Reads an XML feed with rss-parser. Throws what rss-parser throws, and MarkupInText if a text holds markup. */
export async function readWithRssParser(written: string, kind: 'rss' | 'atom' | 'rdf', from = 0): Promise<StatedFeed> {
  const xml = withPrefixes(written, from);
  const renamed = renamedPrefixes(xml, from);
  const canonicalOf = (name: string): string => {
    const canonical = canonicalName(name, renamed);
    // In an Atom feed its own elements may stand with a prefix, such as the link to a hub.
    return kind === 'atom' && canonical.startsWith('atom:') ? canonical.slice(5) : canonical;
  };
  const names = new Map<string, string>();
  // rss-parser looks for every field in every item, so it is told only of those that it met while parsing.
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
  const feed = await settled(parser.parseString(withMeantCharacters(xml.slice(from))));
  const items = feed.items.slice(0, itemsMax);
  const occurring = (...elements: string[]) => elements.filter((name) => occurs.has(name)).map(oursOf);
  const stated = kind === 'atom' ? statedAtom : statedRss;
  return { format: kind, ...stated(feed, items, occurring) };
}
