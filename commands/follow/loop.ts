import { dayMs, type EpochMs } from '../../src/clock.ts';
import { nextTurn } from '../../src/engine/text/pauses.ts';
import type { StoryId } from '../../src/ids.ts';
import { candidatesAmong } from '../../src/newsroom/candidates.ts';
import { composeDigest } from '../../src/newsroom/compose.ts';
import { customizationOf } from '../../src/newsroom/customization.ts';
import { correctionTold, type DigestParts, outletsFor } from '../../src/newsroom/digestFor.ts';
import { isSilentIn } from '../../src/newsroom/notifying.ts';
import { createTickCache, type TickCache } from '../../src/newsroom/tickCache.ts';
import { labelOfTopic } from '../../src/newsroom/topics.ts';
import { type DeliveryParts, draftOf, storeDraft } from '../../src/outbox/draft.ts';
import { kindOf } from '../../src/outbox/kinds.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { Loop } from '../../src/schedule/loop.ts';
import type { FollowRecord } from '../../src/storage/records/servers/follows.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { FollowUpdate } from './card.ts';
import { update } from './deliveries.ts';

export interface FollowParts extends DeliveryParts, Omit<DigestParts, 'localeOf' | 'messageUrl'> {}

/** A followed story without news for this long is over. */
const dormantMs = 3 * dayMs;
const perDayMax = 5;
/** Changed stories whose texts are in memory together. */
const storiesAtOnce = 50;
/** An update needs new articles of this many newsrooms, or a correction. */
const newsroomsMin = 2;
/** Forum posts older than this are not followed. */
const beginningMs = dayMs;

/**
 * Posts updates on followed stories, at most five a day for each follow, and ends dormant follows. Only changed stories
 * are checked for news.
 */
export function createFollow(parts: FollowParts): Loop {
  const { changed } = parts.storage.records;
  return {
    name: 'follow',
    role: 'send',
    every: '*/20 * * * * *',
    async run(now) {
      let done = (await beginAtMessages(parts, now)) + (await endDormant(parts, now));
      for (;;) {
        const due = await changed.due('follow', now, storiesAtOnce);
        if (due.length === 0) return done;
        done += await lookAt(parts, [...new Set(due.map(({ storyId }) => storyId))], now);
        // Some stories may not have been reached, so the whole batch stays queued.
        if (parts.ending()) return done;
        const ids = due.map(({ id }) => id);
        await changed.processed(ids);
        if (due.length < storiesAtOnce) return done;
      }
    },
  };
}

/** Posts updates on these stories to their followers. */
async function lookAt(parts: FollowParts, storyIds: readonly StoryId[], now: EpochMs): Promise<number> {
  const { records } = parts.storage;
  const cache = createTickCache(records, parts.outletsById);
  const follows = await records.follows.ofStories(storyIds);
  if (follows.length === 0) return 0;
  const stories = new Map((await records.stories.byIds(storyIds)).map((story) => [story.id, story]));
  let done = 0;
  for (const { presentId, ...follow } of follows) {
    if (parts.ending()) break;
    const story = stories.get(presentId);
    if (story === undefined || story.newsAt <= follow.seenAt) continue;
    await nextTurn();
    if (await postUpdate(parts, cache, follow, presentId, now)) done += 1;
  }
  return done;
}

/** Ends follows of stories that are gone or had no news for three days. */
async function endDormant(parts: FollowParts, now: EpochMs): Promise<number> {
  let ended = 0;
  for (const follow of await parts.storage.records.follows.dormantSince(now - dormantMs)) {
    if (parts.ending()) break;
    if (await end(parts, follow, now)) ended += 1;
  }
  return ended;
}

/** Begins follows whose first message is now posted. Updates go into the forum post or the thread below the message. */
async function beginAtMessages({ storage, kinds }: FollowParts, now: EpochMs): Promise<number> {
  const { deliveries, follows } = storage.records;
  let begun = 0;
  for (const { placeId, storyId } of await follows.unplaced()) {
    const delivery = await deliveries.byId(placeId);
    if (delivery?.state === 'pending') continue;
    const [messageId] = delivery?.messageIds ?? [];
    if (messageId === undefined) await follows.end(placeId, storyId, now);
    else {
      await storage.transaction(async (trx) => {
        await trx.follows.place(placeId, messageId);
        // Earlier changes of the story were not posted, because the follow had no place yet.
        await trx.changed.requeue('follow', [{ storyId, channelId: '', dueAt: now }]);
      });
    }
    begun += 1;
  }
  const posts = kinds.filter(({ isForumPost }) => isForumPost).map(({ name }) => name);
  for (const delivery of await deliveries.unfollowed(posts, now - beginningMs)) {
    const [placeId] = delivery.messageIds;
    const { content, serverId, windowEnd } = delivery;
    const { zone, locale } = content;
    const [told] = [...content.places, ...content.also];
    if (placeId === undefined || told === undefined) continue;
    const { storyId, title } = told;
    await storage.transaction(async (trx) => {
      await trx.follows.add({
        placeId,
        storyId,
        serverId,
        title,
        zone,
        locale,
        deliveryId: delivery.id,
        createdAt: now,
        seenAt: windowEnd,
      });
      await trx.changed.requeue('follow', [{ storyId, channelId: '', dueAt: now }]);
    });
    begun += 1;
  }
  return begun;
}

/**
 * Posts an update. False if fewer than two newsrooms have news and none corrected anything, or if the day's limit is
 * reached.
 */
async function postUpdate(parts: FollowParts, cache: TickCache, follow: FollowRecord, storyId: StoryId, now: EpochMs) {
  const { placeId, serverId, seenAt, day, today } = follow;
  const head = headOf(parts, follow, now);
  const { topics } = head;
  if (day === head.localDate && today >= perDayMax) return false;
  const { records } = cache;
  const customization = await cache.once(['customization', serverId], () =>
    customizationOf(records, serverId || undefined),
  );
  const reader = { customization, topics, ownTopics: [], since: seenAt, until: now };
  const [candidate] = await candidatesAmong(cache, reader, [storyId]);
  if (candidate === undefined) return false;
  const fresh = candidate.articles.filter(({ newsAt }) => newsAt > seenAt);
  const known = candidate.articles.filter(({ newsAt }) => newsAt <= seenAt).map(({ id }) => id);
  const corrections = (await records.told.correctedSince(placeId, seenAt, now)).map(correctionTold);
  const hasSeveralNewsrooms = new Set(fresh.map(({ newsroom }) => newsroom)).size >= newsroomsMin;
  if (!hasSeveralNewsrooms && corrections.length === 0) return false;
  const told = await records.told.postedIn(placeId, [storyId]);
  const sentences = told.flatMap((one) => one.sentences.map(({ text }) => text));
  const { places, paywalled } = await composeDigest(
    {
      ...head,
      storiesMax: 1,
      mutedWords: [],
      outlets: (await outletsFor(cache, placeId)).outlets,
      generalTopicIds: parts.generalTopicIds,
      pictureOrigins: parts.pictureOrigins,
    },
    hasSeveralNewsrooms ? [{ ...candidate, told: { at: seenAt, articleIds: known, sentences } }] : [],
    cache.texts,
  );
  if (places.length === 0 && corrections.length === 0) return false;
  const content: FollowUpdate = {
    ...head,
    places,
    paywalled,
    ...(corrections.length > 0 ? { earlierCorrections: corrections } : {}),
    step: 'goes-on',
  };
  return store(parts, follow, content, now);
}

/** An update without its stories. */
const headOf = ({ topics }: FollowParts, follow: FollowRecord, now: EpochMs) => {
  const { placeId: channelId, serverId, storyId, title, zone, locale, seenAt: windowStart } = follow;
  const at = { localDate: localDateAt(now, zone), windowStart, windowEnd: now };
  return { channelId, serverId, storyId, title, zone, locale, ...at, topics: topics.map(labelOfTopic), also: [] };
};

/** Ends the follow, with a message or, in a forum, by archiving the post. */
async function end(parts: FollowParts, follow: FollowRecord, now: EpochMs): Promise<boolean> {
  const { placeId, storyId, deliveryId } = follow;
  const { records } = parts.storage;
  const post = deliveryId === undefined ? undefined : await records.deliveries.byId(deliveryId);
  if (post !== undefined && kindOf(parts.kinds, post).isForumPost) {
    return parts.storage.transaction(async (trx) => {
      if (!(await trx.follows.end(placeId, storyId, now))) return false;
      await trx.edits.queueAct(post.id, { kind: 'archive' }, now);
      return true;
    });
  }
  return store(parts, follow, { ...headOf(parts, follow, now), places: [], step: 'ends' }, now);
}

/** Whether updates notify nobody: a thread follows its channel's setting; direct messages always notify. */
async function isSilentBelow(records: Records, { deliveryId }: FollowRecord, now: EpochMs): Promise<boolean> {
  const begun = deliveryId === undefined ? undefined : await records.deliveries.byId(deliveryId);
  return begun !== undefined && isSilentIn(records, begun.channelId, now);
}

/** Stores the update with the follow's new state. False if the follow changed or ended meanwhile. */
async function store(parts: FollowParts, follow: FollowRecord, content: FollowUpdate, now: EpochMs): Promise<boolean> {
  const { placeId, storyId, seenAt } = follow;
  const id = `${placeId}/update/${storyId}/${seenAt}`;
  const silent = await isSilentBelow(parts.storage.records, follow, now);
  const draft = draftOf(parts, update, { ...content, ...(silent ? { silent } : {}) }, { id, dueAt: now });
  const isNew = await parts.storage.transaction(
    async (trx) => {
      const present = await trx.follows.byPlace(placeId, storyId);
      if (present === undefined || present.endedAt !== undefined || present.seenAt !== seenAt) return false;
      if (content.step === 'ends') await trx.follows.end(placeId, storyId, now);
      else await trx.follows.told(follow, now, content.localDate);
      return storeDraft(trx, draft, now);
    },
    { durable: true },
  );
  if (isNew) parts.log.info({ delivery: id, step: content.step }, 'update made');
  return isNew;
}
