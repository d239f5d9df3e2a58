import type { Article } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import type { OutletId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { ListedArticle } from '../storage/records/reading/listings.ts';
import type { StoryRecord } from '../storage/records/stories/stories.ts';
import type { Records } from '../storage/storage.ts';
import type { QuotedSentence } from '../storage/telling.ts';
import { headlineOf } from '../stories/headline.ts';
import { independentVoices } from '../stories/voices.ts';
import type { Edition } from './edition.ts';
import { saysMuted } from './muted.ts';
import { publicSentence } from './sentences.ts';

/** A story in a list. */
export interface StoryLine {
  storyId: StoryId;
  title: string;
  url: string;
  outlet: string;
  /** The headline's outlet has a paywall. */
  paywalled?: true;
  topicId: TopicId;
  articles: number;
  outlets: number;
  /** Number of origins that its articles rest on. */
  voices: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
  /** The sentence quoted from the headline's article, if its publisher allows one. */
  sentence?: QuotedSentence;
}

/** Articles read when the stored headline or counts don't apply; more articles say the same. */
const articlesRead = 24;

/** Lines of the stories that the server may see, in the given order. */
export async function linesOf(
  edition: Edition,
  storyIds: readonly StoryId[],
  serverId: ServerId | undefined,
): Promise<StoryLine[]> {
  const { records } = edition;
  const stories = new Map((await records.stories.byIds(storyIds)).map((story) => [story.id, story]));
  const articles = await records.listings.articlesOf([...stories.keys()], serverId);
  const changed = serverId === undefined ? undefined : await records.apart.changedFor(serverId, [...stories.keys()]);
  const lines: StoryLine[] = [];
  for (const id of storyIds) {
    const story = stories.get(id);
    const line = story && (await lineOf(edition, story, articles.get(id) ?? [], changed?.has(id) === true));
    if (line) lines.push(line);
  }
  return lines;
}

/** Words that the server mutes; empty without a server. */
export async function mutedWordsOf(
  { own }: Pick<Records, 'own'>,
  serverId: ServerId | undefined,
  now: EpochMs,
): Promise<string[]> {
  return serverId === undefined ? [] : (await own.mutes(serverId, now)).map(({ word }) => word);
}

/** Lines of the first `max` stories that contain no muted word. */
export async function firstLinesOf(
  edition: Edition,
  storyIds: readonly StoryId[],
  { serverId, mutedWords, max }: { serverId: ServerId | undefined; mutedWords: readonly string[]; max: number },
): Promise<StoryLine[]> {
  if (mutedWords.length === 0) return linesOf(edition, storyIds.slice(0, max), serverId);
  const lines: StoryLine[] = [];
  for (const id of storyIds) {
    if (lines.length === max) break;
    const searched = await edition.texts.searchedOf(id);
    if (searched && saysMuted(searched, mutedWords)) continue;
    const [line] = await linesOf(edition, [id], serverId);
    if (!line) continue;
    // The shared search text lacks articles of the server's own feeds, so the line itself is checked too.
    const text = `${line.title}\n${line.sentence?.text ?? ''}`;
    if (!saysMuted({ text, language: searched?.language }, mutedWords)) lines.push(line);
  }
  return lines;
}

/**
 * `seen` are the articles that the reader may see, oldest first; `changed` means that members took others out.
 * Undefined if none are left.
 */
async function lineOf(
  edition: Edition,
  story: StoryRecord,
  seen: readonly ListedArticle[],
  changed: boolean,
): Promise<StoryLine | undefined> {
  const asStored = story.open && seen.every((article) => article.open) && !changed;
  const asksToPay = ({ outletId }: { outletId: OutletId }) => edition.outletsById.get(outletId)?.paywall === true;
  const lead = seen.find(({ id }) => id === story.leadArticleId);
  // The stored headline was chosen without regard to paywalls.
  const isHeaded = asStored && lead !== undefined && (!asksToPay(lead) || seen.every(asksToPay));
  const all = seen.slice(-articlesRead).map(({ id }) => id);
  const texts = seen.length === 0 ? [] : await edition.articles(isHeaded ? [lead.id] : all);
  if (texts.length === 0) return undefined;
  const headline = isHeaded ? texts[0] : headlineOf(texts.map((text) => ({ ...text, paywalled: asksToPay(text) })));
  if (headline === undefined) return undefined;
  const { ownerOf } = edition;
  const line = lineOfStory({ storyId: story.id, topicId: story.topicId, seen, headline });
  // The stored count treats each outlet as having its own owner, so it holds only if no two outlets share one.
  const isCounted = asStored && new Set(seen.map(({ outletId }) => ownerOf(outletId))).size === line.outlets;
  const voices = isCounted ? story.voices : independentVoices(await edition.articles(all), ownerOf).voices;
  return { ...line, voices, ...(asksToPay(headline) ? { paywalled: true } : {}) };
}

/** A story as a line of a list, without `voices`; `seen` are the articles that the reader may see, oldest first. */
export function lineOfStory(given: {
  storyId: StoryId;
  topicId: TopicId;
  seen: readonly Pick<Article, 'outletId' | 'publishedAt'>[];
  headline: Article;
}): Omit<StoryLine, 'voices'> {
  const { storyId, topicId, seen, headline } = given;
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
    sentence: publicSentence([headline], headline.id, { told: [] }),
  };
}
