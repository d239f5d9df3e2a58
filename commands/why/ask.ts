import type { Asker } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { ImportanceParts } from '../../src/engine/stories/importance.ts';
import type { StoryId } from '../../src/ids.ts';
import { candidatesAmong } from '../../src/newsroom/candidates.ts';
import { customizationOf } from '../../src/newsroom/customization.ts';
import { toldBefore } from '../../src/newsroom/digestFor.ts';
import { mutedWordsOf, type StoryLine, storyLinesOf } from '../../src/newsroom/lines.ts';
import { listedIn, type Unlisted } from '../../src/newsroom/listed.ts';
import { saysMuted } from '../../src/newsroom/muted.ts';
import { createTickCache } from '../../src/newsroom/tickCache.ts';
import type { DigestLine, PostContent } from '../../src/storage/postContent.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';

const nearestMax = 3;
const storiesTried = 10;

/** Why a story had its place in a channel's last digest, or had none. */
export interface Standing {
  story: Pick<StoryLine, 'storyId' | 'title' | 'url'>;
  digest: Pick<PostContent, 'localDate' | 'windowStart' | 'windowEnd' | 'topics' | 'places' | 'also'>;
  /** Address of the digest's first message. */
  url?: string;
  /** The story's position, from 1; absent if it is not in the digest. */
  stood?: { where: 'place' | 'brief'; number: number };
  /** The points for the story's importance. */
  importance?: ImportanceParts;
  /** Why the story is not in the digest. `beaten`: other stories ranked higher. */
  why?: Unlisted | { kind: 'muted'; word: string } | { kind: 'beaten' };
}

export type WhyAnswer =
  | { kind: 'standing'; standing: Standing }
  /** Several stories may be meant. */
  | { kind: 'unknown'; nearest: readonly StoryLine[] }
  /** The channel had no digest yet. */
  | { kind: 'no-digest' };

/** Explains a story's place in the stored digest. Why a story is missing is judged by its present data. */
export function whyQuestions(desk: Desk) {
  const { storage, outletsById, generalTopicIds, wall, messageUrl } = desk;
  const { records } = storage;

  /** Stories that may be meant, best first; `loose` if none has all the words. */
  const meant = async (query: string, { serverId }: Asker) => {
    const chosen = /\s/.test(query) ? undefined : await records.stories.byId(query);
    const { ids, loose } = chosen
      ? { ids: [chosen.id], loose: false }
      : await records.search.find(query, serverId, storiesTried);
    return {
      lines: await storyLinesOf(createTickCache(records, outletsById), ids.slice(0, nearestMax), serverId),
      loose,
    };
  };

  /** The story's position among the lines, from 1, even if it was merged since. */
  const positionIn = async (lines: readonly DigestLine[], storyId: StoryId): Promise<number | undefined> => {
    for (const [at, line] of lines.entries()) {
      if (line.storyId === storyId || (await records.stories.byId(line.storyId))?.id === storyId) return at + 1;
    }
    return undefined;
  };

  const whyMissing = async (
    storyId: StoryId,
    { topics, channelId, serverId, windowStart, windowEnd }: PostContent,
  ): Promise<NonNullable<Standing['why']>> => {
    const cache = createTickCache(records, outletsById);
    const customization = await customizationOf(records, serverId);
    const reader = {
      customization,
      topics,
      ownTopics: await records.ownTopicsAndFeeds.topics(serverId),
      since: windowStart,
      until: wall(),
    };
    const found = await candidatesAmong(cache, reader, [storyId]);
    const [candidate] = await toldBefore(records, { channelId, serverId }, found, messageUrl, windowEnd);
    const listed = candidate && listedIn(candidate, { topics, generalTopicIds, windowStart, windowEnd });
    if (listed !== undefined && 'kind' in listed) return listed;
    const text = await cache.texts.searchedOf(storyId);
    const muted = text === undefined ? [] : await mutedWordsOf(records, serverId, wall());
    const word = muted.find((one) => text !== undefined && saysMuted(text, [one]));
    return word === undefined ? { kind: 'beaten' } : { kind: 'muted', word };
  };

  const standingOf = async (
    story: StoryLine,
    { content: digest, messageIds: [messageId] }: DeliveryRecord,
  ): Promise<Standing> => {
    const url = messageId && messageUrl(digest.serverId, digest.channelId, messageId);
    const found = { story, digest, url };
    const place = await positionIn(digest.places, story.storyId);
    if (place !== undefined)
      return { ...found, stood: { where: 'place', number: place }, importance: digest.places[place - 1]?.importance };
    const line = await positionIn(digest.also, story.storyId);
    if (line !== undefined) return { ...found, stood: { where: 'brief', number: line } };
    return { ...found, why: await whyMissing(story.storyId, digest) };
  };

  return {
    /** Reads the last digest of the asker's channel. */
    async whyInDigest(query: string, asker: Asker): Promise<WhyAnswer> {
      const { channelId } = asker;
      const delivery = channelId === undefined ? undefined : await records.deliveries.lastSent(channelId, wall());
      if (delivery === undefined || delivery.serverId !== asker.serverId) return { kind: 'no-digest' };
      const { lines, loose } = await meant(query, asker);
      const [story] = lines;
      if (story === undefined || loose) return { kind: 'unknown', nearest: lines };
      return { kind: 'standing', standing: await standingOf(story, delivery) };
    },
  };
}
