import Parser from 'rss-parser';
import { statedAtom } from './atom.ts';
import { attributesField, oursOf, type SoughtField, soughtFields } from './fields.ts';
import { withoutLongTexts } from './longTexts.ts';
import { canonicalName, renamedPrefixes } from './names.ts';
import type { Fields } from './nodes.ts';
import { statedRss } from './rss.ts';
import { itemsMax, type StatedFeed } from './stated.ts';

/** Structure that rss-parser looks for itself, as it spells it; every other element is renamed. */
const structure = new Map([
  ['rss', 'rss'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['rdf:rdf', 'rdf:RDF'],
]);

/** rss-parser never settles on some documents; its work is synchronous, so what is not there after a turn of the loop never comes. */
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

/** Reads XML feeds with rss-parser. Throws on what it can't take, and MarkupInText where it would lose the order of a text. */
export async function readWithRssParser(xml: string, kind: 'rss' | 'atom' | 'rdf'): Promise<StatedFeed> {
  const renamed = renamedPrefixes(xml);
  const names = new Map<string, string>();
  // Every field is looked for in every item, so only those that occur are asked for: rss-parser looks once all is parsed.
  const fields: Record<'feed' | 'item', SoughtField[]> = { feed: [attributesField], item: [attributesField] };
  const rename = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const prefixed = canonicalName(name, renamed);
    // In an Atom feed its own elements may stand with a prefix, such as the link to a hub.
    const canonical = kind === 'atom' && prefixed.startsWith('atom:') ? prefixed.slice(5) : prefixed;
    const given = structure.get(canonical) ?? oursOf(canonical);
    names.set(name, given);
    for (const place of ['feed', 'item'] as const) {
      const field = soughtFields[place].get(canonical);
      if (field && !fields[place].includes(field)) fields[place].push(field);
    }
    return given;
  };
  const short = withoutLongTexts(xml);
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [rename], valueProcessors: [short.restored] },
    customFields: fields as never,
  });
  const feed = await settled(parser.parseString(short.xml));
  const items = feed.items.slice(0, itemsMax);
  return { format: kind, ...(kind === 'atom' ? statedAtom(feed, items) : statedRss(feed, items)) };
}
