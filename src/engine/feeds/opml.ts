import { markup, nothing, type SafeMarkup } from '../text/safeMarkup.ts';

/** A feed in a list of subscriptions. */
export interface OpmlFeed {
  url: string;
  title?: string;
  siteUrl?: string;
  /** Names of the folders that contain it, outermost first. */
  folders: string[];
}

/** The OPML outline of feeds in one folder, which is given by its path, outermost folder first. */
const outlineOf = (feeds: readonly OpmlFeed[], [folder, ...inner]: readonly string[]): SafeMarkup =>
  folder === undefined
    ? markup`${feeds.map(({ url, title = url, siteUrl }) => {
        const site = siteUrl === undefined ? nothing : markup` htmlUrl="${siteUrl}"`;
        return markup`<outline type="rss" text="${title}" title="${title}" xmlUrl="${url}"${site}/>`;
      })}`
    : markup`<outline text="${folder}">\n${outlineOf(feeds, inner)}\n</outline>`;

/**
 * Writes OPML 2.0, with the feeds of the same folders together. feedsmith's writer is not used, because it would load a
 * parser into the main thread.
 */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const together = Map.groupBy(feeds, ({ folders }) => folders.join('\n')).values();
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${title}</title></head>
<body>
${[...together].map((some) => outlineOf(some, some[0]?.folders ?? []))}
</body>
</opml>
`.text;
}
