import type { EpochMs } from '../../clock.ts';
import type { Change } from '../../engine/stories/change.ts';
import { headlineOf } from '../../engine/stories/headline.ts';
import { topicsOfStory } from '../../engine/stories/topics.ts';
import { independentVoices } from '../../engine/stories/voices.ts';
import { createPauses, lengthOf } from '../../engine/text/pauses.ts';
import type { ArticleId, StoryId } from '../../ids.ts';
import type { ArticleRecord } from '../../storage/records/stories/articles.ts';
import type { StoryText } from '../../storage/search.ts';
import type { Records } from '../../storage/storage.ts';
import type { Judgement } from './judging.ts';
import { searchTextOf } from './searchText.ts';

/** How many of a story's latest articles are read for its counts and headline. */
const articlesMax = 200;
const noTopic = '';

/** Stores the grouper's changes in their order. Returns the ids of changed stories. */
export async function applyChanges(
  records: Records,
  changes: readonly Change[],
  now: EpochMs,
  judged: ReadonlyMap<ArticleId, Judgement>,
): Promise<Set<StoryId>> {
  const touched = new Set<StoryId>();
  for (const change of changes) {
    const reasons = JSON.stringify(change.reasons);
    switch (change.kind) {
      case 'placed': {
        const { articleId, storyId, terms } = change;
        await records.placed.place(articleId, { storyId, terms, reasons, ...judged.get(articleId) }, now);
        touched.add(storyId);
        break;
      }
      case 'moved':
        await records.placed.move(change.from, change.into, { articleIds: change.articleIds, reasons });
        await records.told.copy(change.from, change.into, change.articleIds);
        touched.add(change.from).add(change.into);
        // The emptied story becomes an alias, so that links to it open the other one.
        if (await records.placed.isEmpty(change.from)) await merge(records, change, touched);
        break;
      case 'merged':
        await records.placed.move(change.from, change.into, { reasons });
        await merge(records, change, touched);
        break;
    }
  }
  return touched;
}

async function merge(records: Records, { from, into }: { from: StoryId; into: StoryId }, touched: Set<StoryId>) {
  await records.told.move(from, into);
  await records.stories.alias(from, into);
  await records.search.remove([from]);
  touched.delete(from);
  touched.add(into);
}

/**
 * Updates title, counts, topics and search text of stories, and marks them as changed. A story without articles is
 * removed.
 */
export async function refreshStories(records: Records, storyIds: Iterable<StoryId>): Promise<void> {
  const pause = createPauses();
  for (const storyId of storyIds) {
    const open = await records.placed.latestOf(storyId, articlesMax, true);
    const closed = await records.placed.latestOf(storyId, articlesMax, false);
    await pause([...open, ...closed].reduce((sum, article) => sum + lengthOf(article), 0));
    if (open.length + closed.length === 0) {
      await records.stories.remove(storyId);
      await records.search.remove([storyId]);
      continue;
    }
    // Articles of servers' own feeds count only if the story has no others; then only those servers see it.
    const newsAt = await saveStory(records, storyId, open.length > 0 ? open : closed, open.length > 0);
    const texts = [...(open.length > 0 ? [textOf(open)] : []), ...(await textsByFeed(records, closed))];
    await records.search.index(storyId, texts);
    await records.changed.note(storyId, newsAt);
  }
}

const textOf = (articles: readonly ArticleRecord[]): StoryText => ({
  title: headlineOf(articles).title,
  body: searchTextOf(articles),
});

/** One search text per feed. A feed's readers find the story by its articles in that feed. */
async function textsByFeed(records: Records, closed: readonly ArticleRecord[]): Promise<StoryText[]> {
  const pairs = await records.articles.feedsOf(closed.map(({ id }) => id));
  return [...Map.groupBy(pairs, ({ feedId }) => feedId)].map(([feedId, ofFeed]) => {
    const ids = new Set(ofFeed.map(({ articleId }) => articleId));
    return { ...textOf(closed.filter(({ id }) => ids.has(id))), feedId };
  });
}

async function saveStory(
  records: Records,
  storyId: StoryId,
  articles: readonly ArticleRecord[],
  open: boolean,
): Promise<EpochMs> {
  const headline = headlineOf(articles);
  const pairs = await records.placed.feedTopics(articles.map((article) => article.id));
  const ofFeeds = new Set(pairs.map(({ topicId }) => topicId));
  const topical = articles.map(({ id, topicShares = new Map() }) => ({
    topicIds: pairs.filter((pair) => pair.articleId === id).map((pair) => pair.topicId),
    topicShares,
  }));
  const judged = topical.flatMap(({ topicShares }) => [...topicShares.keys()]);
  const topicIds = topicsOfStory(topical, [...ofFeeds.union(new Set(judged))]);
  const [topicId = noTopic] = topicIds;
  const newsAt = Math.max(...articles.map((article) => article.newsAt));
  await records.stories.save(
    {
      id: storyId,
      title: headline.title,
      leadArticleId: headline.id,
      topicId,
      language: headline.language,
      firstAt: Math.min(...articles.map((article) => article.publishedAt)),
      lastAt: Math.max(...articles.map((article) => article.publishedAt)),
      newsAt,
      articles: articles.length,
      outlets: new Set(articles.map((article) => article.outletId)).size,
      // Counts outlets and not owners, because the catalogue's owners may change before the story's next article.
      voices: independentVoices(articles, (outletId) => outletId).voices,
      open,
    },
    [...ofFeeds.union(new Set(topicIds))],
  );
  return newsAt;
}
