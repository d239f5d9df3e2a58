import { type EpochMs, hourMs } from '../clock.ts';
import type { DeliveryId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Telling } from '../storage/telling.ts';
import { type DeliveryKind, type DrawingParts, drawn } from './kinds.ts';
import type { Drawn, MessageAct } from './ports.ts';

/** Everything that the loops that make or send deliveries need. */
export interface DeliveryParts extends DrawingParts {
  storage: Storage;
  log: Log;
  /** Whether the process is stopping; work that has not begun is left for the next one. */
  ending(): boolean;
}

/** A delivery that is drawn, but not stored yet. */
export interface Draft {
  delivery: Parameters<Records['deliveries']['add']>[0];
  told: Drawn['told'];
  /** The name of the thread below the message: the day, unless the delivery kind sets another title. */
  title: string;
}

/** Draws a delivery. Drawing takes a while, so call it before the transaction that stores the draft. */
export function draftOf<Content extends Telling>(
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

/** When to read a page again that a message told, in case its outlet has corrected or withdrawn it since. */
const readAgainMs = 20 * hourMs;

/** Stores the draft, with the acts that follow once it is posted. False if a delivery with its id exists already. */
export async function storeDraft(
  { articles, deliveries }: Records,
  { delivery, told }: Draft,
  now: EpochMs,
  acts: readonly MessageAct[] = [],
): Promise<boolean> {
  if (!(await deliveries.add(delivery, told, now, acts))) return false;
  const articleIds = told.flatMap((one) => one.articleIds);
  await articles.readAgain(articleIds, now + readAgainMs);
  return true;
}
