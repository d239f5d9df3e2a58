import type { ArticleId, ChannelId, FeedId, ServerId, StoryId, TopicId } from '../src/ids.ts';
import type { Candidate } from '../src/newsroom/candidate.ts';
import type { Records } from '../src/storage/storage.ts';

/** Nothing runs this: tsc refuses each line that an expected error precedes, and takes the others. */
export async function idsOfOneKindStandForNoOther(
  { stories, articles, channels, feeds }: Records,
  { storyId }: Candidate,
  known: ReadonlyMap<StoryId, string>,
): Promise<void> {
  const [article] = await articles.byIds(['a plain string']);
  const id: ArticleId = article?.id ?? '';
  await stories.byId(storyId);
  // @ts-expect-error An article's id names no story.
  await stories.byId(id);
  // @ts-expect-error Nor does it in a list,
  await stories.byIds([storyId, id]);
  // @ts-expect-error or as a key.
  known.get(id);

  const channelId: ChannelId = '7';
  const serverId: ServerId = '';
  const topics: TopicId[] = await channels.topicsOf(channelId);
  // @ts-expect-error Two ids of Discord, in the wrong order.
  await channels.subscribe(serverId, channelId, topics, 0);
  // @ts-expect-error A row's ids keep their kind.
  const feed: FeedId | undefined = (await feeds.byId('f'))?.outletId;
  void feed;
}
