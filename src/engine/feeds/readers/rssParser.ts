import Parser from 'rss-parser';
import { statedAtom } from './atom.ts';
import { type Fields, ourName } from './nodes.ts';
import { withMeantCharacters } from './references.ts';
import { statedRss } from './rss.ts';
import { feedItemsMax, type StatedFeed } from './stated.ts';

/** Elements that rss-parser itself looks for, in its spelling. Every other element is renamed. */
const structure = new Map([
  ['rss', 'rss'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['rdf:rdf', 'rdf:RDF'],
]);

/** How many different element names are read. */
const namesMax = 300;

const field = (from: string, to: string) => [from, to, { keepArray: true }];

/**
 * Rejects if rss-parser's promise never settles, which happens on some documents. rss-parser works synchronously, so
 * two turns of the event loop are enough.
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
export async function readWithRssParser(xml: string, kind: 'rss' | 'atom' | 'rdf'): Promise<StatedFeed> {
  const given = new Map<string, string>();
  // The fields that rss-parser copies from a feed or an item: the attributes, and every element name found so far.
  const copied = [field('$', 'attributes')];
  const rename = (name: string): string => {
    const known = given.get(name);
    if (known !== undefined) return known;
    // FeedBurner and .NET write Atom's elements, such as links, with the prefixes `atom10:` and `a10:`.
    const lower = name.toLowerCase().replace(/^a(?:tom)?10:/, 'atom:');
    const meant = kind === 'atom' && lower.startsWith('atom:') ? lower.slice(5) : lower;
    const renamed = structure.get(meant) ?? ourName(meant);
    given.set(name, renamed);
    if (copied.length < namesMax) copied.push(field(renamed, renamed));
    return renamed;
  };
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [rename] },
    customFields: { feed: copied, item: copied } as never,
  });
  const feed = await settled(parser.parseString(withMeantCharacters(xml)));
  const items = feed.items.slice(0, feedItemsMax);
  const stated = kind === 'atom' ? statedAtom : statedRss;
  return { format: kind, ...stated(feed, items) };
}
