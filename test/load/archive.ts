import { MadeUpNews } from '../../bench/madeUpNews.ts';
import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { article, feed, story } from '../storage/contract/dialect.ts';

const seed = 20261128;
const atOnce = 500;
/** The number of an article's characters that Lede indexes for the search. */
const leadCharacters = 2_000;

/**
 * Fills an empty storage with generated articles from before `now`, each a separate story. Returns their titles, oldest
 * first.
 */
export async function fillArchive(
  storage: Storage,
  articles: number,
  now: EpochMs,
  overMs = 30 * dayMs,
): Promise<string[]> {
  const news = new MadeUpNews(seed);
  const stepMs = overMs / articles;
  const titles: string[] = [];
  await storage.records.feeds.add(feed('f'), ['world'], now);
  while (titles.length < articles) {
    const made = Array.from({ length: Math.min(atOnce, articles - titles.length) }, (_, nth) => {
      const { id, title, text, paragraphs } = nth % 3 === 0 ? news.full() : news.snippet();
      const at = Math.floor(now - (articles - titles.length - nth) * stepMs);
      const times = { publishedAt: at, firstSeenAt: at, newsAt: at };
      return { id, storyId: `of-${id}`, title, text: text.slice(0, leadCharacters), paragraphs, times };
    });
    titles.push(...made.map(({ title }) => title));
    await storage.transaction(async ({ articles: stored, placed, search, stories }) => {
      await stored.insert(
        made.map(({ id, title, paragraphs, times }) => article(id, { title, paragraphs: [...paragraphs], ...times })),
        now,
      );
      await stored.listedBy(made.map(({ id }) => ({ articleId: id, feedId: 'f' })));
      await Promise.all(
        made.flatMap(({ id, storyId, title, text, times: { newsAt } }) => [
          stories.save(story(storyId, { title, language: 'en', firstAt: newsAt, lastAt: newsAt, newsAt }), ['world']),
          placed.place(id, { storyId, terms: '', reasons: '{}' }, newsAt),
          search.add(storyId, [{ title, body: text }]),
        ]),
      );
    });
  }
  return titles;
}
