import { type APIGuildForumChannel, ChannelFlags, type Client, DiscordAPIError, Routes } from 'discord.js';
import { Explained } from '../../src/discord/asking.ts';
import { oneLine } from '../../src/discord/cards/escape.ts';
import { mention } from '../../src/discord/cards/parts.ts';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import type { TypedAlert } from './change.ts';

const tagsMax = 20;
const nameMax = 20;

/**
 * The forum's tags for these topics, found by a topic's name in any language. Creates missing ones if Lede may. Throws
 * Explained if posts must have a tag and there is none.
 */
export async function tagsOfForum(
  { rest }: Client,
  channelId: ChannelId,
  topics: readonly TopicLabel[],
  texts: Texts,
): Promise<NonNullable<TypedAlert['forum']>> {
  const forum = (await rest.get(Routes.channel(channelId))) as APIGuildForumChannel;
  const wanted = topics.map((topic) => ({ topic, name: oneLine(topicLabel(topic, texts), nameMax) }));
  const find = (tags: APIGuildForumChannel['available_tags'], { topic, name }: (typeof wanted)[number]) => {
    const names = [name, ...Object.values(topic.names)].map((one) => one.toLocaleLowerCase());
    return tags.find((tag) => names.includes(tag.name.toLocaleLowerCase()));
  };
  let tags = forum.available_tags ?? [];
  const missing = wanted.filter((one) => find(tags, one) === undefined).slice(0, Math.max(0, tagsMax - tags.length));
  if (missing.length > 0) {
    const body = { available_tags: [...tags, ...missing.map(({ name }) => ({ name }))] };
    try {
      tags = ((await rest.patch(Routes.channel(channelId), { body })) as APIGuildForumChannel).available_tags ?? tags;
    } catch (error) {
      // Without Manage Channels, posts use the tags that exist.
      if (!(error instanceof DiscordAPIError) || error.status !== 403) throw error;
    }
  }
  const requiresTag = ((forum.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  if (requiresTag && tags.length === 0)
    throw new Explained(({ roles }) => roles.needsTag({ channel: mention.channel(channelId) }));
  const found = wanted.flatMap((one) => {
    const tag = find(tags, one);
    return tag === undefined ? [] : [[one.topic.id, tag.id] as const];
  });
  return { tagIds: Object.fromEntries(found), ...(requiresTag ? { otherTagId: tags[0]?.id } : {}) };
}
