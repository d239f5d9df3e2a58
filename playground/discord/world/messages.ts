import { GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { refusals } from '../http/errors.ts';
import { checkMessage } from '../http/limits.ts';
import { textOf } from '../reading.ts';
import type { Fields, WireAttachment, WireComponent, WireMessage } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { Upload } from './files.ts';
import { keepUploads, withFile } from './files.ts';
import { mentionsIn } from './mentions.ts';
import { allows, channelPermissions } from './permissions.ts';
import type { Channel, World } from './state.ts';
import { insertMessage, replaceMessage, userOf } from './state.ts';

export interface NewMessage {
  /** The thread's id, for the first message of a forum post. */
  readonly id?: string;
  readonly channel: Channel;
  readonly authorId: string;
  readonly body: Fields;
  readonly uploads: readonly Upload[];
  /** Flags that the server itself sets (ephemeral, loading). */
  readonly flags?: number;
  /** Only this user sees it. */
  readonly privateTo?: string;
  readonly type?: number;
  readonly extra?: Partial<WireMessage>;
}

const SETTABLE_FLAGS = (1 << 2) | (1 << 12) | MessageFlags.IsComponentsV2;
const EDITABLE_FLAGS = (1 << 2) | MessageFlags.IsComponentsV2;

/** Checks, stores and announces a message. */
export function createMessage(context: Context, request: NewMessage): WireMessage {
  const { channel, body, uploads } = request;
  const asked = typeof body.flags === 'number' ? body.flags & SETTABLE_FLAGS : 0;
  const flags = asked | (request.flags ?? 0);
  if ((flags & MessageFlags.Loading) === 0) checkMessage(body, uploads);
  const id = request.id ?? context.ids.next();
  const attachments = keepUploads(context, channel.id, body, uploads);
  const message: WireMessage = {
    id,
    type: request.type ?? 0,
    channel_id: channel.id,
    author: userOf(context.world, request.authorId),
    content: contentOf(body.content),
    timestamp: new Date(context.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts === true,
    ...mentionsOf(context, request),
    attachments,
    embeds: [],
    pinned: false,
    flags,
    components: componentsOf(body.components, attachments),
    ...(isNonce(body.nonce) ? { nonce: body.nonce } : {}),
    ...request.extra,
  };
  if (request.privateTo === undefined) insertMessage(channel, message);
  else context.world.whispers.set(id, { userId: request.privateTo, message });
  announce(context, channel, 'created', message, request.privateTo);
  return message;
}

function mentionsOf(context: Context, { channel, authorId, body }: NewMessage) {
  const { world } = context;
  const text = textOf({ content: contentOf(body.content), components: componentsOf(body.components, []) });
  const mayEveryone = allows(channelPermissions(world, channel, authorId), 'MentionEveryone');
  return mentionsIn(text, body.allowed_mentions, world, world.guilds.get(channel.guildId ?? ''), mayEveryone);
}

/** Applies an edit: absent fields stay, null empties them, the V2 flag stays set. */
export function editMessage(
  context: Context,
  channel: Channel,
  old: WireMessage,
  body: Fields,
  uploads: readonly Upload[],
): WireMessage {
  const asked = typeof body.flags === 'number' ? body.flags & EDITABLE_FLAGS : old.flags & EDITABLE_FLAGS;
  const flags =
    (old.flags & ~EDITABLE_FLAGS & ~MessageFlags.Loading) | asked | (old.flags & MessageFlags.IsComponentsV2);
  const merged: Fields = {
    content: body.content === undefined ? old.content : body.content,
    embeds: body.embeds,
    components: body.components === undefined ? old.components : body.components,
    flags,
  };
  const kept = keptAttachments(old, body);
  checkMessage(merged, [...kept, ...uploads]);
  const attachments = [...kept, ...keepUploads(context, channel.id, {}, uploads)];
  const message: WireMessage = {
    ...old,
    content: contentOf(merged.content),
    components: componentsOf(merged.components, attachments),
    attachments,
    flags,
    edited_timestamp: new Date(context.now()).toISOString(),
  };
  const whisper = context.world.whispers.get(old.id);
  if (whisper !== undefined) context.world.whispers.set(message.id, { ...whisper, message });
  else if (!replaceMessage(channel, message)) throw refusals.unknownMessage();
  announce(context, channel, 'edited', message, whisper?.userId);
  return message;
}

/** A message of the channel, or a private one. */
export function readMessage(world: World, channelId: string, messageId: string): WireMessage | undefined {
  const whisper = world.whispers.get(messageId);
  if (whisper !== undefined) return whisper.message.channel_id === channelId ? whisper.message : undefined;
  return world.channels.get(channelId)?.messages.find(({ id }) => id === messageId);
}

const EVENT_NAMES = { created: 'MESSAGE_CREATE', edited: 'MESSAGE_UPDATE' } as const;

function announce(
  context: Context,
  channel: Channel,
  change: keyof typeof EVENT_NAMES,
  message: WireMessage,
  userId?: string,
): void {
  if (userId !== undefined) {
    context.notify({ type: 'private', change, userId, channelId: channel.id, message });
    return;
  }
  const place = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  const intent = channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  context.dispatch(EVENT_NAMES[change], { ...message, ...place }, intent);
  context.notify({ type: 'message', change, channelId: channel.id, message });
}

function contentOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isNonce(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Components as Discord stores them: ids filled in from 1, without nulls, and with the data of referenced files. */
export function componentsOf(value: unknown, attachments: readonly WireAttachment[]): WireComponent[] {
  if (!Array.isArray(value)) return [];
  const taken = new Set<number>();
  visit(value, (component) => taken.add(Number(component.id ?? 0)));
  let next = 0;
  const number = (component: Fields): Fields => {
    let id = Number(component.id ?? 0);
    while (id === 0) {
      next += 1;
      if (!taken.has(next)) id = next;
    }
    const copy: { [key: string]: unknown } = { ...withFile(withoutNulls(component), attachments), id };
    if (Array.isArray(copy.components)) copy.components = copy.components.filter(isFields).map(number);
    for (const key of ['accessory', 'component']) if (isFields(copy[key])) copy[key] = number(copy[key]);
    return copy;
  };
  // Discord's documentation describes this shape.
  return value.filter(isFields).map(number) as unknown as WireComponent[];
}

function visit(components: readonly unknown[], see: (component: Fields) => void): void {
  for (const component of components) {
    if (!isFields(component)) continue;
    see(component);
    if (Array.isArray(component.components)) visit(component.components, see);
    visit([component.accessory, component.component], see);
  }
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

function keptAttachments(old: WireMessage, body: Fields): WireAttachment[] {
  const asked = body.attachments;
  if (!Array.isArray(asked)) return asked === undefined ? [...old.attachments] : [];
  const ids = new Set(asked.filter(isFields).map(({ id }) => String(id)));
  return old.attachments.filter(({ id }) => ids.has(id));
}
