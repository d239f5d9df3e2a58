import type { ChannelId, ServerId, UserId } from '../ids.ts';
import type { MessageAct } from '../storage/records/outbox/edits.ts';
import type { ToldRecord } from '../storage/records/outbox/told.ts';
import type { adminProblems } from '../storage/records/upkeep/vitals.ts';
import type { Problem } from '../web/lookup.ts';

/**
 * The body of a Discord message as JSON; the outbox stores it without looking inside. If it has `content`, that text
 * is posted first, and an edit turns the message into the card.
 */
export type Payload = Readonly<Record<string, unknown>>;

/** One or more messages, and the stories in them; stories that were cut for length are absent. */
export interface Drawn {
  /** In the order of posting. Each has a custom_id that ends with `:` and its `partKey`, even without stories. */
  payloads: readonly Payload[];
  title?: string;
  told: readonly (ToldRecord & {
    /** Index of the payload with this story. */
    part: number;
    /** Path of the story in that payload. A refusal is about this story if its `componentPath` starts with the path. */
    path?: string;
  })[];
}

export interface RenderOptions {
  deliveryKey: string;
  pictures: boolean;
  /**
   * Draw exactly this many messages, because they are already posted: a correction must fit, and a message without
   * stories stays. Absent: as many as needed. In both cases, removing a story from the second message must not move the
   * stories of the first.
   */
  messages?: number;
}

/** The key that finds a message in its channel; the first message's key is the delivery's. */
export const partKey = (deliveryKey: string, part: number) => (part === 0 ? deliveryKey : `${deliveryKey}/${part}`);

/** A notice to an admin, sent once. */
export type Notice =
  | { kind: 'paused'; channelId: ChannelId; reason: (typeof adminProblems)[number] }
  | { kind: 'channel-gone'; channelId: ChannelId }
  /** The role that the channel's alerts pinged was deleted. */
  | { kind: 'role-gone'; channelId: ChannelId }
  /** The role has a permission in the channel `opensId`, so **Notify me** gives the role to nobody. */
  | { kind: 'role-opens'; channelId: ChannelId; roleId: string; opensId: string }
  /** Lede may not open threads below its messages. */
  | { kind: 'no-thread'; channelId: ChannelId }
  /** `missed`: how many digests were skipped, including this one, and the day of the last. */
  | {
      kind: 'expired';
      channelId: ChannelId;
      localDate: string;
      ordinal: number;
      missed?: { count: number; lastDate: string };
    }
  | { kind: 'refused'; channelId: ChannelId; localDate: string; ordinal: number }
  /** About a digest if there is a date, else about another message of the channel. */
  | { kind: 'unknown-outcome'; channelId: ChannelId; localDate?: string; ordinal?: number }
  | ({ kind: 'feed-failing' | 'feed-back' | 'feed-gone'; url: string; title?: string } & Problem)
  | { kind: 'silent'; what: 'polling' | 'sending'; sinceMs: number }
  /** The clock ran ahead by this much and was corrected. */
  | { kind: 'clock-ahead'; aheadMs: number };

/** What is known about an attempt to post or edit. */
export type PostOutcome =
  | { kind: 'posted'; messageId: string }
  /**
   * A 400: nothing was posted. `componentPath` is the part at fault if Discord names one. If Discord's link filter
   * refused the message, `blockedLink` holds Discord's answer, which may name the link.
   */
  | { kind: 'refused'; reason: string; componentPath?: string; blockedLink?: string }
  | {
      kind: 'lost';
      reason:
        | 'channel-gone'
        | 'message-gone'
        | 'missing-access'
        | 'missing-permission'
        | 'thread-closed'
        /** The member doesn't accept direct messages. */
        | 'messages-closed'
        | 'unauthorized';
    }
  /** Nothing was posted; try again after `retryAfterMs`. */
  | { kind: 'limited'; retryAfterMs: number }
  /** Nothing was posted: the request never left, or Discord said it did not take it. */
  | { kind: 'unsent'; reason: string }
  /** A timeout, a 5xx or a reset: the message may have been posted. */
  | { kind: 'unknown'; reason: string };

export type { MessageAct };

/** The channel or thread of a message. */
export interface Destination {
  readonly serverId: ServerId;
  readonly channelId: ChannelId;
  /** A forum: each message becomes a post, a thread with the id of its first message. */
  readonly isForum?: boolean;
}

/**
 * The outbox's port to Discord; implemented by discord/. Never retries, except with a tag when a forum refuses a post
 * without one.
 */
export interface Sender {
  post(where: Destination, payload: Payload, nonce: string): Promise<PostOutcome>;
  edit(where: Destination, messageId: string, payload: Payload): Promise<PostOutcome>;
  /** Opens a closed thread, so that messages in it can be edited. */
  open(thread: Destination): Promise<PostOutcome>;
  /** Does the act. A repeated call does no harm. */
  act(where: Destination, messageId: string, act: MessageAct): Promise<PostOutcome>;
  /**
   * Looks for the message whose `partKey` is `key`, posted after `afterMs` (wall time) in up to ten pages of a channel,
   * or in up to a hundred posts of a forum except `others`. A post that a moderator emptied is known by its name only.
   */
  find(
    where: Destination,
    afterMs: number,
    key: string,
    post?: { name: unknown; others: readonly string[] },
  ): Promise<
    | { kind: 'found'; messageId: string }
    | { kind: 'absent' }
    | { kind: 'cannot-look-up' }
    | { kind: 'unknown'; reason: string }
  >;
  /**
   * Sends to the log channel, else by DM to the user, else to the server's system channel; false if none accepted it.
   */
  notifyAdmin(
    target: { serverId: ServerId; logChannelId?: ChannelId; userId?: UserId },
    payload: Payload,
  ): Promise<boolean>;
  messageUrl(serverId: ServerId, channelId: ChannelId, messageId: string): string;
}
