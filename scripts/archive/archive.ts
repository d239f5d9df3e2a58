import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { EpochMs, Wall } from '../../src/clock.ts';
import { canonicalUrl } from '../../src/engine/articles/canonicalUrl.ts';
import { type Catalogue, readCatalogue } from '../../src/newsroom/catalogue.ts';
import type { Fetcher, FetchHeaders, FetchOutcome } from '../../src/web/fetch.ts';

const item = z.object({
  key: z.string(),
  /** When the feed first listed the item, in epoch ms. */
  at: z.number(),
  /** The versions of the item's XML, each with the time in epoch ms when it was first listed. */
  versions: z.array(z.tuple([z.number(), z.string()])).min(1),
});
const feed = z.object({
  url: z.url({ protocol: /^https?$/ }),
  head: z.string(),
  tail: z.string(),
  /** The largest number of items that the document has listed. */
  max: z.number().int().nonnegative(),
  items: z.array(item),
});

/** The items of one feed over time; `feeds.json.gz` of an archive is a list of these. */
export type RecordedFeed = z.infer<typeof feed>;

/** A recording of feeds over days, and of some of their pages. */
export interface Archive {
  catalogue: Catalogue;
  feeds: readonly RecordedFeed[];
  /** Canonical address → file with the gzipped HTML. */
  pages: ReadonlyMap<string, string>;
}

/** An archive that can't be read; the message is a sentence for the operator. */
export class ArchiveError extends Error {
  readonly code = 'archive';
}

/** How many items a replayed document lists, if the archive has so many. */
const listedMin = 20;
export const feedsFile = 'feeds.json.gz';

/** The feeds recorded in a folder; none if nothing was recorded yet. Throws ArchiveError. */
export function readRecordedFeeds(folder: string): RecordedFeed[] {
  const file = join(folder, feedsFile);
  if (!existsSync(file)) return [];
  try {
    return z.array(feed).parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error).split('\n')[0] : (error as Error).message;
    throw new ArchiveError(`${file} is no recording of feeds: ${what}`, { cause: error });
  }
}

/** Throws ArchiveError and CatalogueError. */
export function readArchive(folder: string): Archive {
  const feeds = readRecordedFeeds(folder);
  if (feeds.length === 0)
    throw new ArchiveError(`${folder} holds no ${feedsFile}: npm run poll -- --record makes one.`);
  const list = join(folder, 'pages.json');
  const pages = existsSync(list) ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(list, 'utf8'))) : {};
  const byAddress = Object.entries(pages).map(
    ([url, file]) => [canonicalUrl(url) ?? url, join(folder, 'pages', file)] as const,
  );
  return { catalogue: readCatalogue(join(folder, 'catalogue.json')), feeds, pages: new Map(byAddress) };
}

/** When the last item was listed. */
export function endOf({ feeds }: Archive): EpochMs {
  return feeds.reduce((end, { items }) => items.reduce((latest, { at }) => Math.max(latest, at), end), 0);
}

/** The feed's document at a given time: the latest items until then, newest first, each in its version of that time. */
function documentAt({ head, tail, max, items }: RecordedFeed, now: EpochMs): string {
  const listed = items.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at);
  const shown = listed.slice(0, Math.max(max, listedMin)).map(({ versions }) => {
    return versions.findLast(([from]) => from <= now)?.[1] ?? versions[0]?.[1] ?? '';
  });
  return [head, ...shown, tail].join('\n');
}

/** Answers requests from an archive as of the clock's time, and with 404 if the archive lacks the address. */
export function createArchiveFetcher({ feeds, pages }: Archive, now: Wall): Fetcher {
  const byUrl = new Map(feeds.map((one) => [one.url, one]));
  const answer = (url: string): { body: Buffer; headers: FetchHeaders } | undefined => {
    const recorded = byUrl.get(url);
    if (recorded) {
      const body = Buffer.from(documentAt(recorded, now()));
      return { body, headers: { etag: `"${hash('sha1', body)}"`, contentType: 'application/xml; charset=utf-8' } };
    }
    const page = pages.get(canonicalUrl(url) ?? url);
    if (page === undefined) return undefined;
    return { body: gunzipSync(readFileSync(page)), headers: { contentType: 'text/html; charset=utf-8' } };
  };
  return {
    async get(url, { etag }): Promise<FetchOutcome> {
      const found = answer(url);
      if (found === undefined) {
        return {
          kind: 'http',
          status: 404,
          headers: {},
          url,
          bytes: 0,
          reason: 'The archive does not hold this address (404).',
        };
      }
      const { body, headers } = found;
      if (etag !== undefined && etag === headers.etag)
        return { kind: 'notModified', status: 304, headers, url, bytes: 0 };
      return { kind: 'ok', status: 200, headers, url, bytes: body.length, body };
    },
    async close() {},
  };
}
