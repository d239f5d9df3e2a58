import { dayMs, type EpochMs } from '../../src/clock.ts';
import { publisherOf } from '../../src/engine/articles/outlets.ts';
import { sourceName } from '../../src/engine/stories/citations.ts';
import { independentVoices } from '../../src/engine/stories/voices.ts';
import { nextTurn } from '../../src/engine/text/pauses.ts';
import type { ArticleId, DeliveryId, ServerId, StoryId } from '../../src/ids.ts';
import type { TickCache } from '../../src/newsroom/tickCache.ts';
import type { DeliveryParts } from '../../src/outbox/draft.ts';
import { isOf } from '../../src/outbox/kinds.ts';
import { withoutTakenOut } from '../../src/outbox/takenOut.ts';
import type { DigestStory, Report } from '../../src/storage/postContent.ts';
import type { ArticleRecord } from '../../src/storage/records/stories/articles.ts';
import type { Rematch } from '../../src/storage/records/stories/changed.ts';
import type { Alert } from './card.ts';
import { alert, post } from './deliveries.ts';
import { storeGrown } from './store.ts';

/** How long outlets are added to an alert after it was due. */
const joiningMs = dayMs;
/** Delivery kinds that outlets are added to. */
const joining = [alert, post].map(({ name }) => name);
/** Minimum time between posting an alert and adding outlets, and between two additions. */
const joinedSpacingMs = 10 * 60_000;
const rematchMs = 15_000;
/** Maximum number of outlets named for a story. */
const reportsMax = 10;

/** `newsAt`: when the report counted as news. Later than `at` if the feed or Lede was late. */
type Confirming = Report & { newsAt: EpochMs };

/**
 * One report for each origin, in the order in which the origins confirmed the story. An origin is an owner or agency
 * whose reporting others may repeat or cite. Its report is its own first, else the first that cites it.
 */
export function reportsOf(cache: TickCache, listed: readonly { id: ArticleId }[]): Promise<Confirming[]> {
  const ids = listed.map(({ id }) => id);
  return cache.once(['reports', ids], async () => {
    const articles = await cache.articles(ids);
    const { sameTextAs, originOf } = independentVoices(articles, cache.ownerOf);
    const originals = articles.filter(({ id }) => !sameTextAs.has(id));
    const ofOrigin = Map.groupBy(originals, ({ outletId }) => originOf.get(cache.ownerOf(outletId)) ?? outletId);
    return [...ofOrigin]
      .flatMap(([origin, own]) => reportOf(cache, origin, own) ?? [])
      .sort((a, b) => a.newsAt - b.newsAt);
  });
}

/** The report that stands for an origin. Its `newsAt` is the earliest among all reports that rest on the origin. */
function reportOf(cache: TickCache, origin: string, articles: readonly ArticleRecord[]): Confirming | undefined {
  const own = articles.filter(({ outletId }) => cache.ownerOf(outletId) === origin);
  const report = own.find(({ citation }) => citation === undefined) ?? own[0] ?? articles[0];
  if (report === undefined) return undefined;
  const { outletId, outletName: outlet, url, publishedAt: at, citation } = report;
  const cites = own.length > 0 || citation === undefined ? undefined : sourceName(cache.outletsById, citation);
  const newsAt = Math.min(...articles.map((one) => one.newsAt));
  return { outlet, url, at, newsAt, origin, cites, ...publisherOf(cache.outletsById, outletId) };
}

/** The first ten reports that confirmed the story, sorted by time of publication. */
export const named = (reports: readonly Confirming[]): Report[] =>
  reports
    .slice(0, reportsMax)
    .map(({ newsAt, ...report }) => report)
    .sort((a, b) => a.at - b.at);

/**
 * Adds outlets to posted alerts whose stories they have reported since, and queues the edits. Headline and sentence
 * stay. `rematches`: stories to check again later, because their alerts can't be edited yet.
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

/** Adds the outlets to one alert, or returns when to try again. */
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

const nameOf = ({ owner, outlet }: Report): string => owner ?? outlet;

/** Whether both are from one origin. Names count, too, because alerts of versions before 2.0.0 have no `origin`. */
const isSameOrigin = (known: Report, found: Report): boolean =>
  known.origin === found.origin || (known.cites === undefined && nameOf(known) === nameOf(found));

/** The alert with the outlets that have joined since, up to `reportsMax` for each story; undefined if none has. */
async function joinedIn(cache: TickCache, content: Alert, serverId: ServerId): Promise<Alert | undefined> {
  const { records } = cache;
  const storyIds = Object.keys(content.reports);
  const listed = await cache.once(['joined', serverId, storyIds], () =>
    records.listings.articlesOf(storyIds, serverId),
  );
  const shown = withoutTakenOut(content);
  const reports: Record<StoryId, readonly Report[]> = {};
  const counts = new Map<StoryId, Pick<DigestStory, 'outlets' | 'voices'>>();
  for (const storyId of storyIds) {
    const articles = listed.get(storyId) ?? [];
    const found = await reportsOf(cache, articles);
    const known = shown.reports[storyId] ?? [];
    const more = found.filter((one) => !known.some((other) => isSameOrigin(other, one)));
    const room = Math.max(0, reportsMax - known.length);
    reports[storyId] = [...(content.reports[storyId] ?? []), ...named(more.slice(0, room))].sort((a, b) => a.at - b.at);
    const fresh = articles.filter(({ newsAt }) => newsAt > content.windowStart);
    const ofFresh = await reportsOf(cache, fresh);
    counts.set(storyId, { outlets: new Set(fresh.map(({ outletId }) => outletId)).size, voices: ofFresh.length });
  }
  const places = content.places.map((place, nth) => {
    const { outlets, voices } = counts.get(place.storyId) ?? place;
    const { fewer } = place.takenOut ?? { fewer: { outlets: 0, voices: 0 } };
    if (outlets < (shown.places[nth] ?? place).outlets) return place;
    return { ...place, outlets: outlets + fewer.outlets, voices: voices + fewer.voices };
  });
  const isSame = storyIds.every((id) => reports[id]?.length === content.reports[id]?.length);
  return isSame ? undefined : { ...content, places, reports };
}
