import { dayMs, type EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Loop } from '../../loop.ts';
import type { ArticleRecord } from '../../storage/records/articles.ts';
import type { Records, Storage } from '../../storage/storage.ts';
import type { PlacedArticle } from '../../stories/change.ts';
import { createGrouper, type Grouper } from '../../stories/grouper.ts';
import type { Pairing } from '../../stories/pairing.ts';
import { createPauses, lengthOf } from '../../text/pauses.ts';
import { type Judgement, judgedIn } from './judging.ts';
import { applyChanges, refreshStories } from './placing.ts';

const batch = 200;
/** An event that goes on after a week of silence is a new story. */
const indexedDaysMax = 7;
/** How long an article waits for its page before it is grouped by what the feed gave. */
const patienceMs = 2 * 60_000;

export interface GroupParts {
  storage: Storage;
  log: Log;
  /** A story that was swept gets no more articles. */
  retentionDays?: number;
}

/** Puts new articles into stories. The grouper is an index of the database and is rebuilt after a failure. */
export function createGroup({ storage, log, retentionDays = indexedDaysMax }: GroupParts): Loop {
  const indexedMs = Math.min(retentionDays, indexedDaysMax) * dayMs;
  let grouper: Grouper | undefined;
  let told: ReadonlySet<string> = new Set();
  let apart: Pairing = new Map();
  let belong: Pairing = new Map();
  return {
    name: 'group',
    every: '*/3 * * * * *',
    async run(now) {
      const articles = await storage.records.placed.unplaced(now - patienceMs, batch);
      const wrong = await storage.records.apart.together(now - indexedMs, batch);
      const divided = await storage.records.belong.divided(now - indexedMs, batch);
      const again = await storage.records.placed.toPlaceAgain(batch);
      if (articles.length + wrong.length + divided.length + again.length === 0) return 0;
      apart = await storage.records.apart.forAll(now - indexedMs);
      belong = await storage.records.belong.forAll(now - indexedMs);
      told = await storage.records.told.ofStoriesSince(now - indexedMs);
      grouper ??= createGrouper(await placedBefore(storage.records, now - indexedMs), {
        told: (storyId) => told.has(storyId),
        apart: () => apart,
        belong: () => belong,
      });
      const current = grouper;
      let done = 0;
      const judged = await judgedIn(storage.records, articles);
      const audiences = await storage.records.readers.audiencesOf(articles.map(({ id }) => id));
      try {
        const changes = wrong.flatMap((id) => (current.has(id) ? current.split(id) : []));
        for (const { articleId, otherId } of divided) {
          if (current.has(articleId) && current.has(otherId)) changes.push(...current.unite(articleId, otherId));
        }
        changes.push(...again.flatMap((id) => (current.has(id) ? current.placeAgain(id) : [])));
        const corrected = changes.length;
        if (articles.length + corrected + again.length === 0) return 0;
        const pause = createPauses();
        for (const article of articles) {
          await pause(lengthOf(article));
          changes.push(...current.add({ ...grouped(article, judged), audience: audiences.get(article.id) }));
        }
        const stories = await storage.transaction(async (records) => {
          const touched = await applyChanges(records, changes, now, judged);
          await refreshStories(records, touched);
          await records.placed.placedAgain(again);
          for (const id of touched) {
            await records.stories.continues(
              id,
              current.earlierOf(id).map(({ storyId }) => storyId),
            );
          }
          return touched.size;
        });
        log.info({ articles: articles.length, corrected, stories }, 'articles grouped');
        done = articles.length + corrected;
      } catch (error) {
        grouper = undefined;
        throw error;
      }
      current.expire(now - indexedMs);
      return done;
    },
  };
}

async function placedBefore(records: Records, since: EpochMs): Promise<PlacedArticle[]> {
  const placed = await records.placed.placedSince(since);
  const audiences = await records.readers.audiencesOf(placed.map(({ id }) => id));
  return placed.map((article) => ({ ...article, audience: audiences.get(article.id) }));
}

const grouped = (article: ArticleRecord, judged: ReadonlyMap<string, Judgement>) => ({
  id: article.id,
  outlet: article.outletName,
  title: article.title,
  text: article.paragraphs.join('\n'),
  publishedAt: article.publishedAt,
  language: article.language,
  notNews: judged.get(article.id)?.notNews,
});
