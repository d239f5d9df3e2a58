import type { FeedId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { Records } from '../storage/storage.ts';

/**
 * Why a server may see other stories than everybody. Cache keys hold it, so that servers share nothing, and a changed
 * feed or split begins a new entry.
 */
export interface Own {
  serverId: ServerId;
  feeds: readonly { feedId: FeedId; topicId: TopicId }[];
  /** Stories with articles that its members split off. */
  changed: readonly StoryId[];
}

/** Undefined if the server has no feeds of its own and its members split nothing off. */
export async function ownOf(records: Records, serverId: ServerId | undefined): Promise<Own | undefined> {
  if (serverId === undefined) return undefined;
  const feeds = await records.ownTopicsAndFeeds.feeds(serverId);
  const changed = [...(await records.splits.changedFor(serverId))];
  return feeds.length + changed.length === 0 ? undefined : { serverId, feeds, changed };
}

/** Which of these stories have other articles for the server than for everybody. */
export async function differing(
  records: Records,
  own: Own | undefined,
  storyIds: readonly StoryId[],
): Promise<ReadonlySet<StoryId>> {
  if (own === undefined) return new Set();
  return (await records.stories.broughtBy(own.serverId, storyIds)).union(new Set(own.changed));
}
