import { createHash } from 'node:crypto';
import { dayMs } from '../clock.ts';
import type { PlacementReasons } from '../engine/stories/change.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import type { ServerId, StoryId } from '../ids.ts';
import { customizationOf } from '../newsroom/customization.ts';
import { firstLinesOf, mutedWordsOf, type StoryLine, storyLinesOf } from '../newsroom/lines.ts';
import { composeCard, type StoryCard, textsRead } from '../newsroom/storyCard.ts';
import { knownLabelOf } from '../newsroom/topics.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { FoundStories } from '../storage/search.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { sharedMoment } from './moment.ts';
import { topicsReadIn, topStories } from './top.ts';

const suggestionsMax = 25;
const nearestMax = 3;
const relatedMax = 5;
/** Characters of each text from which a card may quote. */
const textRead = 12_000;
/** Characters of each further article, enough to find copies and the story's headline. */
const openingRead = 2_000;

export type GroupingReason = ReturnType<typeof reasonOf>;

/**
 * `nearest`: stories that share words with the query, or have all words of `meant`, the query without misspellings. If
 * there are none, `top`: the top stories, if any.
 */
export type StoryAnswer =
  | { kind: 'found'; card: StoryCard }
  | { kind: 'nearest' | 'top'; stories: readonly StoryLine[]; keptDays: number; meant?: string }
  /** No story is stored yet. */
  | { kind: 'reading' };

export function storyQuestions(desk: Desk) {
  const { storage, outletsById, preferences, topics, generalTopicIds, wall, keptDays, pictureOrigins } = desk;
  const { records } = storage;
  const moment = desk.use(sharedMoment);

  /** Ids of the top stories, as in /headlines. `byWords` adds matches of own topics' words, which can take a second. */
  const topIds = async (serverId: ServerId | undefined, days: number, max: number, byWords = true) => {
    const { cache, now: until } = await moment();
    const all = await topicsReadIn(desk, serverId);
    const customization = await customizationOf(records, serverId);
    const ownTopics = serverId === undefined || !byWords ? [] : await records.ownTopicsAndFeeds.topics(serverId);
    const span = { since: until - days * dayMs, until };
    const top = await topStories(cache, { customization, topics: all, ownTopics, generalTopicIds, ...span });
    const ids = top.map(({ storyId }) => storyId);
    const mutedWords = await mutedWordsOf(records, serverId, wall());
    // Muted words are searched for in the texts; without any, the ids are enough.
    if (mutedWords.length === 0) return ids.slice(0, max);
    const lines = await firstLinesOf(cache, ids, { serverId, mutedWords, max });
    return lines.map(({ storyId }) => storyId);
  };

  const articlesOf = async (storyId: StoryId, serverId: ServerId | undefined) =>
    (await records.listings.articlesOf([storyId], serverId)).get(storyId) ?? [];

  const cardOf = async (storyId: StoryId, asker: Asker): Promise<StoryCard | undefined> => {
    const story = await records.stories.byId(storyId);
    if (!story) return undefined;
    await nextTurn();
    const listed = await articlesOf(story.id, asker.serverId);
    if (listed.length === 0) return undefined;
    const ids = listed.map(({ id }) => id);
    const others = await records.articles.byIds(ids.slice(0, -textsRead), openingRead);
    const articles = [...others, ...(await records.articles.byIds(ids.slice(-textsRead), textRead))];
    const own = asker.serverId === undefined ? [] : await records.ownTopicsAndFeeds.topics(asker.serverId);
    const topic = knownLabelOf(story.topicId, topics, own);
    const toldThere = asker.channelId === undefined ? [] : await records.told.postedIn(asker.channelId, [story.id]);
    const last = toldThere.find(({ serverId }) => serverId === (asker.serverId ?? ''));
    const near = await records.search.related(story.id, story.title, asker.serverId, relatedMax);
    const mutedWords = await mutedWordsOf(records, asker.serverId, wall());
    const shown = { serverId: asker.serverId, mutedWords, max: relatedMax };
    const { cache } = await moment();
    const related = await firstLinesOf(cache, near, shown);
    const earlier = await storyLinesOf(cache, story.earlier, asker.serverId);
    // The card keeps the headline of the channel's last message about the story until an outlet reports again.
    const isToldLast = last !== undefined && articles.every(({ newsAt }) => newsAt <= last.at);
    const more = {
      headlineId: isToldLast ? last.articleIds[0] : undefined,
      related: related.filter(({ storyId }) => !story.earlier.includes(storyId)),
      earlier: earlier.map(({ storyId, title, url, firstAt }) => ({ storyId, title, url, at: firstAt })),
      zone: (asker.serverId === undefined ? undefined : (await preferences.get(asker.serverId))?.zone) ?? 'UTC',
    };
    // Members who ask within seconds and may see the same texts share one card.
    const key = createHash('sha256').update(JSON.stringify([story.id, topic, articles, more]));
    return cache.once(['card', key.digest('base64')], () =>
      composeCard(story.id, topic, articles, { ...more, pictureOrigins, outletsById }),
    );
  };

  return {
    async suggestStories(serverId: ServerId | undefined, query: string) {
      const ids =
        query.trim() === ''
          ? await topIds(serverId, 2, suggestionsMax, false)
          : (await records.search.find(query, serverId, suggestionsMax)).ids;
      // Runs at every keystroke, so it reads articles only if a story's stored title may come from an article that this
      // server can't see.
      const stories = new Map((await records.stories.byIds(ids)).map((story) => [story.id, story]));
      const changed = serverId === undefined ? undefined : await records.splits.changedFor(serverId, ids);
      const isStored = (id: StoryId) => stories.get(id)?.open === true && !changed?.has(id);
      const closed = ids.filter((id) => stories.has(id) && !isStored(id));
      const lines = await storyLinesOf((await moment()).cache, closed, serverId);
      const own = new Map(lines.map((line) => [line.storyId, line.title]));
      return ids.flatMap((storyId) => {
        const story = stories.get(storyId);
        const title = story && isStored(storyId) ? story.title : own.get(storyId);
        return title === undefined ? [] : [{ storyId, title }];
      });
    },

    async story(query: string, asker: Asker): Promise<StoryAnswer> {
      if (await records.stories.isEmpty()) return { kind: 'reading' };
      // A chosen suggestion is a story's id, which no reader would type.
      const chosen = query === '' || /\s/.test(query) ? undefined : await cardOf(query, asker);
      if (chosen) return { kind: 'found', card: chosen };
      const { ids, loose, meant }: FoundStories =
        query.trim() === ''
          ? { ids: await topIds(asker.serverId, 1, 1), loose: false }
          : await records.search.find(query, asker.serverId, 10);
      for (const id of loose ? [] : ids) {
        const card = await cardOf(id, asker);
        if (card) return { kind: 'found', card };
      }
      const kind = ids.length > 0 ? 'nearest' : 'top';
      const shown = kind === 'nearest' ? ids : await topIds(asker.serverId, 3, nearestMax);
      const stories = (await storyLinesOf((await moment()).cache, shown, asker.serverId)).slice(0, nearestMax);
      return { kind, stories, keptDays, meant };
    },

    /** The story's card, even if it was merged since; undefined once the story has left the archive. */
    storyById: cardOf,

    async whyGrouped(storyId: StoryId, serverId: ServerId | undefined): Promise<GroupingReason[]> {
      const story = await records.stories.byId(storyId);
      if (!story) return [];
      const listed = await articlesOf(story.id, serverId);
      const ids = listed.map(({ id }) => id);
      const articles = await records.articles.byIds(ids, 0);
      // A story has the id of its first article, unless it was split from another story.
      const opener = articles.find(({ id }) => id === story.id) ?? articles[0];
      // If the server sees only one article, the reasons would name words of articles that the server can't see.
      const shown = articles.length > 1;
      return articles.map((article) => reasonOf(article, article === opener, shown ? article.reasons : undefined));
    },
  };
}

/** Why one article is in the story. `opened`: it began the story. */
function reasonOf(article: ArticleRecord, opened: boolean, stored: string | undefined) {
  const { words = [], probability = 0 } = JSON.parse(stored ?? '{}') as Partial<PlacementReasons>;
  const { outletName: outlet, title, url, publishedAt: at } = article;
  return { outlet, title, url, at, opened, words, probability };
}
