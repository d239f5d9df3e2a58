import { dayMs, type EpochMs } from '../../src/clock.ts';
import { independentVoices } from '../../src/engine/stories/voices.ts';
import { nextTurn } from '../../src/engine/text/pauses.ts';
import type { ArticleId, DeliveryId, ServerId, StoryId } from '../../src/ids.ts';
import type { TickCache } from '../../src/newsroom/tickCache.ts';
import type { DeliveryParts } from '../../src/outbox/draft.ts';
import { isOf } from '../../src/outbox/kinds.ts';
import type { Rematch } from '../../src/storage/records/stories/changed.ts';
import type { Alert } from './card.ts';
import { alert, post } from './deliveries.ts';
import { storeGrown } from './store.ts';

/** How long an alert's numbers grow after it was due. */
const joiningMs = dayMs;
/** Delivery kinds whose numbers grow. */
const joining = [alert, post].map(({ name }) => name);
/** Minimum time between posting an alert and its edit, and between two edits. */
const joinedSpacingMs = 10 * 60_000;
const rematchMs = 15_000;

/**
 * When each origin confirmed the story, earliest first. An origin is an owner or agency whose reporting others may
 * repeat or cite. It confirms by its own first report, or by the first that rests on it.
 */
export function confirmedBy(cache: TickCache, listed: readonly { id: ArticleId }[]): Promise<EpochMs[]> {
  const ids = listed.map(({ id }) => id);
  return cache.once(['origins', ids], async () => {
    const articles = await cache.articles(ids);
    const { sameTextAs, originOf } = independentVoices(articles, cache.ownerOf);
    const originals = articles.filter(({ id }) => !sameTextAs.has(id));
    const ofOrigin = Map.groupBy(originals, ({ outletId }) => originOf.get(cache.ownerOf(outletId)) ?? outletId);
    return [...ofOrigin.values()].map((own) => Math.min(...own.map(({ newsAt }) => newsAt))).sort((a, b) => a - b);
  });
}

/**
 * Raises the numbers of outlets in posted alerts whose stories more outlets have reported since, and queues the edits.
 * Headline and sentence stay. `rematches`: stories to check again later, because their alerts can't be edited yet.
 */
export async function addJoined(parts: DeliveryParts, cache: TickCache, storyIds: readonly StoryId[], now: EpochMs) {
  const { records } = cache;
  const rematches: Rematch[] = [];
  let done = 0;
  for (const { id, storyId, sentAt } of await records.deliveries.showing(storyIds, joining, now - joiningMs)) {
    if (parts.ending()) return { done, rematches };
    await nextTurn();
    const joined = await join(parts, cache, id, sentAt, now);
    if (joined === 'stored') done += 1;
    else if (joined !== 'same') rematches.push({ storyId, channelId: '', dueAt: nextRematchAt(joined.dueAt) });
  }
  return { done, rematches };
}

/** Rounds up, so that alerts posted one after another are checked together. */
const nextRematchAt = (dueAt: EpochMs): EpochMs => Math.ceil(dueAt / rematchMs) * rematchMs;

/** Raises the numbers of one alert, or returns when to try again. */
async function join(
  parts: DeliveryParts,
  cache: TickCache,
  id: DeliveryId,
  sentAt: EpochMs | undefined,
  now: EpochMs,
): Promise<'stored' | 'same' | { dueAt: EpochMs }> {
  if (sentAt === undefined) return { dueAt: now + joinedSpacingMs };
  const delivery = await cache.records.deliveries.byId(id);
  if (delivery === undefined || !(isOf(delivery, alert) || isOf(delivery, post))) return 'same';
  const { serverId, content } = delivery;
  const dueAt = (content.joinedAt ?? sentAt) + joinedSpacingMs;
  if (now < dueAt) return { dueAt };
  const joined = await joinedIn(cache, content, serverId);
  if (joined === undefined) return 'same';
  // If a correction changed the alert meanwhile, the next run includes both changes.
  return (await storeGrown(parts, delivery, { ...joined, joinedAt: now }, now)) ? 'stored' : { dueAt: now };
}

/** The alert with its present numbers; undefined if no story has more origins. */
async function joinedIn(cache: TickCache, content: Alert, serverId: ServerId): Promise<Alert | undefined> {
  const storyIds = content.places.map(({ storyId }) => storyId);
  const listed = await cache.once(['joined', serverId, storyIds], () =>
    cache.records.listings.articlesOf(storyIds, serverId),
  );
  const places = await Promise.all(
    content.places.map(async (place) => {
      const articles = listed.get(place.storyId) ?? [];
      // What members took out is stored with the place, and subtracted when it is drawn.
      const { fewer } = place.takenOut ?? { fewer: { outlets: 0, voices: 0 } };
      const outlets = new Set(articles.map(({ outletId }) => outletId)).size + fewer.outlets;
      const voices = (await confirmedBy(cache, articles)).length + fewer.voices;
      return voices > place.voices ? { ...place, voices, outlets: Math.max(outlets, place.outlets) } : place;
    }),
  );
  return places.every((place, nth) => place === content.places[nth]) ? undefined : { ...content, places };
}
