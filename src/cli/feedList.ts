import { readFile } from 'node:fs/promises';
import { withoutFeedScheme } from '../feeds/address.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { Pool } from '../pool/pool.ts';
import { decodeText } from '../web/decode.ts';
import { Refusal } from './command.ts';

export type ListedFeed = Pick<OpmlFeed, 'url' | 'title'>;

/** A wrong line may be a whole file of something else. */
const shownMax = 100;

/** The feeds of a file, each once: OPML, or an address a line, where # begins a comment. Throws Refusal, ReadError */
export async function readFeedList(file: string, pool: Pool): Promise<ListedFeed[]> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Refusal(`The list ${file} can't be read: ${error.message}`);
  });
  const text = decodeText(bytes);
  const listed: ListedFeed[] = /<opml[\s>]/i.test(text) ? await pool.readOpml(bytes) : linesOf(text);
  if (listed.length === 0) throw new Refusal(`The list ${file} names no feed.`);
  return listed.map((feed) => {
    const url = withoutFeedScheme(feed.url);
    if (/^https?:\/\//i.test(url) && URL.canParse(url)) return { ...feed, url };
    throw new Refusal(`The list ${file} holds "${url.slice(0, shownMax)}", which is no address of a feed.`);
  });
}

function linesOf(text: string): ListedFeed[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
  return [...new Set(lines)].filter((line) => line !== '').map((url) => ({ url }));
}
