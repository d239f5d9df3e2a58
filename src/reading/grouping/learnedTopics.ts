import { type EpochMs, hourMs } from '../../clock.ts';
import type { PlacedTerms } from '../../storage/records/placed.ts';
import type { Storage } from '../../storage/storage.ts';
import { stemsIn } from '../../stories/articleTerms.ts';
import { type FiledArticle, learnTopics, type TopicModel } from '../../stories/topicModel.ts';
import { nextTurn } from '../../text/pauses.ts';
import { filedIn } from './judging.ts';
import { refreshStories } from './placing.ts';

/** How long what was learned serves. */
const servesMs = hourMs;
/** Newest articles that are read. */
const readMax = 20_000;
const readAtOnce = 250;
/** What a digest may still tell is judged again. */
const judgedAgainMs = 30 * hourMs;
/** A change of fewer points moves no story. */
const changeMin = 0.15;
const storedAtOnce = 25;

type Learned = FiledArticle & PlacedTerms;

/** The topics as this installation's feeds teach them. */
export interface LearnedTopics {
  /** Learns again once an hour, and while the first articles come in each time their number has doubled. */
  current(since: EpochMs, now: EpochMs): Promise<TopicModel>;
  /** So many articles were placed. */
  placed(count: number): void;
}

export function createLearnedTopics(storage: Storage): LearnedTopics {
  let model: TopicModel | undefined;
  let at = 0;
  let learnedFrom = 0;
  let placed = 0;
  return {
    async current(since, now) {
      const isDue = now - at >= servesMs || placed >= Math.max(readAtOnce, learnedFrom);
      if (model !== undefined && !isDue) return model;
      const articles = await learnedArticles(storage, since);
      model = await learnTopics(articles);
      [at, learnedFrom, placed] = [now, articles.length, 0];
      await judgeAgain(
        storage,
        articles.filter(({ newsAt }) => newsAt > now - judgedAgainMs),
        model,
      );
      return model;
    },
    placed(count) {
      placed += count;
    },
  };
}

async function learnedArticles({ records }: Storage, since: EpochMs): Promise<Learned[]> {
  const articles: Learned[] = [];
  let page: PlacedTerms[] = [];
  for (let read = 0; read < readMax; read += readAtOnce) {
    page = await records.placed.termsBefore(page.at(-1), since, readAtOnce);
    // What only servers' own feeds list is nobody else's business.
    const filed = await filedIn(
      records,
      page.map(({ id }) => id),
    );
    for (const article of page) {
      const own = filed.get(article.id);
      if (own) articles.push({ ...article, ...own, stems: stemsIn(article.terms) });
    }
    if (page.length < readAtOnce) break;
  }
  return articles;
}

async function judgeAgain(storage: Storage, articles: readonly Learned[], model: TopicModel): Promise<void> {
  const changed: (Learned & { shares: ReadonlyMap<string, number> })[] = [];
  for (const [at, article] of articles.entries()) {
    if (at % readAtOnce === 0) await nextTurn();
    const shares = model.shares(article);
    const moves = [...shares].some(([id, share]) => Math.abs(share - (article.topicShares.get(id) ?? 0)) >= changeMin);
    if (moves) changed.push({ ...article, shares });
  }
  const stories = [...Map.groupBy(changed, ({ storyId }) => storyId)];
  for (let from = 0; from < stories.length; from += storedAtOnce) {
    const part = stories.slice(from, from + storedAtOnce);
    await storage.transaction(async (records) => {
      for (const { id, shares } of part.flatMap(([, own]) => own)) await records.placed.judgeTopics(id, shares);
      await refreshStories(
        records,
        part.map(([storyId]) => storyId),
      );
    });
  }
}
