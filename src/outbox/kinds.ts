import type { ChannelId } from '../ids.ts';
import type { PostContent } from '../storage/postContent.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { QueriedRules } from '../storage/records/outbox/outbox.ts';
import type { Records } from '../storage/storage.ts';
import { withoutBlocked } from './blockedLinks.ts';
import type { Destination, Drawn, RenderOptions } from './ports.ts';
import { withoutTakenOut } from './takenOut.ts';

/** A delivery kind: the rules by which it is sent, and how its content is drawn. A feature declares its own. */
export interface DeliveryKind<Content extends PostContent = PostContent> extends QueriedRules {
  /** Maximum delay in ms: of the first message after it is due, and of the others after the first message. */
  lateMaxMs: number;
  /** A delivery without stories is posted, too, to report a quiet day. */
  saysQuiet?: true;
  /** An admin gets a notice if it can't be posted. */
  isMissed?: true;
  /** Posted as a thread of a forum; the thread has the id of its first message. */
  isForumPost?: true;
  /** Draws the content in its own language, each message within Discord's limits. */
  draw(content: Content, options: RenderOptions): Drawn;
  /** For a message in a thread: the forum or channel that the thread is in. */
  channelAbove?(records: Records, delivery: DeliveryRecord<Content>): Promise<ChannelId | undefined>;
}

export type Kinds = readonly DeliveryKind[];

export interface DrawingParts {
  kinds: Kinds;
  pictures: boolean;
}

export function kindOf(kinds: Kinds, { kind }: Pick<DeliveryRecord, 'kind'>): DeliveryKind {
  const found = kinds.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`no feature declares deliveries of the kind ${kind}`);
  return found;
}

/** Whether the delivery is of that kind, and therefore has that kind's content. */
export const isOf = <Content extends PostContent>(
  delivery: DeliveryRecord,
  kind: DeliveryKind<Content>,
): delivery is DeliveryRecord<Content> => delivery.kind === kind.name;

/** Draws what readers see of the delivery; `messages` is explained at `RenderOptions`. */
export const drawn = (
  { kinds, pictures }: DrawingParts,
  delivery: Pick<DeliveryRecord, 'id' | 'kind' | 'content'>,
  messages?: number,
): Drawn =>
  kindOf(kinds, delivery).draw(withoutBlocked(withoutTakenOut(delivery.content)), {
    deliveryKey: delivery.id,
    pictures,
    messages,
  });

type Placed = Pick<DeliveryRecord, 'kind' | 'serverId' | 'channelId'>;

/** Where a delivery is posted. */
export const destinationOf = (kinds: Kinds, delivery: Placed): Destination => ({
  serverId: delivery.serverId,
  channelId: delivery.channelId,
  isForum: kindOf(kinds, delivery).isForumPost === true,
});

/** Where one of the delivery's messages was posted. */
export const standsAt = (kinds: Kinds, delivery: Placed, messageId: string): Destination =>
  kindOf(kinds, delivery).isForumPost
    ? { serverId: delivery.serverId, channelId: messageId }
    : destinationOf(kinds, delivery);
