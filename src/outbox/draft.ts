import { type EpochMs, hourMs } from '../clock.ts';
import type { DeliveryId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { PostContent } from '../storage/postContent.ts';
import type { NewDelivery } from '../storage/records/outbox/deliveries.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { type DeliveryKind, type DrawingParts, drawn } from './kinds.ts';
import type { Drawn, MessageAct } from './ports.ts';

/** Everything that loops need to make or send deliveries. */
export interface DeliveryParts extends DrawingParts {
  storage: Storage;
  log: Log;
  /** Whether the process is stopping; work not begun is left for the next process. */
  ending(): boolean;
}

/** A delivery that is drawn, but not stored yet. */
export interface Draft {
  delivery: NewDelivery['delivery'];
  told: Drawn['told'];
  /** The name of the thread below the message: the day, unless the delivery kind sets another title. */
  title: string;
}

/** Draws a delivery. Drawing takes a while, so call it before the transaction that stores the draft. */
export function draftOf<Content extends PostContent>(
  parts: DrawingParts,
  kind: DeliveryKind<Content>,
  content: Content,
  { id, dueAt, ordinal = 0 }: { id: DeliveryId; dueAt: EpochMs; ordinal?: number },
): Draft {
  const { channelId, serverId, localDate, windowStart, windowEnd } = content;
  const made = { id, kind: kind.name, content };
  const { payloads, told, title = localDate } = drawn(parts, made);
  const slot = { channelId, serverId, localDate, ordinal, windowStart, windowEnd, dueAt };
  return { delivery: { ...made, ...slot, payloads }, told, title };
}

/** How long after a message its pages are read again, in case an outlet has corrected or withdrawn an article. */
const readAgainMs = 20 * hourMs;

/** Stores the draft, and the acts to do after it is posted. False if a delivery with its id exists already. */
export async function storeDraft(
  { articles, deliveries }: Records,
  draft: Draft,
  now: EpochMs,
  acts: readonly MessageAct[] = [],
): Promise<boolean> {
  if (!(await deliveries.add({ ...draft, acts }, now))) return false;
  const ids = draft.told.flatMap(({ articleIds }) => articleIds);
  await articles.readAgain(ids, now + readAgainMs);
  return true;
}
