import { MessageFlags } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { invalid, refusals } from '../http/errors.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import type { Fields, WireMessage } from '../wire.ts';
import { createMessage, editMessage, readMessage } from '../world/messages.ts';
import { compareSnowflakes, isSnowflake } from '../world/snowflake.ts';
import type { Channel } from '../world/state.ts';
import { botMay, demand, textChannelFor } from './access.ts';

/** Reading and writing messages of a channel. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/channels/:channel/messages', handle: list },
  { method: 'GET', pattern: '/channels/:channel/messages/:message', handle: one },
  { method: 'POST', pattern: '/channels/:channel/messages', handle: create },
  { method: 'PATCH', pattern: '/channels/:channel/messages/:message', handle: edit },
];

function create(call: Call): Reply {
  const { context, body, uploads } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  if (channel.guildId === undefined && !isReachable(context, channel)) throw refusals.closedToMessages();
  demandSending(context, channel, body, uploads.length);
  const again = rememberedNonce(call);
  if (again !== undefined) return ok(again);
  const message = createMessage(context, { channel, authorId: context.world.botId, body, uploads });
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

/** Whether a person allows DMs and shares a server with the bot. */
function isReachable({ world }: Context, dm: Channel): boolean {
  const others = [...dm.recipients].filter((id) => id !== world.botId);
  return others.every(
    (id) =>
      world.people.get(id)?.acceptsMessages === true &&
      [...world.guilds.values()].some(({ members }) => members.has(id)),
  );
}

/** Throws 50013 for a missing permission, 50083 for a locked thread. */
function demandSending(context: Context, channel: Channel, body: Fields, files: number): void {
  demand(context, channel, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads');
  if (channel.thread?.archived === true && channel.thread.locked) throw refusals.archivedThread();
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  // Stricter than Discord, which posts the message but doesn't embed its links.
  if ((flags & MessageFlags.IsComponentsV2) !== 0) demand(context, channel, 'EmbedLinks');
  if (files > 0) demand(context, channel, 'AttachFiles');
}

/** The message sent with the same enforced nonce within the window, in any channel: Discord checks per author. */
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

function list(call: Call): Reply {
  const { context, query } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  const limit = Number(query.limit ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalid(['limit'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.');
  }
  for (const key of ['before', 'after', 'around']) {
    const value = query[key];
    // This server supports only paging backwards.
    if (value === undefined || (key === 'before' && isSnowflake(value))) continue;
    throw invalid([key], 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  }
  // Discord answers an empty list, not an error.
  if (!botMay(context, channel, 'ReadMessageHistory')) return ok([]);
  const before = query.before;
  const older = channel.messages.filter(({ id }) => before === undefined || compareSnowflakes(id, before) < 0);
  return ok(older.slice(-limit).reverse());
}

function one(call: Call): Reply {
  const { context } = call;
  const channel = textChannelFor(context, idOf(call, 'channel'));
  demand(context, channel, 'ReadMessageHistory');
  const message = readMessage(context.world, channel.id, idOf(call, 'message'));
  if (message === undefined) throw refusals.unknownMessage();
  return ok(message);
}

function edit(call: Call): Reply {
  const channel = textChannelFor(call.context, idOf(call, 'channel'));
  const message = readMessage(call.context.world, channel.id, idOf(call, 'message'));
  if (message === undefined) throw refusals.unknownMessage();
  if (message.author.id !== call.context.world.botId) throw refusals.foreignMessage();
  if (channel.thread?.archived === true) throw refusals.archivedThread();
  return ok(editMessage(call.context, channel, message, call.body, call.uploads));
}
