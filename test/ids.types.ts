import type { ArticleId, ChannelId, FeedId, ServerId, StoryId, TopicId } from '../src/ids.ts';
import type { Candidate } from '../src/newsroom/candidate.ts';
import type { Records } from '../src/storage/storage.ts';

/** Never runs. tsc must reject each line after an `@ts-expect-error`, and accept all others. */
export async function idsOfOneKindStandForNoOther(
  { stories, articles, channels, feeds }: Records,
  { storyId }: Candidate,
  known: ReadonlyMap<StoryId, string>,
): Promise<void> {
  const [article] = await articles.byIds(['a plain string']);
  const id: ArticleId = article?.id ?? '';
  await stories.byId(storyId);
  // @ts-expect-error An article's id isn't a story's id,
  await stories.byId(id);
  // @ts-expect-error neither in a list
  await stories.byIds([storyId, id]);
  // @ts-expect-error nor as a key of a map.
  known.get(id);

  const channelId: ChannelId = '7';
  const serverId: ServerId = '';
  const topics: TopicId[] = await channels.topicsOf(channelId);
  // @ts-expect-error Two Discord ids in the wrong order.
  await channels.subscribe(serverId, channelId, topics, 0);
  // @ts-expect-error An outlet's id read from a row isn't a feed's id.
  const feed: FeedId | undefined = (await feeds.byId('f'))?.outletId;
  void feed;
}
