import { type EpochMs, minuteMs } from '../../src/clock.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import type { Telling } from '../../src/storage/telling.ts';
import { renderAlert, renderPost } from './card.ts';

/** Stories that enough newsrooms reported independently of each other. */
export interface Alert extends Telling {
  /** By story, each newsroom's own report, first to latest. */
  reports: NonNullable<Telling['reports']>;
  /** The role that the message pings. */
  roleId?: string;
  /** Time when newsrooms were last added to a posted alert. */
  joinedAt?: EpochMs;
}

/** Stories that several newsrooms have just confirmed. */
export const alert: DeliveryKind<Alert> = {
  name: 'alert',
  needs: 'alerts',
  // Later it is no longer news.
  lateMaxMs: 30 * minuteMs,
  draw: renderAlert,
};

/** One such story, as a post of a forum. */
export const post: DeliveryKind<Alert> = { ...alert, name: 'post', isForumPost: true, draw: renderPost };
