import type { EpochMs } from '../clock.ts';
import type { Outgoing } from '../digests/deliveryKinds.ts';
import type { Log } from '../log.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Drawn, MessageAct, Render } from './ports.ts';

/** What drawing needs. */
export interface DrawingParts {
  render: Pick<Render, 'draw'>;
  pictures: boolean;
}

/** What a loop needs to make deliveries. */
export interface MakingParts extends DrawingParts {
  storage: Storage;
  log: Log;
  /** Whether the process is stopping; work that has not begun is left for the next one. */
  ending(): boolean;
}

/** A delivery that is drawn, but not stored yet. */
export interface Draft {
  delivery: Parameters<Records['deliveries']['add']>[0];
  told: Drawn['told'];
  /** The name of the thread below it: the day, unless the kind names it. */
  title: string;
}

/** Draws a delivery. Drawing takes a while, so call it before the transaction that stores the draft. */
export function draftOf(
  { render, pictures }: DrawingParts,
  made: Outgoing & { id: string; dueAt: EpochMs; ordinal?: number },
): Draft {
  const { channelId, serverId, localDate, windowStart, windowEnd } = made.content;
  const { payloads, told, title = localDate } = render.draw(made, { deliveryKey: made.id, pictures });
  const slot = { channelId, serverId, localDate, windowStart, windowEnd, ordinal: made.ordinal ?? 0 };
  return { delivery: { ...made, ...slot, payloads }, told, title };
}

/** Stores the draft, with what to do once it is posted. False if there is a delivery with its id. */
export const storeDraft = (
  { deliveries }: Records,
  { delivery, told }: Draft,
  now: EpochMs,
  acts: readonly MessageAct[] = [],
): Promise<boolean> => deliveries.add(delivery, told, now, acts);
