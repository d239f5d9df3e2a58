import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { invalidForm, refusals } from '../errors.ts';
import { createMessage, deleteMessage, editMessage, readMessage } from '../messages.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, NO_CONTENT, ok } from '../router.ts';
import { compareSnowflakes, isSnowflake } from '../snowflake.ts';
import type { Channel } from '../state.ts';
import { replaceMessage } from '../state.ts';
import type { Fields, WireMessage } from '../wire.ts';
import { botMay, demand, textChannelFor } from './access.ts';

/** Reading and writing messages of a channel. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/channels/:channel/messages', handle: list },
  { method: 'POST', pattern: '/channels/:channel/messages', handle: create },
  { method: 'GET', pattern: '/channels/:channel/messages/:message', handle: read },
  { method: 'PATCH', pattern: '/channels/:channel/messages/:message', handle: edit },
  { method: 'DELETE', pattern: '/channels/:channel/messages/:message', handle: remove },
  { method: 'POST', pattern: '/channels/:channel/messages/:message/crosspost', handle: crosspost },
  { method: 'POST', pattern: '/channels/:channel/typing', handle: typing },
];

function create(call: Call): Reply {
  const { context, body, uploads } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  if (channel.guildId === undefined && !isReachable(context, channel)) throw refusals.closedToMessages();
  demandSending(context, channel, body, uploads.length);
  const again = rememberedNonce(call);
  if (again !== undefined) return ok(again);
  const reference = referenceOf(context, channel, body);
  const message = createMessage(context, {
    channel,
    authorId: context.world.botId,
    body,
    uploads,
    type: reference === undefined ? 0 : 19,
    extra: reference === undefined ? {} : { message_reference: reference },
  });
  if (channel.thread?.archived === true) channel.thread.archived = false;
  if (body.enforce_nonce === true && message.nonce !== undefined) {
    context.world.nonces.set(String(message.nonce), {
      channelId: channel.id,
      messageId: message.id,
      at: context.monotonic(),
    });
  }
  return ok(message);
}

/** A person can be written to while they allow it and share a server with the bot. */
function isReachable({ world }: Context, dm: Channel): boolean {
  const others = [...dm.recipients].filter((id) => id !== world.botId);
  return others.every(
    (id) =>
      world.people.get(id)?.acceptsMessages === true &&
      [...world.guilds.values()].some(({ members }) => members.has(id)),
  );
}

/** The permissions a message needs in its channel; refused with 50013, a locked thread with 50083. */
export function demandSending(context: Context, channel: Channel, body: Fields, files: number): void {
  demand(context, channel, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads');
  if (channel.thread?.archived === true && channel.thread.locked) throw refusals.archivedThread();
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const embeds = Array.isArray(body.embeds) && body.embeds.length > 0;
  // Stricter than Discord is known to be: V2 messages with links show nothing of them without Embed Links.
  if (embeds || (flags & MessageFlags.IsComponentsV2) !== 0) demand(context, channel, 'EmbedLinks');
  if (files > 0) demand(context, channel, 'AttachFiles');
}

/** The message an enforced nonce already made inside the window; Discord documents the check as per author, not per channel. */
function rememberedNonce(call: Call): WireMessage | undefined {
  const { context, body } = call;
  const { nonces } = context.world;
  for (const [nonce, { at }] of nonces) {
    if (context.monotonic() - at < context.settings.nonceMs) break;
    nonces.delete(nonce);
  }
  if (body.enforce_nonce !== true || body.nonce == null) return undefined;
  const known = nonces.get(String(body.nonce));
  return known === undefined ? undefined : readMessage(context.world, known.channelId, known.messageId);
}

function referenceOf(context: Context, channel: Channel, body: Fields): Fields | undefined {
  const reference = body.message_reference;
  if (typeof reference !== 'object' || reference === null) return undefined;
  const fields = reference as Fields;
  const target = readMessage(context.world, channel.id, String(fields.message_id));
  if (target === undefined) {
    if (fields.fail_if_not_exists === false) return undefined;
    throw invalidForm([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  }
  return { type: 0, message_id: target.id, channel_id: channel.id, guild_id: channel.guildId };
}

function list(call: Call): Reply {
  const { context, query } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidForm([
      { path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be less than or equal to 100.' },
    ]);
  }
  for (const key of ['before', 'after', 'around']) {
    const value = query.get(key);
    if (value === null || isSnowflake(value)) continue;
    throw invalidForm([{ path: [key], code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }]);
  }
  // Discord answers an empty list here, not an error: the trap of every search through history.
  if (!botMay(context, channel, 'ReadMessageHistory')) return ok([]);
  return ok(page(channel.messages, query, limit).reverse());
}

/** A page in order of age: `after` gives the oldest ones after it, the others the newest. */
function page(messages: readonly WireMessage[], query: URLSearchParams, limit: number): WireMessage[] {
  const after = query.get('after');
  if (after !== null) return messages.filter(({ id }) => compareSnowflakes(id, after) > 0).slice(0, limit);
  const before = query.get('before');
  if (before !== null) return messages.filter(({ id }) => compareSnowflakes(id, before) < 0).slice(-limit);
  const around = query.get('around');
  if (around === null) return messages.slice(-limit);
  const index = messages.findIndex(({ id }) => compareSnowflakes(id, around) >= 0);
  const middle = index < 0 ? messages.length : index;
  const start = Math.max(0, middle - Math.floor(limit / 2));
  return messages.slice(start, start + limit);
}

function messageFor(call: Call): { channel: Channel; message: WireMessage } {
  const channel = textChannelFor(call.context, idOf(call, 'channel'));
  const id = idOf(call, 'message');
  const message = channel.messages.find((candidate) => candidate.id === id);
  if (message === undefined) throw refusals.unknownMessage();
  return { channel, message };
}

function read(call: Call): Reply {
  const channel = textChannelFor(call.context, idOf(call, 'channel'));
  if (!botMay(call.context, channel, 'ReadMessageHistory')) throw refusals.missingAccess();
  return ok(messageFor(call).message);
}

function edit(call: Call): Reply {
  const { channel, message } = messageFor(call);
  if (message.author.id !== call.context.world.botId) throw refusals.foreignMessage();
  if (channel.thread?.archived === true) throw refusals.archivedThread();
  return ok(editMessage(call.context, channel, message, call.body, call.uploads));
}

function remove(call: Call): Reply {
  const { channel, message } = messageFor(call);
  if (message.author.id !== call.context.world.botId) demand(call.context, channel, 'ManageMessages');
  deleteMessage(call.context, channel, message);
  return NO_CONTENT;
}

function crosspost(call: Call): Reply {
  const { channel, message } = messageFor(call);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusals.wrongChannelType();
  demand(call.context, channel, message.author.id === call.context.world.botId ? 'SendMessages' : 'ManageMessages');
  const published = { ...message, flags: message.flags | MessageFlags.Crossposted };
  replaceMessage(channel, published);
  call.context.notify({ type: 'message', change: 'edited', channelId: channel.id, message: published });
  return ok(published);
}

function typing(call: Call): Reply {
  const channel = textChannelFor(call.context, idOf(call, 'channel'));
  demand(call.context, channel, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads');
  call.context.notify({ type: 'typing', channelId: channel.id });
  return NO_CONTENT;
}
