import { createPool } from '../pool/pool.ts';
import { createLookUpFeed } from '../reading/lookUpFeed.ts';
import { agentOf } from '../version.ts';
import { createFetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';

/** A feed that was found behind an address the operator gave. */
export interface GivenFeed {
  url: string;
  title: string;
  /** `host:port` of the feed and of what it links, for `privateOrigins`. */
  origins: string[];
}

/** Looks at every address, one after another; a site gives all its feeds. */
export async function feedsAt(
  urls: readonly string[],
  options: { allowPrivate: boolean; contact?: string },
  progress: (line: string) => void,
): Promise<{ feeds: GivenFeed[]; failed: { url: string; reason: string }[] }> {
  const pool = createPool();
  const feeds = new Map<string, GivenFeed>();
  const failed: { url: string; reason: string }[] = [];
  for (const [index, given] of urls.entries()) {
    progress(`looking at ${index + 1} of ${urls.length}: ${given}`);
    const url = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
    const privateOrigins = options.allowPrivate && URL.canParse(url) ? [hostPort(new URL(url))] : [];
    const fetcher = createFetcher({ userAgent: agentOf(options.contact), privateOrigins });
    const found = await createLookUpFeed({ fetcher, pool })(url);
    await fetcher.close();
    if (found.kind === 'failed') failed.push({ url: given, reason: found.reason });
    else if (found.kind === 'choices')
      for (const feed of found.feeds) feeds.set(feed.url, { ...feed, origins: privateOrigins });
    else feeds.set(found.preview.url, { url: found.preview.url, title: found.preview.title, origins: privateOrigins });
  }
  await pool.close();
  return { feeds: [...feeds.values()], failed };
}
