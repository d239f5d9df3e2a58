import { itemsClosed } from '../permissions/rsl.ts';
import { bodyText } from './bodyText.ts';
import { type FeedDocument, type ReadContext, ReadError } from './document.ts';
import { repaired } from './readers/repair.ts';
import { readWithRssParser } from './readers/rssParser.ts';
import { feedItemsMax, type StatedFeed } from './readers/stated.ts';
import { tidied } from './tidy.ts';

/** The format of a document, and the index of its root. */
interface Root {
  kind: 'rss' | 'atom' | 'rdf' | 'json';
  at: number;
}

/** Characters that are searched for the root. Junk before the root is rarely longer. */
const searched = 200_000;
const commentOrRoot = /<!--[\s\S]*?(?:-->|$)|<(?:[a-z][\w.-]*:)?(rss|feed|rdf|html|head|body)(?=[\s/>])/gi;

const kinds = new Map<string, Root['kind']>([
  ['rss', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);

/** Undefined for a web page, and for a document without a root element of a feed. */
function rootOf(text: string): Root | undefined {
  const start = text.search(/\S/);
  if (text[start] === '{' || text[start] === '[') return { kind: 'json', at: start };
  for (const { 1: name, index } of text.slice(0, searched).matchAll(commentOrRoot)) {
    if (name === undefined) continue;
    const kind = kinds.get(name.toLowerCase());
    return kind && { kind, at: index };
  }
  return undefined;
}

/** Loads feedsmith on demand, because few feeds need it and it takes longer to load than everything else. */
export const loadSecondReader = () => import('./readers/feedsmith.ts');

type Attempt = () => StatedFeed | Promise<StatedFeed>;

/**
 * The attempts in order, until one finds items: rss-parser; rss-parser on the repaired document, in case the XML is
 * broken or a text contains markup; feedsmith on the repaired document. Only feedsmith reads JSON. `without` skips
 * rss-parser.
 */
function attempts(text: string, { kind, at }: Root, without: 'first' | undefined): Attempt[] {
  const feedsmith =
    (read: () => string): Attempt =>
    async () =>
      (await loadSecondReader()).readWithFeedsmith(read(), kind);
  if (kind === 'json') return [feedsmith(() => text)];
  let written: string | undefined;
  const again = (): string => {
    written ??= repaired(text, at);
    return written;
  };
  if (without) return [feedsmith(again)];
  return [() => readWithRssParser(text.slice(at), kind), () => readWithRssParser(again(), kind), feedsmith(again)];
}

/** Marks items whose licence forbids search. If the parser left out or added items, one such licence marks all. */
function withLicences(feed: StatedFeed, text: string): StatedFeed {
  const closed = itemsClosed(text);
  if (closed === undefined || !closed.includes(true)) return feed;
  const isWhole = closed.slice(0, feedItemsMax).length === feed.items.length;
  return { ...feed, items: feed.items.map((item, at) => ({ ...item, isClosed: !isWhole || closed[at] === true })) };
}

/**
 * Reads RSS, RDF, Atom and JSON Feed. Call it in a worker thread, because a hostile document can take seconds. Throws
 * ReadError with a sentence for users.
 */
export async function readFeedDocument(
  bytes: Uint8Array,
  context: ReadContext,
  without?: 'first',
): Promise<FeedDocument> {
  const text = bodyText(bytes, context);
  if (text.trim() === '') throw new ReadError('empty', 'The address gave an empty document.');
  const root = rootOf(text);
  if (!root) throw new ReadError('not-a-feed', 'This is not a feed but some other document.');
  const read = (feed: StatedFeed): FeedDocument => ({ ...tidied(feed, context.url), bytes: Buffer.byteLength(text) });
  let withoutItems: StatedFeed | undefined;
  let problem: unknown;
  for (const attempt of attempts(text, root, without)) {
    try {
      const feed = await attempt();
      if (feed.items.length > 0) return read(withLicences(feed, text));
      withoutItems ??= feed;
    } catch (error) {
      problem ??= error;
    }
  }
  if (withoutItems) return read(withoutItems);
  throw new ReadError(root.kind === 'json' ? 'not-a-feed' : 'broken', 'The feed is too damaged to be read.', problem);
}
