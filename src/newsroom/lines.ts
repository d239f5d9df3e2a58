import type { EpochMs } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import { independentVoices } from '../engine/stories/voices.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import type { OutletId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { QuotedSentence } from '../storage/postContent.ts';
import type { ListedArticle } from '../storage/records/reading/listings.ts';
import type { StoryRecord } from '../storage/records/stories/stories.ts';
import type { Records } from '../storage/storage.ts';
import { type Customization, customizationOf, differing } from './customization.ts';
import { saysMuted, type TextInLanguage } from './muted.ts';
import { type PublicPresent, publicPresent, stageMs } from './sentences.ts';
import type { TickCache } from './tickCache.ts';

export interface StoryLine {
  storyId: StoryId;
  title: string;
  url: string;
  outlet: string;
  /** Whether the headline's outlet has a paywall. */
  paywalled?: true;
  topicId: TopicId;
  articles: number;
  outlets: number;
  /** Number of independent origins behind the articles. */
  voices: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
  /** The sentence below the headline; undefined if no sentence is suitable. */
  sentence?: QuotedSentence;
}

/** Number of latest articles read. Earlier ones rarely describe the current state. */
const articlesRead = 24;

/** Lines of those stories that the server may see, in the order of `storyIds`. */
export async function storyLinesOf(
  cache: TickCache,
  storyIds: readonly StoryId[],
  serverId: ServerId | undefined,
): Promise<StoryLine[]> {
  const customization = await customizationOf(cache.records, serverId);
  const others = await differing(cache.records, customization, storyIds);
  const shared = storyIds.filter((id) => !others.has(id));
  const lines = await cache.each('line', shared, (ids) => readLines(cache, undefined, ids));
  const itsIds = storyIds.filter((id) => others.has(id));
  const itsLines = await readLines(cache, customization, itsIds);
  return storyIds.flatMap((id) => lines.get(id) ?? itsLines.get(id) ?? []);
}

async function readLines(cache: TickCache, customization: Customization | undefined, storyIds: readonly StoryId[]) {
  if (storyIds.length === 0) return new Map();
  const { records } = cache;
  const stories = await records.stories.byIds(storyIds);
  const articles = await records.listings.articlesOf(storyIds, customization?.serverId);
  const lines = new Map<StoryId, StoryLine>();
  for (const story of stories) {
    const line = await lineOf(
      cache,
      story,
      articles.get(story.id) ?? [],
      customization?.changed.includes(story.id) === true,
    );
    if (line) lines.set(story.id, line);
  }
  return lines;
}

/** The words that the server mutes; empty if `serverId` is undefined. */
export async function mutedWordsOf({ ownTopicsAndFeeds }: Records, serverId: ServerId | undefined, now: EpochMs) {
  return serverId === undefined ? [] : (await ownTopicsAndFeeds.mutes(serverId, now)).map(({ word }) => word);
}

/** Lines of the first `max` stories that contain no muted word. */
export async function firstLinesOf(
  cache: TickCache,
  storyIds: readonly StoryId[],
  { serverId, mutedWords, max }: { serverId: ServerId | undefined; mutedWords: readonly string[]; max: number },
): Promise<StoryLine[]> {
  const isMuted = (said: TextInLanguage | undefined) => said !== undefined && saysMuted(said, mutedWords);
  const lines: StoryLine[] = [];
  for (let from = 0; from < storyIds.length && lines.length < max; from += max) {
    const ids = storyIds.slice(from, from + max);
    const searched = await cache.searched(mutedWords.length === 0 ? [] : ids);
    const unmuted = ids.filter((id) => !isMuted(searched.get(id)));
    for (const line of await storyLinesOf(cache, unmuted, serverId)) {
      // The shared search text lacks articles of the server's own feeds, so the line's text is also checked.
      const text = `${line.title}\n${line.sentence?.text ?? ''}`;
      if (!isMuted({ text, language: searched.get(line.storyId)?.language })) lines.push(line);
    }
  }
  return lines.slice(0, max);
}

/**
 * A story as a line. `seen` are the articles that the reader may see, oldest first; `changed` means that members split
 * off other articles. Undefined if `seen` is empty.
 */
async function lineOf(
  cache: TickCache,
  story: StoryRecord,
  seen: readonly ListedArticle[],
  changed: boolean,
): Promise<StoryLine | undefined> {
  const texts = await cache.articles(seen.slice(-articlesRead).map(({ id }) => id));
  const asksToPay = ({ outletId }: { outletId: OutletId }) => cache.outletsById.get(outletId)?.paywall === true;
  // Lets commands run between two stories.
  await nextTurn();
  const present = publicPresent(
    texts.map((text) => ({ ...text, paywalled: asksToPay(text) })),
    { told: [] },
  );
  if (present === undefined) return undefined;
  const { ownerOf } = cache;
  const { headline } = present;
  const quoted = texts.find(({ id }) => id === present.sentence?.articleId);
  const isEarlier = quoted !== undefined && quoted.publishedAt <= headline.publishedAt - stageMs;
  const shown = isEarlier ? { ...present, sentence: undefined } : present;
  const line = lineOfStory({ storyId: story.id, topicId: story.topicId, seen, present: shown });
  // The stored count treats each outlet as its own owner, so it is wrong if two outlets share an owner.
  const asStored = story.open && seen.every((article) => article.open) && !changed;
  const isCounted = asStored && new Set(seen.map(({ outletId }) => ownerOf(outletId))).size === line.outlets;
  const voices = isCounted ? story.voices : independentVoices(texts, ownerOf).voices;
  return { ...line, voices, ...(headline.paywalled ? { paywalled: true } : {}) };
}

/** A story as a line of a list, without `voices`; `seen` are the articles that the reader may see, oldest first. */
export function lineOfStory(given: {
  storyId: StoryId;
  topicId: TopicId;
  seen: readonly Pick<Article, 'outletId' | 'publishedAt'>[];
  present: PublicPresent<Article>;
}): Omit<StoryLine, 'voices'> {
  const { storyId, topicId, seen } = given;
  const { headline, sentence } = given.present;
  return {
    storyId,
    title: headline.title,
    url: headline.url,
    outlet: headline.outletName,
    topicId,
    articles: seen.length,
    outlets: new Set(seen.map(({ outletId }) => outletId)).size,
    firstAt: seen[0]?.publishedAt ?? headline.publishedAt,
    lastAt: seen.at(-1)?.publishedAt ?? headline.publishedAt,
    sentence,
  };
}
