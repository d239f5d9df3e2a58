import { readFile } from 'node:fs/promises';
import { CliRefusal } from '../../src/cli/command.ts';
import { withoutFeedScheme } from '../../src/engine/feeds/discovery.ts';
import type { OpmlFeed } from '../../src/engine/feeds/opml.ts';
import { decodeText } from '../../src/engine/text/decode.ts';
import type { Pool } from '../../src/reading/pool/pool.ts';

export type ListedFeed = Pick<OpmlFeed, 'url' | 'title'>;

/** How many refused lines are printed, because the file may not be a list of feeds at all. */
const shownMax = 100;
const wrongMax = 20;

/** The feeds of a list, each once, and a sentence for each line without a feed. */
interface FeedList {
  feeds: ListedFeed[];
  wrong: string[];
}

/** Reads OPML, or one address per line with # for comments. Throws CliRefusal if there is no feed, and ReadError. */
export async function readFeedList(file: string, pool: Pool): Promise<FeedList> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CliRefusal(`The list ${file} can't be read: ${error.message}`);
  });
  const text = decodeText(bytes);
  const isOpml = /<opml[\s>]/i.test(text);
  const listed = isOpml ? await pool.readOpml(bytes) : linesOf(text);
  const feeds = new Map<string, ListedFeed>();
  const wrong: string[] = [];
  for (const [index, { url: given, title }] of listed.entries()) {
    const url = withoutFeedScheme(given);
    if (/^https?:\/\//i.test(url) && URL.canParse(url)) {
      if (!feeds.has(url)) feeds.set(url, { url, title });
    } else if (given !== '') {
      // A query may contain a token, and cron mails the output.
      const shown = given.replace(/\?.*/s, '?…').slice(0, shownMax);
      wrong.push(`${file}, ${isOpml ? 'feed' : 'line'} ${index + 1}: "${shown}" is no address of a feed.`);
    }
  }
  if (wrong.length > wrongMax) wrong.splice(wrongMax, wrong.length, `${file}: and ${wrong.length - wrongMax} more.`);
  if (feeds.size === 0) throw new CliRefusal([...wrong, `The list ${file} names no feed.`].join('\n'));
  return { feeds: [...feeds.values()], wrong };
}

const linesOf = (text: string): ListedFeed[] =>
  text.split(/\r?\n/).map((line) => ({ url: line.replace(/(?:^|\s)#.*$/, '').trim() }));
