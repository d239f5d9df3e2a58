import { bodyText } from './bodyText.ts';
import { type FeedDocument, type ReadContext, ReadError } from './document.ts';
import { readJsonFeed } from './readers/jsonFeed.ts';
import { repaired } from './readers/repair.ts';
import { type Root, rootOf } from './readers/root.ts';
import { readWithRssParser } from './readers/rssParser.ts';
import type { StatedFeed } from './readers/stated.ts';
import { tidied } from './tidy.ts';

/** Nearly all feeds can do without it, and it takes longer to load than all the rest. */
export const loadSecondReader = () => import('./readers/feedsmith.ts');

type Attempt = () => StatedFeed | Promise<StatedFeed>;

/**
 * In this order until one finds items: rss-parser; rss-parser with the document repaired, where a text holds markup of
 * its own or anything is broken; feedsmith. `without` the first reader, the other is all that is left; of JSON Feed
 * there is one.
 */
function attempts(text: string, { kind, at }: Root, without: 'first' | undefined): Attempt[] {
  const plain = (): string => text.slice(at);
  if (kind === 'json') return [() => readJsonFeed(plain())];
  const feedsmith =
    (read: () => string): Attempt =>
    async () =>
      (await loadSecondReader()).readWithFeedsmith(read(), kind);
  let written: string | undefined;
  const again = (): string => {
    written ??= repaired(text, at);
    return written;
  };
  const rssParser: Attempt = () => readWithRssParser(text, kind, at);
  const rssParserAgain: Attempt = () => readWithRssParser(again(), kind);
  const other = [feedsmith(again), feedsmith(plain)];
  return without ? other : [rssParser, rssParserAgain, ...other];
}

/**
 * Reads RSS, RDF, Atom and JSON Feed. For workers: it can take seconds on a hostile document, and it loads the parsers.
 * Throws ReadError with a sentence for users; of two readers' answers one is taken whole.
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
  let withoutItems: StatedFeed | undefined;
  let problem: unknown;
  for (const attempt of attempts(text, root, without)) {
    try {
      const stated = await attempt();
      const { base = root.base, language = root.language } = stated;
      const feed = { ...stated, base, language };
      if (feed.items.length > 0) return tidied(feed, context.url);
      withoutItems ??= feed;
    } catch (error) {
      problem ??= error;
    }
  }
  if (withoutItems) return tidied(withoutItems, context.url);
  throw new ReadError(root.kind === 'json' ? 'not-a-feed' : 'broken', 'The feed is too damaged to be read.', problem);
}
