import { dayMs, minuteMs } from '../../src/clock.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import { type Alert, renderAlert, renderPost } from './card.ts';

/** Stories just confirmed by several outlets. */
export const alert: DeliveryKind<Alert> = {
  name: 'alert',
  needs: 'alerts',
  // A story alerted any later would be no news.
  lateMaxMs: 30 * minuteMs,
  draw: renderAlert,
};

/** An alert about one story as a forum post. */
export const post: DeliveryKind<Alert> = { ...alert, name: 'post', isForumPost: true, draw: renderPost };

/** New items of a server's own feeds, posted up to a day late. */
export const item: DeliveryKind<Alert> = { ...alert, name: 'item', lateMaxMs: dayMs };

/** New items as a forum post. */
export const itemPost: DeliveryKind<Alert> = { ...post, name: 'item-post', lateMaxMs: dayMs };
