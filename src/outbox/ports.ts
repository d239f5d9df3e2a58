import { deliveryKinds, type Outgoing } from '../digests/deliveryKinds.ts';
import type { QuotedSentence } from '../digests/digest.ts';
import type { Problem } from '../feeds/lookup.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { MessageAct } from '../storage/records/edits.ts';

/** The body of a Discord message as JSON; stored, never read. */
export type Payload = Readonly<Record<string, unknown>>;

/** One message or a few, and the stories they tell; stories cut for length are not among them. */
export interface Drawn {
  /** In the order of posting. Each has a custom_id that ends with `:` and its `partKey`, even if it tells no story. */
  payloads: readonly Payload[];
  /** The name of the thread below it. */
  title?: string;
  told: readonly {
    storyId: string;
    articleIds: readonly string[];
    sentences: readonly QuotedSentence[];
    /** Which of the payloads tells it. */
    part: number;
    /** Where the story stands in that payload; a refusal's `componentPath` starts with it if the story is at fault. */
    path?: string;
  }[];
}

export interface RenderOptions {
  /** The id of the delivery. */
  deliveryKey: string;
  pictures: boolean;
  /**
   * Draw exactly this many messages, because they stand in the channel: a correction must fit, and a message that lost
   * its stories stays. Without it, as many as needed. Either way, a story left out of the second message must not move
   * the stories of the first.
   */
  messages?: number;
}

/** The key by which a message is found in its channel; the first one's is the delivery's. */
export const partKey = (deliveryKey: string, part: number) => (part === 0 ? deliveryKey : `${deliveryKey}/${part}`);

/** What an admin must know, once. */
export type Notice =
  | {
      kind: 'paused';
      channelId: string;
      reason: 'missing-access' | 'missing-permission' | 'thread-closed' | 'cannot-look-up';
    }
  | { kind: 'channel-gone'; channelId: string }
  /** The role that the channel's alerts pinged was deleted. */
  | { kind: 'role-gone'; channelId: string }
  /** A channel allows that role something, so **Notify me** gives it to nobody. */
  | { kind: 'role-opens'; channelId: string; roleId: string; opensId: string }
  /** Lede may not open threads below its messages. */
  | { kind: 'no-thread'; channelId: string }
  /** `missed`: how many digests from that one on, and the day of the last. */
  | {
      kind: 'expired';
      channelId: string;
      localDate: string;
      ordinal: number;
      missed?: { count: number; lastDate: string };
    }
  | { kind: 'refused'; channelId: string; localDate: string; ordinal: number }
  | { kind: 'unknown-outcome'; channelId: string; localDate: string; ordinal: number }
  | ({ kind: 'feed-failing' | 'feed-back' | 'feed-gone'; url: string; title?: string } & Problem)
  | { kind: 'silent'; what: 'polling' | 'sending'; sinceMs: number }
  /** By so much, and it was set right. */
  | { kind: 'clock-ahead'; aheadMs: number };

/** Draws messages; implemented by discord/. */
export interface Render {
  /** In the content's language, each message within Discord's limits. */
  draw(outgoing: Outgoing, options: RenderOptions): Drawn;
  /** At most ten. */
  notices(notices: readonly Notice[], locale: string): Payload;
}

/** What is known after an attempt to post or edit. */
export type PostOutcome =
  | { kind: 'posted'; messageId: string }
  /**
   * A 400: nothing was posted. `componentPath` points at the part at fault if Discord names one. `blockedLink`: its filter
   * blocks a link, and this is all it says, perhaps which one.
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
        /** The member takes no direct messages. */
        | 'messages-closed'
        | 'unauthorized';
    }
  /** Nothing was posted; try again after `retryAfterMs`. */
  | { kind: 'limited'; retryAfterMs: number }
  /** Nothing was posted: the request never left, or Discord said it did not take it. */
  | { kind: 'unsent'; reason: string }
  /** A timeout, a 5xx, a reset: it may stand in the channel. */
  | { kind: 'unknown'; reason: string };

export type { MessageAct };

/** Where a message goes or stands. */
export interface Destination {
  readonly serverId: string;
  readonly channelId: string;
  /** What is posted there is a post of its own; its id is that of its first message. */
  readonly isForum?: boolean;
}

/** Where a delivery is posted. */
export const placeOf = ({ serverId, channelId, kind }: DeliveryRecord): Destination => ({
  serverId,
  channelId,
  isForum: deliveryKinds[kind].isForumPost === true,
});

/** Where a message of it stands. */
export const standsAt = (delivery: DeliveryRecord, messageId: string): Destination =>
  deliveryKinds[delivery.kind].isForumPost ? { serverId: delivery.serverId, channelId: messageId } : placeOf(delivery);

/**
 * Talks to Discord for the outbox; implemented by discord/. Never retries, except with a tag if a forum refused a post for
 * lacking one.
 */
export interface Sender {
  post(where: Destination, payload: Payload, nonce: string): Promise<PostOutcome>;
  edit(where: Destination, messageId: string, payload: Payload): Promise<PostOutcome>;
  /** Opens a closed thread, so that messages in it can be edited. */
  open(thread: Destination): Promise<PostOutcome>;
  /** To repeat it is harmless. */
  act(where: Destination, messageId: string, act: MessageAct): Promise<PostOutcome>;
  /**
   * Looks for the message with this `partKey` among those after `afterMs` (wall time), in at most 10 pages. A forum's post
   * that a moderator emptied since is known by its name alone, which is that of `payload`.
   */
  find(
    where: Destination,
    afterMs: number,
    deliveryKey: string,
    payload?: Payload,
  ): Promise<
    | { kind: 'found'; messageId: string }
    | { kind: 'absent' }
    | { kind: 'cannot-look-up' }
    | { kind: 'unknown'; reason: string }
  >;
  /** To the log channel, else a DM to the user, else the server's system channel; false when none took it. */
  tell(target: { serverId: string; logChannelId?: string; userId?: string }, payload: Payload): Promise<boolean>;
  messageUrl(serverId: string, channelId: string, messageId: string): string;
}
