import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { articlesFrom } from '../../src/articles/fromFeed.ts';
import { readFeedDocument } from '../../src/feeds/read.ts';
import type { WordedItem } from '../../src/stories/itemWords.ts';

const labelledDays = ['2026-07-30', '2026-08-01', '2026-08-04', '2026-08-06', '2026-08-09'];

/** An item of the English archive; see data/mornings/README.md. */
export interface ArchivedItem extends WordedItem {
  outletId: string;
  outlet: string;
  publishedAt: number;
}

/** One that was labelled by reading; see data/mornings/LABELS.md. */
export interface LabelledItem extends ArchivedItem {
  day: string;
  /** undefined: told by no other item. */
  event: string | undefined;
  notNews: boolean;
  /** How much the day's digest needs its event: 0 to 3. */
  must: number;
  /** All acceptable ones. */
  topicIds: ReadonlySet<string>;
}

interface ArchivedFeed {
  url: string;
  outlet: [id: string, name: string, topicId: string];
  head: string;
  tail: string;
  items: { versions: [at: number, xml: string][] }[];
}

interface DayLabels {
  events: { topic: string; also?: string[]; must: number; ids: number[] }[];
  notnews: Record<string, number[]>;
  topics: Record<string, string[]>;
}

const bare = (url: string): string => (url.split(/[?#]/)[0] ?? url).replace(/^http:/, 'https:').replace(/\/$/, '');

/** A document of more items is cut by the reader. */
const itemsMax = 50;
/** Later than everything in the archive. */
const now = Date.UTC(2026, 8, 1);

async function articlesOf({ url, outlet: [outletId, outletName], head, tail, items }: ArchivedFeed) {
  const articles = [];
  for (let at = 0; at < items.length; at += itemsMax) {
    const part = items.slice(at, at + itemsMax).map(({ versions }) => versions.at(-1)?.[1]);
    const document = await readFeedDocument(Buffer.from(`${head}${part.join('\n')}${tail}`), { url });
    const { listed } = await articlesFrom(document, { scope: outletId, outletId, outletName, language: 'en', now });
    articles.push(...listed.map(({ article }) => article));
  }
  return articles;
}

/** Every item of the archive once, in its last version, as Lede reads it. */
export async function archivedItems(folder: string): Promise<ArchivedItem[]> {
  const feeds: ArchivedFeed[] = JSON.parse(gunzipSync(readFileSync(join(folder, 'feeds.json.gz'))).toString('utf8'));
  const byUrl = new Map<string, ArchivedItem>();
  for (const feed of feeds) {
    const [outletId, outlet, topicId] = feed.outlet;
    for (const { url, title, paragraphs, categories, publishedAt } of await articlesOf(feed)) {
      const known = byUrl.get(bare(url));
      const feedTopicIds = [...new Set([...(known?.feedTopicIds ?? []), topicId])];
      const item = {
        url,
        title,
        text: paragraphs,
        categories: categories.split('\n'),
        language: 'en',
        outlet,
        publishedAt,
      };
      byUrl.set(bare(url), { ...(known ?? item), outletId, feedTopicIds });
    }
  }
  return [...byUrl.values()];
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The labelled items among these, day by day. */
export function labelledItems(folder: string, items: readonly ArchivedItem[]): LabelledItem[] {
  const byUrl = new Map(items.map((item) => [bare(item.url), item]));
  return labelledDays.flatMap((day) => {
    const list = readJson<{ n: number; url: string; feedTopic: string }[]>(join(folder, 'labels', `${day}.json`));
    const labels = readJson<DayLabels>(join(folder, 'labels', `${day}.labels.json`));
    const notNews = new Set(Object.values(labels.notnews).flat());
    const eventOf = new Map(labels.events.flatMap((event) => event.ids.map((n) => [n, event] as const)));
    return list.flatMap(({ n, url, feedTopic }) => {
      const item = byUrl.get(bare(url));
      if (!item) return [];
      const event = eventOf.get(n);
      const at = event && labels.events.indexOf(event);
      const topicIds = new Set(labels.topics[n] ?? [feedTopic]);
      for (const topic of event ? [event.topic, ...(event.also ?? [])] : []) topicIds.add(topic);
      return [
        {
          ...item,
          day,
          event: at === undefined ? undefined : `${day} ${at}`,
          notNews: notNews.has(n),
          must: event?.must ?? 0,
          topicIds,
        },
      ];
    });
  });
}
