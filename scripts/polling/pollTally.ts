import { type Failure, linesOfFailures } from '../../src/cli/failures.ts';
import type { Log } from '../../src/log.ts';
import type { Polled } from '../../src/reading/pollFeed.ts';

/**
 * Counts the results of one run and reports failures with `tell`. `feeds` are polled; `forgotten` are listed addresses
 * of outlets that asked to be left out.
 */
export function createTally(
  feeds: readonly { id: string; url: string }[],
  forgotten: readonly string[],
  tell: (line: string) => void,
) {
  const urls = new Map(feeds.map(({ id, url }) => [id, url]));
  const polled = new Set<string>();
  /** Feeds whose items could not be stored; undefined for a fault without a feed. */
  const faulty = new Set<string | undefined>();
  const failures: Failure[] = [];
  const sums = { read: 0, unchanged: 0, failed: forgotten.length, newArticles: 0 };
  for (const url of forgotten) {
    tell(`${shownUrl(url)}: its outlet asked not to be read (lede forget); take it off the list.`);
  }
  return {
    /** Reports only errors: the poll loop logs our own faults as errors, such as a full disk. */
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
    onPolled({ feed, event: { kind }, taken, problem }: Polled): void {
      polled.add(feed.id);
      if (kind === 'read' || kind === 'unchanged') sums[kind]++;
      else sums.failed++;
      sums.newArticles += taken?.articles.length ?? 0;
      if (problem) failures.push({ line: `${shownUrl(feed.url)}: ${problem.reason}`, code: problem.code });
    },
    tellFailures(): void {
      for (const line of linesOfFailures(failures, polled.size)) tell(line);
    },
    /** The figures for `--json`. `left` are feeds that aren't due, that are gone, or whose host asked for a pause. */
    counts() {
      const all = feeds.length + forgotten.length;
      const notStored = [...faulty].filter((id) => id !== undefined && !polled.has(id)).length;
      const failed = sums.failed + notStored;
      return { feeds: all, ...sums, failed, left: all - sums.read - sums.unchanged - failed };
    },
    /** Whether all polls succeeded, with no fault of the publisher's or ours. */
    isClean: () => sums.failed === 0 && faulty.size === 0,
  };
}

/** A query may contain a token, and cron mails the output. */
function shownUrl(address: string): string {
  const url = URL.parse(address);
  return url === null ? 'a feed' : `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
