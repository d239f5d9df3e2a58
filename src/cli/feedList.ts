import { readFile } from 'node:fs/promises';
import { withoutFeedScheme } from '../feeds/address.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { Pool } from '../pool/pool.ts';
import { decodeText } from '../web/decode.ts';

/** A feed of the operator's list. */
export type ListedFeed = Pick<OpmlFeed, 'url' | 'title'>;

/** A list that can't be used; the message is a sentence for the operator. */
export class FeedListError extends Error {
  readonly code = 'feed-list';
}

/**
 * The feeds of a file, each once: OPML, or an address a line, where # begins a comment. Throws FeedListError, ReadError
 */
export async function readFeedList(file: string, pool: Pool): Promise<ListedFeed[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new FeedListError(`The list ${file} can't be read: ${(error as Error).message}`, { cause: error });
  }
  const text = decodeText(bytes);
  if (/<opml[\s>]/i.test(text)) return checked(file, await pool.readOpml(bytes));
  const lines = text.split(/\r?\n/).flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').trim() || []);
  return checked(
    file,
    [...new Set(lines)].map((url) => ({ url })),
  );
}

/** Of a wrong line, which may be a whole file of something else. */
const shownMax = 100;

function checked(file: string, listed: ListedFeed[]): ListedFeed[] {
  const feeds = listed.map((feed) => ({ ...feed, url: withoutFeedScheme(feed.url) }));
  if (feeds.length === 0) throw new FeedListError(`The list ${file} names no feed.`);
  const wrong = feeds.find(({ url }) => !/^https?:\/\//i.test(url) || !URL.canParse(url));
  if (wrong)
    throw new FeedListError(`The list ${file} holds "${wrong.url.slice(0, shownMax)}", which is no address of a feed.`);
  return feeds;
}
