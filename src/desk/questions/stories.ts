import { dayMs, type EpochMs, minuteMs } from '../../clock.ts';
import { createEdition } from '../../delivery/edition.ts';
import { knownLabelOf } from '../../delivery/topics.ts';
import type { ArticleRecord } from '../../storage/records/articles.ts';
import type { Reasons } from '../../stories/change.ts';
import type { Ask, GroupingReason, StoryCard } from '../desk.ts';
import { firstLinesOf, linesOf, mutedWordsOf } from './lines.ts';
import type { AskParts } from './parts.ts';
import { storyCard } from './storyCard.ts';
import { topicsReadIn, topStories } from './top.ts';

const suggestionsMax = 25;
const nearestMax = 3;
const relatedMax = 5;

type StoryAsk = Pick<Ask, 'suggestStories' | 'story' | 'storyById' | 'whyGrouped'>;

export function createStoryAsk(parts: AskParts): StoryAsk {
  const { storage, topics, generalTopicIds, wall, keptDays, outletsAll, pictureOrigins } = parts;
  const { records } = storage;

  /** The top ones, as /headlines has them. */
  const ranked = async (serverId: string | undefined, since: EpochMs, byWords: boolean): Promise<string[]> => {
    const all = await topicsReadIn(parts, serverId);
    const span = { since, until: wall(), byWords };
    const top = await topStories(createEdition(records), { serverId, topics: all, generalTopicIds, ...span });
    return top.map(({ storyId }) => storyId);
  };

  let minute = -1;
  const suggested = new Map<string | undefined, Promise<string[]>>();
  /**
   * Ranked once a minute for each server, because a member waits for it with the field open; muted stories are left
   * out each time.
   */
  const suggestedIds = (serverId: string | undefined): Promise<string[]> => {
    const now = Math.floor(wall() / minuteMs);
    if (now !== minute) suggested.clear();
    minute = now;
    const known = suggested.get(serverId);
    if (known) return known;
    const ids = ranked(serverId, wall() - 2 * dayMs, false);
    suggested.set(serverId, ids);
    ids.catch(() => suggested.delete(serverId));
    return ids;
  };

  const topIds = async (serverId: string | undefined, since: EpochMs, max: number): Promise<string[]> =>
    unmuted(serverId, await ranked(serverId, since, true), max);

  const unmuted = async (serverId: string | undefined, ids: readonly string[], max: number): Promise<string[]> => {
    const mutedWords = await mutedWordsOf(records, serverId, wall());
    // Ids are enough, but a word is looked for in the text.
    if (mutedWords.length === 0) return ids.slice(0, max);
    return (await firstLinesOf(createEdition(records), ids, { serverId, mutedWords, max })).map(
      ({ storyId }) => storyId,
    );
  };

  const cardOf = async (
    storyId: string,
    asker: { serverId?: string; channelId?: string },
  ): Promise<StoryCard | undefined> => {
    const story = await records.stories.byId(storyId);
    if (!story) return undefined;
    const articles = await records.placed.ofStory(story.id, asker.serverId);
    if (articles.length === 0) return undefined;
    const own = asker.serverId === undefined ? [] : await records.own.topics(asker.serverId);
    const topic = knownLabelOf(story.topicId, topics, own);
    const told = asker.channelId === undefined ? [] : await records.told.of(asker.channelId, [story.id]);
    const near = await records.search.related(story.id, story.title, asker.serverId, relatedMax);
    const mutedWords = await mutedWordsOf(records, asker.serverId, wall());
    // Nobody asked for these by their words, so they say none that is muted.
    const shown = { serverId: asker.serverId, mutedWords, max: relatedMax };
    const related = await firstLinesOf(createEdition(records), near, shown);
    const listed = (await records.listings.articlesOf([story.id], asker.serverId)).get(story.id) ?? [];
    const earlier = await linesOf(createEdition(records), story.earlier, asker.serverId);
    // A story opened from today's digest keeps its headline.
    const headlineTold = told[0] && wall() - told[0].at < dayMs ? told[0].articleIds[0] : undefined;
    return storyCard(story.id, topic, articles, {
      headlineId: headlineTold ?? (story.open && listed.every(({ open }) => open) ? story.leadArticleId : undefined),
      toldUntil: told[0]?.at ?? 0,
      told: told.flatMap((entry) => entry.sentences.map((sentence) => sentence.text)),
      related: related.filter(({ storyId }) => !story.earlier.includes(storyId)),
      earlier: earlier.map(({ storyId, title, url, firstAt }) => ({ storyId, title, url, at: firstAt })),
      pictureOrigins,
    });
  };

  return {
    async suggestStories(serverId, query) {
      const ids =
        query.trim() === ''
          ? await unmuted(serverId, await suggestedIds(serverId), suggestionsMax)
          : (await records.search.find(query, serverId, suggestionsMax)).ids;
      // With every key that is typed: titles as stored, without the articles, but for the stories that few may see.
      const stories = new Map((await records.stories.byIds(ids)).map((story) => [story.id, story]));
      const closed = ids.filter((id) => stories.get(id)?.open === false);
      const own = new Map(
        (await linesOf(createEdition(records), closed, serverId)).map((line) => [line.storyId, line.title]),
      );
      return ids.flatMap((storyId) => {
        const story = stories.get(storyId);
        const title = story?.open ? story.title : own.get(storyId);
        return title === undefined ? [] : [{ storyId, title }];
      });
    },

    async story(query, asker) {
      if ((await records.stories.count()) === 0) return { kind: 'reading', outlets: outletsAll };
      const { ids, loose } =
        query.trim() === ''
          ? { ids: await topIds(asker.serverId, wall() - dayMs, 1), loose: false }
          : await records.search.find(query, asker.serverId, 10);
      for (const id of loose ? [] : ids) {
        const card = await cardOf(id, asker);
        if (card) return { kind: 'found', card };
      }
      const kind = ids.length > 0 ? 'nearest' : 'top';
      const shown = kind === 'nearest' ? ids : await topIds(asker.serverId, wall() - 3 * dayMs, nearestMax);
      const stories = (await linesOf(createEdition(records), shown, asker.serverId)).slice(0, nearestMax);
      return { kind, stories, keptDays };
    },

    storyById: cardOf,

    async whyGrouped(storyId, serverId) {
      const story = await records.stories.byId(storyId);
      if (!story) return [];
      const articles = await records.placed.ofStory(story.id, serverId);
      const reasons = await records.placed.reasonsOf(story.id);
      // A story that an article opens has its id; one that was parted from another begins with its first.
      const opener = articles.find(({ id }) => id === story.id) ?? articles[0];
      return articles.map((article) => reasonOf(article, article === opener, reasons.get(article.id)));
    },
  };
}

function reasonOf(article: ArticleRecord, opened: boolean, stored: string | undefined): GroupingReason {
  const { words = [], probability = 0 } = JSON.parse(stored ?? '{}') as Partial<Reasons>;
  return {
    outlet: article.outletName,
    title: article.title,
    url: article.url,
    at: article.publishedAt,
    opened,
    words,
    probability,
  };
}
