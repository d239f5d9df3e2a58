import type { Log } from '../log.ts';
import type { Polled } from '../reading/pollFeed.ts';

/** What a run did, as `--json` prints it. */
export interface Counts {
  feeds: number;
  read: number;
  unchanged: number;
  /** They could not be read, or what they brought could not be stored. */
  failed: number;
  /** Not due yet, resting at their host's wish, or gone. */
  left: number;
  newArticles: number;
  /** Articles in the database, of these and other feeds. */
  storedArticles: number;
}

/** Counts what becomes of the feeds of one run, and tells what goes wrong with them. */
export interface PollTally {
  /** Of the poll loop: what it logs as an error is a fault of our own, such as a full disk. */
  log: Log;
  onPolled(polled: Polled): void;
  /** The list names it, but its outlet asked not to be read. */
  leaveOut(url: string): void;
  counts(): Omit<Counts, 'storedArticles'>;
  /** Nothing went wrong, here or at a publisher's. */
  isClean(): boolean;
}

/** `feeds` are all that the run is about; `tell` prints one line for the operator. */
export function createTally(feeds: readonly { id: string; url: string }[], tell: (line: string) => void): PollTally {
  const urls = new Map(feeds.map(({ id, url }) => [id, url]));
  const polled = new Set<string>();
  const faulty = new Set<string | undefined>();
  let leftOut = 0;
  const sums = { read: 0, unchanged: 0, failed: 0, newArticles: 0 };
  const failed = () => sums.failed + [...faulty].filter((id) => id !== undefined && !polled.has(id)).length;
  return {
    log: {
      debug() {},
      info() {},
      warn() {},
      error({ feed, err }: { feed?: string; err?: unknown }, sentence = 'failed') {
        faulty.add(feed);
        const what = err instanceof Error ? err.message : String(err);
        tell(`${feed === undefined ? '' : `${shownUrl(urls.get(feed) ?? '')}: `}${sentence}: ${what}`);
      },
    } as Log,
    onPolled({ feed, event: { kind }, taken, problem }) {
      polled.add(feed.id);
      if (kind === 'read' || kind === 'unchanged') sums[kind]++;
      else sums.failed++;
      sums.newArticles += taken?.articles.length ?? 0;
      if (problem) tell(`${shownUrl(feed.url)}: ${problem.reason}`);
    },
    leaveOut(url) {
      leftOut++;
      sums.failed++;
      tell(`${shownUrl(url)}: its outlet asked not to be read (npm run forget); take it off the list.`);
    },
    counts() {
      const feedsAll = urls.size + leftOut;
      return { feeds: feedsAll, ...sums, failed: failed(), left: feedsAll - sums.read - sums.unchanged - failed() };
    },
    isClean: () => sums.failed === 0 && faulty.size === 0,
  };
}

/** A query may hold a token, and what cron prints is mailed. */
function shownUrl(address: string): string {
  const url = URL.parse(address);
  return url === null ? 'a feed' : `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
