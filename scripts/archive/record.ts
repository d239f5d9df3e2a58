import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { EpochMs } from '../../src/clock.ts';
import { bodyText } from '../../src/engine/feeds/bodyText.ts';
import { parseDate } from '../../src/engine/feeds/dates.ts';
import { contextOf, ReadError } from '../../src/engine/feeds/document.ts';
import type { Catalogue } from '../../src/newsroom/catalogue.ts';
import type { Fetcher, FetchOutcome } from '../../src/web/fetch.ts';
import { feedsFile, type RecordedFeed, readRecordedFeeds } from './archive.ts';

/** A feed's answer: its XML document. */
export interface FeedAnswer {
  url: string;
  text: string;
}

/** Items kept for each feed: a year of a busy outlet. */
const itemsMax = 50_000;
const itemLengthMax = 200_000;
const versionsMax = 20;

const itemsIn = /<(item|entry)[\s>][\s\S]*?<\/\1\s*>/g;
const tagged = (xml: string, names: string) =>
  new RegExp(`<(${names})(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?\\s*</\\1>`)
    .exec(xml)?.[2]
    ?.trim();
const linkIn = (xml: string) => tagged(xml, 'link') || /<link[^>]*\shref="([^"]+)"/.exec(xml)?.[1];

/** A fetcher that also collects the answers of the feeds at `urls` in `answers`. */
export function listeningFetcher(fetcher: Fetcher, urls: ReadonlySet<string>, answers: FeedAnswer[]): Fetcher {
  return {
    ...fetcher,
    async get(url, request) {
      const outcome = await fetcher.get(url, request);
      if (outcome.kind === 'ok' && urls.has(url)) {
        const text = textOf(outcome);
        if (text !== undefined) answers.push({ url, text });
      }
      return outcome;
    },
  };
}

/** The body as text; undefined if it can't be decompressed. */
function textOf(answer: Extract<FetchOutcome, { kind: 'ok' }>): string | undefined {
  try {
    return bodyText(answer.body, contextOf(answer));
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

/**
 * Adds the current items of feeds to the archive in a folder: new items with the present time, known ones as a new
 * version if their XML changed. Returns the number of new items. Leaves out feeds that aren't XML.
 */
export function record(folder: string, catalogue: Catalogue, answers: readonly FeedAnswer[], now: EpochMs): number {
  const known = new Map(readRecordedFeeds(folder).map((feed) => [feed.url, feed]));
  let added = 0;
  for (const { url, text } of answers) {
    const listed = [...text.matchAll(itemsIn)];
    const [first, last] = [listed[0], listed.at(-1)];
    if (!first || !last) continue;
    const before = known.get(url);
    const feed: RecordedFeed = {
      url,
      head: text.slice(0, first.index).replace(/(<\?xml[^>]*\sencoding=)["'][^"']*["']/, '$1"UTF-8"'),
      tail: text.slice(last.index + last[0].length),
      max: Math.max(before?.max ?? 0, listed.length),
      items: [...(before?.items ?? [])],
    };
    const byKey = new Map(feed.items.map((item) => [item.key, item]));
    for (const [xml] of listed) if (xml.length <= itemLengthMax && put(xml, byKey, before !== undefined, now)) added++;
    feed.items = [...byKey.values()].sort((a, b) => a.at - b.at).slice(-itemsMax);
    known.set(url, feed);
  }
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, 'catalogue.json'), JSON.stringify(catalogue, undefined, 1));
  writeWhole(join(folder, feedsFile), gzipSync(JSON.stringify([...known.values()])));
  return added;
}

/** Adds an item or its new version; true for a new item. */
function put(
  xml: string,
  byKey: Map<string, RecordedFeed['items'][number]>,
  isGoingOn: boolean,
  now: EpochMs,
): boolean {
  const key = tagged(xml, 'guid|id') || linkIn(xml) || tagged(xml, 'title') || '';
  const known = byKey.get(key);
  if (known === undefined) {
    // A feed's first recording finds older items, so their stated date counts. Later recordings find only new ones.
    const stated = isGoingOn ? undefined : parseDate(tagged(xml, 'pubDate|published|updated|dc:date'));
    const at = Math.min(stated ?? now, now);
    byKey.set(key, { key, at, versions: [[at, xml]] });
    return true;
  }
  if (known.versions.at(-1)?.[1] !== xml)
    known.versions = [...known.versions, [now, xml] as [number, string]].slice(-versionsMax);
  return false;
}

/** Writes a file atomically, so that a crash leaves the old one. */
function writeWhole(file: string, content: string | Buffer): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
