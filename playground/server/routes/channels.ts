import { ChannelType } from 'discord-api-types/v10';
import { addChannel, announceChannel, removeChannel } from '../channels.ts';
import type { Context } from '../context.ts';
import { invalidForm, refusals } from '../errors.ts';
import { Findings } from '../limits/fields.ts';
import { createMessage } from '../messages.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, NO_CONTENT, ok } from '../router.ts';
import { wireChannel } from '../shapes.ts';
import type { Channel } from '../state.ts';
import { isFields } from '../wire.ts';
import { channelFor, demand } from './access.ts';
import { demandSending } from './messages.ts';

/** Channels and threads. */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/channels/:channel', handle: read },
  { method: 'PATCH', pattern: '/channels/:channel', handle: edit },
  { method: 'DELETE', pattern: '/channels/:channel', handle: remove },
  { method: 'POST', pattern: '/channels/:channel/threads', handle: startThread },
  { method: 'POST', pattern: '/channels/:channel/messages/:message/threads', handle: startFromMessage },
  { method: 'PUT', pattern: '/channels/:channel/thread-members/@me', handle: join },
  { method: 'DELETE', pattern: '/channels/:channel/thread-members/@me', handle: leave },
];

function read(call: Call): Reply {
  return ok(wireChannel(call.context.world, channelFor(call.context, idOf(call, 'channel'))));
}

function edit(call: Call): Reply {
  const { context, body } = call;
  const channel = channelFor(context, idOf(call, 'channel'));
  demand(context, channel, channel.thread === undefined ? 'ManageChannels' : 'ManageThreads');
  const found = new Findings();
  const name = found.text(body, 'name', [], 1, 100);
  if (found.problems.length > 0) throw invalidForm(found.problems);
  if (name !== undefined) channel.name = name;
  if (channel.thread !== undefined && typeof body.archived === 'boolean') channel.thread.archived = body.archived;
  if (channel.thread !== undefined && typeof body.locked === 'boolean') channel.thread.locked = body.locked;
  announceChannel(context, channel, 'edited');
  return ok(wireChannel(context.world, channel));
}

function remove(call: Call): Reply {
  const channel = channelFor(call.context, idOf(call, 'channel'));
  const body = wireChannel(call.context.world, channel);
  if (channel.guildId === undefined) return ok(body);
  demand(call.context, channel, channel.thread === undefined ? 'ManageChannels' : 'ManageThreads');
  removeChannel(call.context, channel);
  return ok(body);
}

function startThread(call: Call): Reply {
  const { context, body } = call;
  const parent = channelFor(context, idOf(call, 'channel'));
  if (parent.type === ChannelType.GuildForum) return startInForum(call, parent);
  if (parent.type !== ChannelType.GuildText && parent.type !== ChannelType.GuildAnnouncement) {
    throw refusals.wrongChannelType();
  }
  const type = typeof body.type === 'number' ? body.type : ChannelType.PrivateThread;
  demand(context, parent, type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  return ok(wireChannel(context.world, newThread(call, parent, type)), 201);
}

function startFromMessage(call: Call): Reply {
  const { context } = call;
  const parent = channelFor(context, idOf(call, 'channel'));
  const id = idOf(call, 'message');
  if (!parent.messages.some((message) => message.id === id)) throw refusals.unknownMessage();
  demand(context, parent, 'CreatePublicThreads');
  const announcement = parent.type === ChannelType.GuildAnnouncement;
  const type = announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  return ok(wireChannel(context.world, newThread(call, parent, type, id)), 201);
}

/** A forum takes no messages, only threads that begin with one. */
function startInForum(call: Call, forum: Channel): Reply {
  const { context, body, uploads } = call;
  const first = body.message;
  if (!isFields(first)) {
    throw invalidForm([{ path: ['message'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]);
  }
  demand(context, forum, 'SendMessages');
  demandSending(context, forum, first, uploads.length);
  const thread = newThread(call, forum, ChannelType.PublicThread);
  try {
    const message = createMessage(context, {
      channel: thread,
      authorId: context.world.botId,
      body: first,
      uploads,
      extra: { id: thread.id },
    });
    return ok({ ...wireChannel(context.world, thread), message }, 201);
  } catch (error) {
    removeChannel(context, thread);
    throw error;
  }
}

function newThread(call: Call, parent: Channel, type: number, id?: string): Channel {
  const { context, body } = call;
  const found = new Findings();
  const name = found.text(body, 'name', [], 1, 100, true);
  if (found.problems.length > 0) throw invalidForm(found.problems);
  context.confirm();
  const minutes = body.auto_archive_duration;
  return addChannel(context, {
    type,
    id,
    guildId: parent.guildId,
    parentId: parent.id,
    name,
    thread: {
      ownerId: context.world.botId,
      members: new Set([context.world.botId]),
      archived: false,
      locked: false,
      createdAt: new Date(context.now()).toISOString(),
      archiveMinutes: typeof minutes === 'number' ? minutes : 1_440,
    },
  });
}

function threadFor(context: Context, call: Call): Set<string> {
  const { thread } = channelFor(context, idOf(call, 'channel'));
  if (thread === undefined) throw refusals.wrongChannelType();
  return thread.members;
}

function join(call: Call): Reply {
  threadFor(call.context, call).add(call.context.world.botId);
  return NO_CONTENT;
}

function leave(call: Call): Reply {
  threadFor(call.context, call).delete(call.context.world.botId);
  return NO_CONTENT;
}
