import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Article } from '../src/articles/article.ts';
import { packed } from '../src/articles/packed.ts';
import { dayMs } from '../src/clock.ts';
import { refreshStories } from '../src/reading/grouping/placing.ts';
import { openStorage, type Storage } from '../src/storage/storage.ts';
import background from '../src/stories/background.json' with { type: 'json' };

/** A week of made-up news in a database, the same for the same numbers. Every tenth story is told by many outlets. */
export interface WeekOfNews {
  path: string;
  stories: number;
  articlesPerStory: number;
  /** One story that everyone reports, with so many articles. */
  largest: number;
  endsAt: number;
}

export const topicIds = ['world', 'politics', 'business', 'technology', 'science', 'health', 'sport', 'culture'];
const outlets = 200;
const weekMs = 7 * dayMs;

/** A generator of its own, so that what is measured does not depend on what was measured before. */
export function randomFrom(seed: number): (count: number) => number {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

export const vocabulary = Object.values(background.stemsByCount).flatMap((stems) => stems.split(' '));
const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

function writer(among: (count: number) => number) {
  const word = () => vocabulary[among(vocabulary.length)] ?? '';
  const several = (count: number, of: () => string) => Array.from({ length: count }, of);
  return {
    eventOf: (number: number) => [
      `${capital(word())}${number.toString(36)}`,
      capital(word()),
      String(10 + among(9_000)),
      ...several(12, word),
    ],
    sentence: (event: readonly string[], own: number, other: number) =>
      `${capital(several(own + other, () => (among(own + other) < own ? (event[among(event.length)] ?? '') : word())).join(' '))}.`,
    title: (event: readonly string[]) =>
      capital(several(8, () => (among(3) > 0 ? (event[among(event.length)] ?? '') : word())).join(' ')),
  };
}

function articlesOf(number: number, among: (count: number) => number, week: WeekOfNews): Article[] {
  const { eventOf, sentence, title } = writer(among);
  const event = eventOf(number);
  const count =
    number === 0
      ? week.largest
      : number % 10 === 1
        ? week.articlesPerStory * 4
        : Math.max(1, week.articlesPerStory - 1 + among(2));
  const begins = week.endsAt - among(weekMs);
  const text = () => Array.from({ length: 8 }, () => Array.from({ length: 3 }, () => sentence(event, 7, 13)).join(' '));
  const wire = text();
  return Array.from({ length: count }, (_, at): Article => {
    const outlet = among(outlets);
    const id = `article-${number}-${at}`;
    const publishedAt = Math.min(begins + at * 600_000, week.endsAt - 60_000 - at);
    return {
      id,
      outletId: `outlet-${outlet}`,
      outletName: `Outlet ${outlet}`,
      url: `https://outlet-${outlet}.example/${id}`,
      title: title(event),
      paragraphs: at % 3 === 2 ? wire : text(),
      textFrom: 'feed',
      imageUrl: `https://outlet-${outlet}.example/${id}.jpg`,
      categories: [],
      language: 'en',
      publishedAt,
      firstSeenAt: publishedAt,
      sentencesMax: 3,
    };
  });
}

/** Opens the database, and fills it if it is empty: about a minute for 5,000 stories. */
export async function openWeekOfNews(week: WeekOfNews): Promise<Storage> {
  mkdirSync(dirname(week.path), { recursive: true });
  const storage = await openStorage({ url: `file:${week.path}`, now: () => week.endsAt });
  if ((await storage.records.stories.count()) > 0) return storage;
  await storage.transaction(async ({ feeds }) => {
    for (let outlet = 0; outlet < outlets; outlet += 1) {
      const feed = {
        id: `feed-${outlet}`,
        url: `https://outlet-${outlet}.example/feed`,
        outletId: `outlet-${outlet}`,
        outletName: `Outlet ${outlet}`,
        catalogue: true,
      };
      await feeds.add(feed, [topicIds[outlet % topicIds.length] ?? 'world'], week.endsAt + weekMs);
    }
  });
  const among = randomFrom(20_261_124);
  for (let number = 0; number < week.stories; number += 1) {
    const articles = articlesOf(number, among, week);
    await storage.transaction(async (records) => {
      await records.articles.insert(
        articles.map((article) => ({ ...packed(article), newsAt: article.publishedAt, pageState: 'none' as const })),
        week.endsAt,
      );
      await records.articles.listedBy(
        articles.map(({ id, outletId }) => ({ feedId: `feed-${outletId.split('-')[1]}`, articleId: id })),
      );
      const placement = { storyId: `story-${number}`, terms: '', reasons: '{}' };
      for (const { id, publishedAt } of articles) await records.placed.place(id, placement, publishedAt);
      await refreshStories(records, [placement.storyId]);
    });
  }
  return storage;
}
