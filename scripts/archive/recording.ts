import type { EpochMs } from '../../src/clock.ts';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../../src/newsroom/catalogue.ts';
import type { Pool } from '../../src/reading/pool/pool.ts';
import type { Fetcher } from '../../src/web/fetch.ts';
import { type ListedFeed, readFeedList } from '../polling/feedList.ts';
import { type FeedAnswer, listeningFetcher, record } from './record.ts';

const listTopic = { id: 'news', names: { en: 'News' }, colour: 0x3366cc };

/**
 * Opens an archive for one run, which adds to it. Its feeds are from a list or from the catalogue. Throws CliRefusal,
 * ReadError and CatalogueError.
 */
export async function openRecording(
  folder: string,
  list: string | undefined,
  catalogueFile: string | undefined,
  pool: Pool,
) {
  const given = list === undefined ? undefined : await readFeedList(list, pool);
  const catalogue = given === undefined ? readCatalogue(catalogueFile ?? builtInCatalogue) : catalogueOf(given.feeds);
  const listed = catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }): ListedFeed => ({ url })));
  const urls = new Set(listed.map(({ url }) => url));
  const answers: FeedAnswer[] = [];
  return {
    feeds: listed,
    wrong: given?.wrong ?? [],
    /** A fetcher that also collects the answers of the listed feeds. */
    listenTo: (fetcher: Fetcher) => listeningFetcher(fetcher, urls, answers),
    /** Adds the collected answers to the archive. Throws ArchiveError. */
    write: (now: EpochMs) => void record(folder, catalogue, answers, now),
  };
}

/** One outlet for each host, all under one topic. */
function catalogueOf(listed: readonly ListedFeed[]): Catalogue {
  const byHost = Map.groupBy(listed, ({ url }) => new URL(url).host);
  const outlets = [...byHost].map(([host, feeds]) => ({
    id: host.replace(/[^a-z0-9]+/g, '-'),
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
