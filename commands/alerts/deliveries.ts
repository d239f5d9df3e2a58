import { dayMs, minuteMs } from '../../src/clock.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import { type Alert, renderAlert, renderPost } from './card.ts';

/** Stories that several newsrooms have just confirmed. */
export const alert: DeliveryKind<Alert> = {
  name: 'alert',
  needs: 'alerts',
  // Later it is no longer news.
  lateMaxMs: 30 * minuteMs,
  draw: renderAlert,
};

/** An alert about one story, sent as a forum post. */
export const post: DeliveryKind<Alert> = { ...alert, name: 'post', isForumPost: true, draw: renderPost };

/** New items of a server's own feeds, which are wanted however late they come. */
export const item: DeliveryKind<Alert> = { ...alert, name: 'item', lateMaxMs: dayMs };

/** The same as a forum post. */
export const itemPost: DeliveryKind<Alert> = { ...post, name: 'item-post', lateMaxMs: dayMs };
