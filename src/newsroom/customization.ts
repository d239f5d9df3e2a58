import type { FeedId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { Records } from '../storage/storage.ts';

/**
 * The feeds and splits that make a server's stories differ from everybody's. Cache keys contain them, so that servers
 * share no entry, and a changed feed or split starts a new entry.
 */
export interface Customization {
  serverId: ServerId;
  feeds: readonly { feedId: FeedId; topicId: TopicId }[];
  /** Ids of stories from which the server's members split off articles. */
  changed: readonly StoryId[];
}

/** Undefined if the server has no feeds of its own and its members split nothing off. */
export async function customizationOf(
  records: Records,
  serverId: ServerId | undefined,
): Promise<Customization | undefined> {
  if (serverId === undefined) return undefined;
  const feeds = await records.ownTopicsAndFeeds.feeds(serverId);
  const changed = [...(await records.splits.changedFor(serverId))];
  return feeds.length + changed.length === 0 ? undefined : { serverId, feeds, changed };
}

/** The stories whose articles differ for the server: some of `storyIds`, and all in `customization.changed`. */
export async function differing(
  records: Records,
  customization: Customization | undefined,
  storyIds: readonly StoryId[],
): Promise<ReadonlySet<StoryId>> {
  if (customization === undefined) return new Set();
  return (await records.stories.broughtBy(customization.serverId, storyIds)).union(new Set(customization.changed));
}
