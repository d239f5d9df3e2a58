import { ChannelType } from 'discord-api-types/v10';
import { ApiError, invalid, refusals } from '../http/errors.ts';
import { checkMessage } from '../http/limits.ts';
import { type Call, idOf, ok, type Reply, type Route } from '../http/router.ts';
import { isFields } from '../wire.ts';
import { addChannel, announceChannel } from '../world/channels.ts';
import { createMessage, readMessage } from '../world/messages.ts';
import { wireChannel } from '../world/shapes.ts';
import { type Channel, channelsOf, replaceMessage } from '../world/state.ts';
import { channelFor, demand, textChannelFor } from './access.ts';
import { guildFor } from './guilds.ts';

const isCrossposted = 1 << 1;
const archiveMinutes: ReadonlySet<unknown> = new Set([60, 1_440, 4_320, 10_080]);

/** Threads below messages, posts of forums, and publishing announcements. */
export const threadRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/guilds/:guild/threads/active', handle: listActive },
  { method: 'GET', pattern: '/channels/:channel/threads/archived/public', handle: listArchived },
  { method: 'POST', pattern: '/channels/:channel/threads', handle: startPost },
  { method: 'POST', pattern: '/channels/:channel/messages/:message/threads', handle: startThread },
  { method: 'POST', pattern: '/channels/:channel/messages/:message/crosspost', handle: crosspost },
  { method: 'PATCH', pattern: '/channels/:channel', handle: change },
];

function listActive(call: Call): Reply {
  const { world } = call.context;
  const threads = channelsOf(world, guildFor(call).id).filter(({ thread }) => thread?.archived === false);
  return ok({ threads: threads.map((thread) => wireChannel(world, thread)), members: [] });
}

/** Archived threads, the newest first: a thread's `archive_timestamp` here is when it was opened. */
function listArchived(call: Call): Reply {
  const { context, query } = call;
  const parent = channelFor(context, idOf(call, 'channel'));
  demand(context, parent, 'ReadMessageHistory');
  const limit = Number(query.limit ?? 50);
  const before = Date.parse(query.before ?? '9999-12-31');
  const all = channelsOf(context.world, parent.guildId ?? '')
    .filter(({ parentId, thread }) => parentId === parent.id && thread?.archived === true)
    .filter(({ thread }) => Date.parse(thread?.createdAt ?? '') < before)
    .reverse();
  const threads = all.slice(0, limit).map((thread) => wireChannel(context.world, thread));
  return ok({ threads, members: [], has_more: all.length > limit });
}

function checkedName({ body }: Call): string {
  const { name, auto_archive_duration: minutes } = body;
  const isFit = typeof name === 'string' && name.length >= 1 && name.length <= 100;
  if (!isFit) throw invalid(['name'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  if (minutes !== undefined && !archiveMinutes.has(minutes))
    throw invalid(['auto_archive_duration'], 'BASE_TYPE_CHOICES', 'Value must be one of (60, 1440, 4320, 10080).');
  return name;
}

function openThread({ context }: Call, parent: Channel, id: string, name: string, tagIds?: readonly string[]): Channel {
  const isAnnouncement = parent.type === ChannelType.GuildAnnouncement;
  return addChannel(context, {
    id,
    type: isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    guildId: parent.guildId,
    parentId: parent.id,
    name,
    thread: {
      ownerId: context.world.botId,
      archived: false,
      locked: false,
      createdAt: new Date(context.now()).toISOString(),
      tagIds,
    },
  });
}

function startPost(call: Call): Reply {
  const { context, body, uploads } = call;
  const forum = channelFor(context, idOf(call, 'channel'));
  if (forum.type !== ChannelType.GuildForum && forum.type !== ChannelType.GuildMedia) throw refusals.notText();
  demand(context, forum, 'SendMessages');
  const name = checkedName(call);
  const tags = Array.isArray(body.applied_tags) ? body.applied_tags.map(String) : [];
  const known = forum.forum?.tags.map(({ id }) => id) ?? [];
  if (tags.length > 5 || !tags.every((id) => known.includes(id)))
    throw invalid(['applied_tags'], 'INVALID_TAG', 'Unknown tag');
  if (forum.forum?.requiresTag === true && tags.length === 0)
    throw new ApiError(400, 40067, 'A tag is required to create a forum post in this channel');
  if (!isFields(body.message)) throw refusals.emptyMessage();
  checkMessage(body.message, uploads);
  const id = context.ids.next();
  const thread = openThread(call, forum, id, name, tags);
  const message = createMessage(context, {
    id,
    channel: thread,
    authorId: context.world.botId,
    body: body.message,
    uploads,
  });
  return { status: 201, body: { ...wireChannel(context.world, thread), message } };
}

function startThread(call: Call): Reply {
  const { context } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  const id = idOf(call, 'message');
  if (readMessage(context.world, channel.id, id) === undefined) throw refusals.unknownMessage();
  demand(context, channel, 'CreatePublicThreads');
  const name = checkedName(call);
  if (context.world.channels.has(id))
    throw new ApiError(400, 160_004, 'A thread has already been created for this message');
  return { status: 201, body: wireChannel(context.world, openThread(call, channel, id, name)) };
}

function crosspost(call: Call): Reply {
  const { context } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  const message = readMessage(context.world, channel.id, idOf(call, 'message'));
  if (message === undefined) throw refusals.unknownMessage();
  if (channel.type !== ChannelType.GuildAnnouncement)
    throw new ApiError(400, 50_024, 'Cannot execute action on this channel type');
  if ((message.flags & isCrossposted) !== 0)
    throw new ApiError(400, 40_033, 'This message has already been crossposted');
  demand(context, channel, 'SendMessages');
  const handedOn = { ...message, flags: message.flags | isCrossposted };
  replaceMessage(channel, handedOn);
  return ok(handedOn);
}

/**
 * Changes a thread or a forum's tags. A thread's owner may archive it, and anyone who may write may reopen an unlocked
 * one; reopening takes effect before any other change. Changing the tags of a forum requires managing channels.
 */
function change(call: Call): Reply {
  const { context, body } = call;
  const channel = channelFor(context, idOf(call, 'channel'));
  if (channel.thread !== undefined) {
    const opens = body.archived === false;
    if (opens && !channel.thread.locked) demand(context, channel, 'SendMessages');
    else if (opens || channel.thread.ownerId !== context.world.botId) demand(context, channel, 'ManageThreads');
    if (channel.thread.archived && !opens) throw refusals.archivedThread();
    if (typeof body.archived === 'boolean') channel.thread.archived = body.archived;
  } else {
    demand(context, channel, 'ManageChannels');
    if (!Array.isArray(body.available_tags)) return ok(wireChannel(context.world, channel));
    const given = body.available_tags.filter(isFields);
    if (given.length > 20) throw invalid(['available_tags'], 'BASE_TYPE_MAX_LENGTH', 'Must be 20 or fewer in length.');
    channel.forum = {
      requiresTag: channel.forum?.requiresTag ?? false,
      tags: given.map(({ id, name }) => ({ id: typeof id === 'string' ? id : context.ids.next(), name: String(name) })),
    };
  }
  announceChannel(context, channel, 'edited');
  return ok(wireChannel(context.world, channel));
}
