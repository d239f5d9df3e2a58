import { type EpochMs, hourMs } from '../../clock.ts';
import { stemsIn } from '../../engine/stories/articleTerms.ts';
import { type FiledArticle, learnTopics, type TopicModel } from '../../engine/stories/topicModel.ts';
import { nextTurn } from '../../engine/text/pauses.ts';
import type { TopicId } from '../../ids.ts';
import type { PlacedTerms } from '../../storage/records/stories/placed.ts';
import type { Storage } from '../../storage/storage.ts';
import { filedIn } from './judging.ts';
import { refreshStories } from './placing.ts';

/** How long a learned model is used. */
const servesMs = hourMs;
/** Number of newest articles to learn from. */
const readMax = 20_000;
const readAtOnce = 250;
/** Maximum age of articles that are judged again after learning, because a digest may still show them. */
const judgedAgainMs = 30 * hourMs;
/** A share is stored anew only if it changed by this much. A smaller change moves no story to another topic. */
const changeMin = 0.15;
const storedAtOnce = 25;

type Learned = FiledArticle & PlacedTerms;

export function createLearnedTopics(storage: Storage) {
  let model: TopicModel | undefined;
  let at = 0;
  let learnedFrom = 0;
  let placed = 0;
  return {
    /** Returns the model. Learns again once an hour, or earlier if the number of articles has doubled. */
    async current(since: EpochMs, now: EpochMs): Promise<TopicModel> {
      const isDue = now - at >= servesMs || placed >= Math.max(readAtOnce, learnedFrom);
      if (model !== undefined && !isDue) return model;
      const articles = await learnedArticles(storage, since);
      model = await learnTopics(articles);
      [at, learnedFrom, placed] = [now, articles.length, 0];
      const shown = articles.filter(({ newsAt }) => newsAt > now - judgedAgainMs);
      await judgeAgain(storage, shown, model);
      return model;
    },
    /** Counts newly placed articles. */
    placed(count: number): void {
      placed += count;
    },
  };
}

async function learnedArticles({ records }: Storage, since: EpochMs): Promise<Learned[]> {
  const articles: Learned[] = [];
  let page: PlacedTerms[] = [];
  for (let read = 0; read < readMax; read += readAtOnce) {
    page = await records.placed.termsBefore(page.at(-1), since, readAtOnce);
    // Leaves out articles in servers' own feeds alone, because they are private to those servers.
    const filed = await filedIn(records, page);
    for (const article of page) {
      const own = filed.get(article.id);
      if (own) articles.push({ ...article, ...own, stems: stemsIn(article.terms) });
    }
    if (page.length < readAtOnce) break;
  }
  return articles;
}

async function judgeAgain(storage: Storage, articles: readonly Learned[], model: TopicModel): Promise<void> {
  const changed: (Learned & { shares: ReadonlyMap<TopicId, number> })[] = [];
  for (const [at, article] of articles.entries()) {
    if (at % readAtOnce === 0) await nextTurn();
    const shares = model.shares(article);
    const moves = [...shares].some(([id, share]) => Math.abs(share - (article.topicShares.get(id) ?? 0)) >= changeMin);
    if (moves) changed.push({ ...article, shares });
  }
  const stories = [...Map.groupBy(changed, ({ storyId }) => storyId)];
  for (let from = 0; from < stories.length; from += storedAtOnce) {
    const part = new Map(stories.slice(from, from + storedAtOnce));
    await storage.transaction(async (records) => {
      for (const { id, shares } of [...part.values()].flat()) await records.placed.judgeTopics(id, shares);
      await refreshStories(records, part.keys());
    });
  }
}
