import { dayMs, type EpochMs } from '../../clock.ts';
import { stemsIn } from '../../engine/stories/articleTerms.ts';
import type { Change, PlacedArticle } from '../../engine/stories/change.ts';
import { type CitationIn, createCiting } from '../../engine/stories/citations.ts';
import { createGrouper, type Grouper } from '../../engine/stories/grouper.ts';
import { nextTurn } from '../../engine/text/pauses.ts';
import type { ArticleId, StoryId } from '../../ids.ts';
import type { Log } from '../../log.ts';
import type { Loop } from '../../schedule/loop.ts';
import { StorageError } from '../../storage/errors.ts';
import type { ArticleRecord } from '../../storage/records/stories/articles.ts';
import type { Records, Storage } from '../../storage/storage.ts';
import { type Judgement, judgedIn } from './judging.ts';
import { createLearnedTopics } from './learnedTopics.ts';
import { applyChanges, refreshStories } from './placing.ts';

/** Articles per run. */
const batch = 200;
/**
 * Articles per transaction if several processes share the database. The more a transaction reads, the more often
 * PostgreSQL retries it: on a busy machine 26 times for 100 articles, 57 times with 25 at once. A lone process stores a
 * whole run at once, so that it writes each story once.
 */
const storedAtOnce = 8;
/** Maximum age of indexed articles: an event that continues after a week of silence becomes a new story. */
const indexedDaysMax = 7;
/** How long an article waits for its page before it is grouped by the feed's text. */
const patienceMs = 2 * 60_000;
/** The wait for an item that a server wants at once: it has to be posted within two minutes. */
const hurryMs = 45_000;

export interface GroupParts {
  storage: Storage;
  log: Log;
  citationIn?: CitationIn;
  /** Older articles are not indexed, because a swept (deleted) story must not get more articles. */
  retentionDays?: number;
}

/** The grouper's changes that are stored in one transaction. */
interface Step {
  changes: readonly Change[];
  judged: ReadonlyMap<ArticleId, Judgement>;
}

/**
 * Puts new articles into stories. The grouper is an index of the database and is rebuilt after a failure. After a mere
 * conflict with other processes it is kept, and the next run first stores the same step again.
 */
export function createGroup({
  storage,
  log,
  citationIn = createCiting(new Map()),
  retentionDays = indexedDaysMax,
}: GroupParts): Loop {
  const indexedMs = Math.min(retentionDays, indexedDaysMax) * dayMs;
  const learned = createLearnedTopics(storage);
  let grouper: Grouper | undefined;
  let unstored: Step | undefined;
  let told: ReadonlySet<StoryId> = new Set();
  return {
    name: 'group',
    role: 'group',
    worksAlone: true,
    every: '*/3 * * * * *',
    async run(now) {
      try {
        if (grouper !== undefined && unstored !== undefined) await store(grouper, unstored, now);
        return await look(now);
      } catch (error) {
        const wereInTheWay = error instanceof StorageError && error.code === 'in-use';
        if (!wereInTheWay) {
          grouper = undefined;
          unstored = undefined;
        }
        throw error;
      }
    },
  };

  async function store(current: Grouper, step: Step, now: EpochMs): Promise<number> {
    unstored = step;
    const stories = await storage.transaction(async (records) => {
      const touched = await applyChanges(records, step.changes, now, step.judged);
      await refreshStories(records, touched);
      for (const id of touched) {
        const earlier = current.earlierOf(id).map(({ storyId }) => storyId);
        await records.stories.continues(id, earlier);
      }
      return touched.size;
    });
    unstored = undefined;
    return stories;
  }

  async function look(now: EpochMs): Promise<number> {
    const articles = await storage.records.placed.unplaced({ patience: now - patienceMs, hurry: now - hurryMs }, batch);
    if (articles.length === 0) return 0;
    told = await storage.records.told.ofStoriesSince(now - indexedMs);
    grouper ??= createGrouper(await placedBefore(storage.records, now - indexedMs), {
      told: (storyId) => told.has(storyId),
    });
    const current = grouper;
    const topics = await learned.current(now - indexedMs, now);
    const read = await judgedIn(storage.records, articles, citationIn);
    const audiences = await storage.records.audiences.serversOf(articles.map(({ id }) => id));
    // All reads that can fail are above: once the grouper has made a change, it must also be stored.
    let stories = 0;
    const atOnce = storage.hostTurns === undefined ? batch : storedAtOnce;
    for (let from = 0; from < articles.length; from += atOnce) {
      const changes: Change[] = [];
      const judgements = new Map<ArticleId, Judgement>();
      for (const { article, notNews, citation, filed } of read.slice(from, from + atOnce)) {
        await nextTurn();
        const { id, language } = article;
        for (const change of current.add({ ...grouped(article), notNews, audience: audiences.get(id) })) {
          changes.push(change);
          if (change.kind !== 'placed') continue;
          const stems = stemsIn(change.terms);
          judgements.set(id, { notNews, citation, topicShares: topics.shares({ ...filed, stems, language }) });
        }
      }
      stories += await store(current, { changes, judged: judgements }, now);
    }
    log.info({ articles: articles.length, stories }, 'articles grouped');
    learned.placed(articles.length);
    current.expire(now - indexedMs);
    return articles.length;
  }
}

async function placedBefore(records: Records, since: EpochMs): Promise<PlacedArticle[]> {
  const placed = await records.placed.placedSince(since);
  const audiences = await records.audiences.serversOf(placed.map(({ id }) => id));
  return placed.map((article) => ({ ...article, audience: audiences.get(article.id) }));
}

const grouped = (article: ArticleRecord) => ({
  id: article.id,
  outlet: article.outletName,
  title: article.title,
  text: article.paragraphs.join('\n'),
  publishedAt: article.publishedAt,
  language: article.language,
});
