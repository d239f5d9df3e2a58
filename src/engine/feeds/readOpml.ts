import { type Opml, parseOpml } from 'feedsmith';
import { cut } from '../text/cut.ts';
import { titleText } from '../text/plain.ts';
import { bodyText } from './bodyText.ts';
import { ReadError } from './document.ts';
import type { OpmlFeed } from './opml.ts';

/** Deeper folders are dropped; their feeds go into the last folder that is kept. */
const foldersMax = 20;

type Outline = Opml.Outline<string>;

function collect(outlines: readonly Partial<Outline>[], folders: string[], found: Map<string, OpmlFeed>): void {
  for (const outline of outlines) {
    // A name may contain markup (OPML 2.0).
    const name = cut(titleText(outline.title ?? outline.text ?? ''), 200);
    // Some writers put the feed into `url`.
    const isFeed = /^(?:rss|atom)$/i.test(outline.type ?? '');
    const url = (outline.xmlUrl ?? (isFeed ? outline.url : undefined))?.trim();
    if (url && !found.has(url))
      found.set(url, { url, title: name || undefined, siteUrl: outline.htmlUrl?.trim() || undefined, folders });
    const isFolder = name !== '' && !url && folders.length < foldersMax;
    collect(outline.outlines ?? [], isFolder ? [...folders, name] : folders, found);
  }
}

/** The feeds of an OPML file, each once. Call it in a worker thread, because it loads a parser. Throws ReadError. */
export function readOpmlFeeds(bytes: Uint8Array, packing?: string): OpmlFeed[] {
  const text = bodyText(bytes, { packing });
  const start = text.search(/<opml[\s>]/i);
  if (start < 0) throw new ReadError('not-a-feed', 'This file is no OPML list of feeds.');
  const found = new Map<string, OpmlFeed>();
  try {
    collect(parseOpml(text.slice(start)).body?.outlines ?? [], [], found);
  } catch (error) {
    // The parser refuses a list without a single entry.
    if (!/<outline[\s>/]/i.test(text) && /<\/opml\s*>/i.test(text)) return [];
    throw new ReadError('broken', 'This OPML file is too damaged to be read.', error);
  }
  return [...found.values()];
}
