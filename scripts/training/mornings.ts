import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFrom } from '../../src/engine/articles/fromFeed.ts';
import { readFeedDocument } from '../../src/engine/feeds/read.ts';
import type { WordedItem } from '../../src/engine/stories/itemWords.ts';
import { endOf, type RecordedFeed, readArchive } from '../archive/archive.ts';

/** An item of an archive; see data/mornings/README.md. */
export interface ArchivedItem extends WordedItem {
  archive: string;
  outletId: string;
  outlet: string;
  publishedAt: number;
}

/** An item that was labelled by hand; see data/mornings/LABELS.md. */
export interface LabelledItem extends ArchivedItem {
  /** The archive's name and the date, such as `uk 2026-08-04`. */
  day: string;
  /** undefined if no other item reports the same event. */
  event: string | undefined;
  notNews: boolean;
  /** How important the event is for the day's digest, from 0 to 3. */
  must: number;
}

export interface Mornings {
  name: string;
  items: readonly ArchivedItem[];
  labelled: readonly LabelledItem[];
}

interface DayLabels {
  events: { must: number; ids: number[] }[];
  notnews: Record<string, number[]>;
}

interface ListedBy {
  outletId: string;
  outlet: string;
  language: string;
}

const bare = (url: string): string => (url.split(/[?#]/)[0] ?? url).replace(/^http:/, 'https:').replace(/\/$/, '');

/** The feed reader ignores items after this number, so longer recordings are read in parts. */
const itemsMax = 50;

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The items of a recorded feed in their last version, as Lede reads them. */
export async function articlesOf(
  { url, head, tail, items }: RecordedFeed,
  { outletId, outlet, language }: ListedBy,
  now: number,
) {
  const articles = [];
  for (let at = 0; at < items.length; at += itemsMax) {
    const part = items.slice(at, at + itemsMax).map(({ versions }) => versions.at(-1)?.[1]);
    const document = await readFeedDocument(Buffer.from(`${head}${part.join('\n')}${tail}`), { url });
    const from = { scope: outletId, outletId, outletName: outlet, language, now };
    const { listed } = await articlesFrom(document, from);
    articles.push(...listed.map(({ article }) => article));
  }
  return articles;
}

/** The names of the archives that have labels, sorted. */
export const archivesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'labels')))
    .sort();

/** The labelled days of an archive as dates such as 2026-08-04, sorted. */
export const labelledDays = (archive: string): string[] =>
  readdirSync(join(archive, 'labels'))
    .filter((name) => name.endsWith('.labels.json'))
    .map((name) => name.slice(0, 10))
    .sort();

/** Reads an archive: every item once in its last version, as Lede reads it, and the labelled items day by day. */
export async function readMornings(folder: string, name: string): Promise<Mornings> {
  const archive = readArchive(join(folder, name));
  const listedBy = new Map(
    archive.catalogue.outlets.flatMap(({ id: outletId, name: outlet, language, feeds }) =>
      feeds.map(({ url }): [string, ListedBy] => [url, { outletId, outlet, language }]),
    ),
  );
  const byUrl = new Map<string, ArchivedItem>();
  for (const feed of archive.feeds) {
    const by = listedBy.get(feed.url);
    if (!by) continue;
    const { outletId, outlet } = by;
    for (const article of await articlesOf(feed, by, endOf(archive))) {
      const { url, title, publishedAt, language = by.language } = article;
      const known = byUrl.get(bare(url));
      const item = {
        archive: name,
        url,
        title,
        text: article.paragraphs,
        categories: article.categories.split('\n'),
        language,
        outlet,
        publishedAt,
      };
      byUrl.set(bare(url), { ...(known ?? item), outletId });
    }
  }
  return { name, items: [...byUrl.values()], labelled: labelledOf(join(folder, name), byUrl) };
}

function labelledOf(archive: string, byUrl: ReadonlyMap<string, ArchivedItem>): LabelledItem[] {
  return labelledDays(archive).flatMap((date) => {
    const list = readJson<{ n: number; url: string }[]>(join(archive, 'labels', `${date}.json`));
    const labels = readJson<DayLabels>(join(archive, 'labels', `${date}.labels.json`));
    const notNews = new Set(Object.values(labels.notnews).flat());
    const eventOf = new Map(labels.events.flatMap((event) => event.ids.map((n) => [n, event] as const)));
    return list.flatMap(({ n, url }): LabelledItem[] => {
      const item = byUrl.get(bare(url));
      if (!item) return [];
      const event = eventOf.get(n);
      const day = `${item.archive} ${date}`;
      return [
        {
          ...item,
          day,
          event: event && `${day} ${labels.events.indexOf(event)}`,
          notNews: notNews.has(n),
          must: event?.must ?? 0,
        },
      ];
    });
  });
}
