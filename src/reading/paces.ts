import { dayMs, type EpochMs } from '../clock.ts';
import type { FeedId } from '../ids.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { Records } from '../storage/storage.ts';
import { dueAtOnce, intervalAtOnce, type PollState } from './nextPoll.ts';
import { dayOf, quotasOfDay } from './quotas.ts';

/** Share of a server's daily bytes for frequent polls. The rest is for pages and all other own feeds. */
const bytesShare = 0.8;
/** The least share of a day's bytes, for the first two hours of a day. */
const dayShareMin = 1 / 12;

/**
 * The poll interval, ms, of those feeds whose items a server wants at once. Feeds that never answer 304 use up their
 * server's bytes; their interval grows, so that the bytes last until the end of the day.
 */
export async function pacesAtOnce(
  records: Records,
  feeds: readonly FeedRecord[],
  now: EpochMs,
): Promise<Map<FeedId, number>> {
  const wishes = await records.itemAlerts.wishes(feeds.map(({ id }) => id));
  if (wishes.length === 0) return new Map();
  const serverIds = [...new Set(wishes.map(({ rule }) => rule.serverId))];
  const spent = await records.quotas.spentBy(serverIds, dayOf(now));
  const even = quotasOfDay.bytes * bytesShare * Math.max(dayShareMin, (now % dayMs) / dayMs);
  const slower = new Map(serverIds.map((id, nth) => [id, Math.max(1, (spent[nth]?.bytes ?? 0) / even)]));
  const paces = new Map<FeedId, number>();
  for (const { feedId, rule } of wishes) {
    const isFree = feeds.some(({ id, catalogue }) => id === feedId && catalogue);
    const pace = intervalAtOnce * (isFree ? 1 : (slower.get(rule.serverId) ?? 1));
    paces.set(feedId, Math.min(pace, paces.get(feedId) ?? pace));
  }
  return paces;
}

/** Polls these feeds soon, because a server now wants their items at once. Failing feeds keep their interval. */
export async function hasten({ feeds }: Records, feedIds: readonly FeedId[], now: EpochMs): Promise<void> {
  for (const id of feedIds) {
    const feed = await feeds.byId(id);
    if (feed?.state !== 'active' || feed.failures > 0 || feed.lastPolledAt === undefined) continue;
    await feeds.hasten(id, dueAtOnce(JSON.parse(feed.polling) as PollState, feed.lastPolledAt, now));
  }
}
