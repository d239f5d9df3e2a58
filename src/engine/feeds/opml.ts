/** A feed in a list of subscriptions. */
export interface OpmlFeed {
  url: string;
  title?: string;
  siteUrl?: string;
  /** Names of the folders that contain it, outermost first. */
  folders: string[];
}

function escaped(text: string): string {
  // XML 1.0 has no way to write these characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]+/g, ' ');
}

interface Folder {
  feeds: OpmlFeed[];
  folders: Map<string, Folder>;
}

function written(folder: Folder, indent: string): string[] {
  const feeds = folder.feeds.map((feed) => {
    const title = escaped(feed.title ?? feed.url);
    const site = feed.siteUrl === undefined ? '' : ` htmlUrl="${escaped(feed.siteUrl)}"`;
    return `${indent}<outline type="rss" text="${title}" title="${title}" xmlUrl="${escaped(feed.url)}"${site}/>`;
  });
  const inner = [...folder.folders].flatMap(([name, one]) => [
    `${indent}<outline text="${escaped(name)}">`,
    ...written(one, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...feeds, ...inner];
}

/** Writes OPML 2.0. feedsmith's writer is not used, because it would load a parser into the main thread. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const feed of feeds) {
    let folder = root;
    for (const name of feed.folders) {
      const next = folder.folders.get(name) ?? { feeds: [], folders: new Map() };
      folder.folders.set(name, next);
      folder = next;
    }
    folder.feeds.push(feed);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...written(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
