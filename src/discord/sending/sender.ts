import {
  type APIChannel,
  type APIGuild,
  type APIGuildForumChannel,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  messageLink,
  type REST,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { ServerId, UserId } from '../../ids.ts';
import type { Destination, MessageAct, Payload, PostOutcome, Sender } from '../../outbox/ports.ts';
import { oneLine } from '../cards/escape.ts';
import { threadRules } from '../cards/parts.ts';
import type { Brake } from './brake.ts';
import { find, type Get } from './find.ts';
import { type FailedAttempt, isOfDiscord, outcomeOf } from './outcomes.ts';

/** The REST client, and the bot's user id, undefined until Discord sends it. */
export interface Line {
  readonly rest: REST;
  self(): string | undefined;
}

/**
 * Posts for the outbox over REST alone, without the gateway. Each method makes one attempt and returns what it proves.
 * `tokenStands`, called after a 401, says whether Discord still accepts the token.
 */
export function createSender(line: () => Line, brake: Brake, tokenStands: () => Promise<boolean>): Sender {
  const held = async (kind?: 'edits'): Promise<Extract<PostOutcome, { kind: 'limited' }> | undefined> => {
    const retryAfterMs = await brake.turn(kind);
    return retryAfterMs > 0 ? { kind: 'limited', retryAfterMs } : undefined;
  };
  /** The REST client if a request may leave now; throws otherwise. */
  const paced = async (): Promise<REST> => {
    if ((await held()) === undefined) return line().rest;
    throw Object.assign(new Error('the outbox rests'), { code: 'held back' });
  };
  const failed = async (rest: REST, where: Destination, error: unknown): Promise<FailedAttempt> => {
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'lost') return outcome;
    if (outcome.reason === 'messages-closed') brake.refusedByMember();
    if (outcome.reason === 'unauthorized' && (await tokenStands())) return { kind: 'unsent', reason: 'HTTP 401' };
    if (outcome.reason !== 'channel-gone') return outcome;
    if ((await held()) === undefined && (await isGone(rest, where))) return outcome;
    return { kind: 'unsent', reason: 'Discord denies the channel but did not say that it was deleted' };
  };
  const attempt = async (
    where: Destination,
    request: (rest: REST) => Promise<unknown>,
    kind?: 'edits',
  ): Promise<PostOutcome> => {
    const limited = await held(kind);
    if (limited !== undefined) return limited;
    const { rest } = line();
    try {
      const { id } = (await request(rest)) as Partial<APIMessage>;
      // A proxy may answer instead of Discord.
      return typeof id === 'string' && id !== ''
        ? { kind: 'posted', messageId: id }
        : { kind: 'unknown', reason: 'an answer without a message' };
    } catch (error) {
      return failed(rest, where, error);
    }
  };
  const post = (where: Destination, payload: Payload) =>
    attempt(where, (rest) => rest.post(Routes.channelMessages(where.channelId), { body: preview(payload) }));
  return {
    post: (where, payload, nonce) =>
      where.isForum
        ? attempt(where, (rest) => beginPost(rest, where.channelId, payload))
        : post(where, { ...payload, nonce, enforce_nonce: true }),
    act: (where, messageId, act) => attempt(where, (rest) => actOn(rest, where, messageId, act)),
    edit(where, messageId, payload) {
      const body = { ...payload, content: null };
      return attempt(where, (rest) => rest.patch(Routes.channelMessage(where.channelId, messageId), { body }), 'edits');
    },
    open: (thread) =>
      attempt(thread, (rest) => rest.patch(Routes.channel(thread.channelId), { body: { archived: false } }), 'edits'),
    async find(where, ...sought) {
      const { rest, self } = line();
      const get: Get = async (...request) => (await paced()).get(...request);
      try {
        return await find(get, self(), where, ...sought);
      } catch (error) {
        const outcome = await failed(rest, where, error);
        if (outcome.kind === 'lost' && outcome.reason !== 'unauthorized') return { kind: 'cannot-look-up' };
        return { kind: 'unknown', reason: 'reason' in outcome ? outcome.reason : outcome.kind };
      }
    },
    async notifyAdmin({ serverId, logChannelId, userId }, payload) {
      const places: (() => Promise<string | undefined>)[] = [
        async () => logChannelId,
        async () => (userId === undefined ? undefined : directChannel(await paced(), userId)),
        async () => systemChannel(await paced(), serverId),
      ];
      try {
        for (const place of places) {
          const channelId = await place();
          if (channelId === undefined) continue;
          const { kind } = await post({ serverId, channelId }, payload);
          if (kind === 'posted') return true;
          // Discord is down or wants a pause: try here later, not elsewhere now.
          if (kind !== 'lost' && kind !== 'refused') return false;
        }
      } catch {
        // The channel could not be opened now.
      }
      return false;
    },
    messageUrl: (serverId, channelId, messageId) => messageLink(channelId, messageId, serverId),
  };
}

/**
 * A card with `content` as a plain message of that text and the card's buttons, because phones show nothing of
 * components (discord/discord-api-docs#7854). Discord lets an edit turn it into a card, never back.
 */
function preview({ content, flags, components, ...body }: Payload): Payload {
  if (content === undefined || components === undefined) return { ...body, content, flags, components };
  const parts = (components as APIMessageTopLevelComponent[]).flatMap((part) =>
    part.type === ComponentType.Container ? part.components : [part],
  );
  const rows = parts.filter(({ type }) => type === ComponentType.ActionRow);
  return { ...body, content, flags: Number(flags) & ~MessageFlags.IsComponentsV2, components: rows };
}

/** Begins a post. If the forum demands a tag and the payload has none, uses the forum's first tag. */
async function beginPost(rest: REST, forumId: string, body: Payload): Promise<unknown> {
  const begin = (more: Payload = {}) => rest.post(Routes.threads(forumId), { body: { ...body, ...more } });
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== 40_067) throw error;
    const { available_tags: [first] = [] } = (await rest.get(Routes.channel(forumId))) as APIGuildForumChannel;
    if (first === undefined) throw error;
    return begin({ applied_tags: [first.id] });
  }
}

function actOn(rest: REST, { channelId }: Destination, messageId: string, act: MessageAct): Promise<unknown> {
  switch (act.kind) {
    case 'thread': {
      const name = oneLine(act.name, threadRules.nameMax) || '…';
      const body = { name, auto_archive_duration: threadRules.archivedAfterMinutes };
      return repeated(160_004, messageId, () => rest.post(Routes.threads(channelId, messageId), { body }));
    }
    case 'crosspost':
      return repeated(40_033, messageId, () => rest.post(Routes.channelMessageCrosspost(channelId, messageId)));
    case 'archive':
      // Discord refuses to change an archived thread, so that refusal means success.
      return repeated(50_083, channelId, () => rest.patch(Routes.channel(channelId), { body: { archived: true } }));
  }
}

/** Sends a request that may be a repetition: a refusal with this code counts as success. */
async function repeated(code: number, id: string, request: () => Promise<unknown>): Promise<unknown> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === code) return { id };
    throw error;
  }
}

/**
 * While a server is unavailable, Discord reports its channels as unknown. So a channel counts as lost only if the
 * server's list of channels can be read and lacks it. The list has no threads, and direct messages have no list.
 */
async function isGone(rest: REST, { serverId, channelId }: Destination): Promise<boolean> {
  if (serverId === '') return false;
  try {
    const channels = (await rest.get(Routes.guildChannels(serverId))) as APIChannel[];
    return channels.every(({ id }) => id !== channelId);
  } catch {
    return false;
  }
}

/** The id of the channel for direct messages; undefined if Discord refuses one. */
async function directChannel(rest: REST, userId: UserId): Promise<string | undefined> {
  try {
    const body = { recipient_id: userId };
    const channel = await rest.post(Routes.userChannels(), { body });
    const { id } = channel as Partial<RESTPostAPICurrentUserCreateDMChannelResult>;
    if (id === undefined) throw new Error('an answer without a channel');
    return id;
  } catch (error) {
    // Discord itself refuses: the user closed their DMs or left. Then the notice goes to the server's system channel.
    if (error instanceof DiscordAPIError && error.status !== 401 && isOfDiscord(error)) return undefined;
    throw error;
  }
}

async function systemChannel(rest: REST, serverId: ServerId): Promise<string | undefined> {
  const guild = (await rest.get(Routes.guild(serverId))) as APIGuild;
  return guild.system_channel_id ?? undefined;
}
