import { dayMs, type EpochMs } from '../clock.ts';
import type { FeedId } from '../ids.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { Records } from '../storage/storage.ts';
import { dueAtOnce, intervalAtOnce, type PollState } from './nextPoll.ts';
import { dayOf, quotasOfDay } from './quotas.ts';

/** Share of a server's daily bytes for frequent polls. The rest is for pages and the server's other feeds. */
const bytesShare = 0.8;
/** The share of a day's bytes that may be spent in its first two hours. */
const dayShareMin = 1 / 12;

/**
 * Poll intervals in ms of feeds whose items a server wants at once. While the server has spent more than an even share
 * of its daily bytes, the intervals of its own feeds grow, so that the bytes last until the day ends.
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
