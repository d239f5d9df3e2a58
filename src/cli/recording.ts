import type { EpochMs } from '../clock.ts';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../feeds/catalogue.ts';
import type { Pool } from '../pool/pool.ts';
import { outletIdOfListed } from '../reading/outlets.ts';
import { type FeedAnswer, listeningFetcher, record } from '../replay/record.ts';
import type { Fetcher } from '../web/fetch.ts';
import { type ListedFeed, readFeedList } from './feedList.ts';

/** An archive that one run adds to. */
export interface Recording {
  listed: readonly ListedFeed[];
  /** Lets all requests through, and keeps what the listed feeds answer. */
  listenTo(fetcher: Fetcher): Fetcher;
  /** Adds what was heard to the archive. */
  write(now: EpochMs): void;
}

const listTopic = { id: 'news', names: { en: 'News' }, colour: 0x3366cc };

/** The feeds are those of a list, or the catalogue's. Throws FeedListError, ReadError, CatalogueError, ArchiveError */
export async function openRecording(
  folder: string,
  given: { feeds?: string; catalogueFile?: string },
  pool: Pool,
): Promise<Recording> {
  const catalogue =
    given.feeds === undefined
      ? readCatalogue(given.catalogueFile ?? builtInCatalogue)
      : catalogueOf(await readFeedList(given.feeds, pool));
  const urls = catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }) => url));
  const answers: FeedAnswer[] = [];
  return {
    listed: urls.map((url) => ({ url })),
    listenTo: (fetcher) => listeningFetcher(fetcher, new Set(urls), answers),
    write: (now) => void record(folder, catalogue, answers, now),
  };
}

/** One outlet for each host, all under one topic. */
function catalogueOf(listed: readonly ListedFeed[]): Catalogue {
  const byHost = Map.groupBy(listed, ({ url }) => new URL(url).host);
  const outlets = [...byHost].map(([host, feeds]) => ({
    id: outletIdOfListed(host),
    name: feeds[0]?.title ?? host.replace(/^www\./, ''),
    country: '',
    owner: '',
    paywall: false,
    language: 'und',
    siteUrl: `https://${host}/`,
    feeds: feeds.map(({ url }) => ({ url, topicId: listTopic.id, general: true })),
    checked: null,
  }));
  return { topics: [listTopic], outlets };
}
