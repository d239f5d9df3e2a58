import { dayMs, type EpochMs } from '../../../src/clock.ts';
import type { Edition } from '../../../src/newsroom/edition.ts';
import type { DeliveryParts } from '../../../src/outbox/draft.ts';
import { isOf } from '../../../src/outbox/kinds.ts';
import type { AlertRecord } from '../../../src/storage/records/servers/alerts.ts';
import type { Alert } from '../card.ts';
import { item as itemKind, itemPost } from '../deliveries.ts';
import { storeGrown } from '../store.ts';
import { reportOf } from './message.ts';
import type { Item } from './wanted.ts';

/** How long other own feeds' items about the same story are added to a message. */
const joiningMs = dayMs;
const kinds = [itemKind, itemPost].map(({ name }) => name);

/**
 * Adds the item to the channel's latest message about its story, if that message has one story, from other own feeds
 * only. Returns whether the message now names the item.
 */
export async function joinItem(
  parts: Omit<DeliveryParts, 'log'>,
  edition: Edition,
  rule: AlertRecord,
  item: Item,
  now: EpochMs,
): Promise<boolean> {
  const { records } = edition;
  const { storyId, url } = item.article;
  const telling = await records.deliveries.telling([storyId], kinds, now - joiningMs);
  for (const { id } of telling.filter(({ channelId }) => channelId === rule.channelId).toReversed()) {
    const delivery = await records.deliveries.byId(id);
    if (delivery === undefined || !(isOf(delivery, itemKind) || isOf(delivery, itemPost))) continue;
    const { content } = delivery;
    const reports = content.reports[storyId] ?? [];
    // The message already names it if Lede was killed before it marked the item as done.
    if (reports.some((one) => one.url === url)) return true;
    if (content.items === undefined || content.places.length + content.also.length !== 1) continue;
    if (content.items.feedIds.includes(item.arrival.feedId)) continue;
    const changed: Alert = {
      ...content,
      reports: { ...content.reports, [storyId]: [...reports, reportOf(edition, item)] },
      items: { ...content.items, feedIds: [...content.items.feedIds, item.arrival.feedId] },
    };
    return storeGrown(parts, delivery, changed, now);
  }
  return false;
}
