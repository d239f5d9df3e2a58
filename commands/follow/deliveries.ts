import { minuteMs } from '../../src/clock.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import { lateMaxMs } from '../../src/schedule/slots.ts';
import { type FollowUpdate, renderFollowUpdate } from './card.ts';

/** The first message on a followed story, above the thread for updates. */
export const follow: DeliveryKind<FollowUpdate> = {
  name: 'follow',
  needs: 'nothing',
  // A first message later than this is no news.
  lateMaxMs: 30 * minuteMs,
  draw: renderFollowUpdate,
};

/** A message with news of a followed story, or that the story is over. */
export const update: DeliveryKind<FollowUpdate> = {
  name: 'update',
  needs: 'nothing',
  lateMaxMs,
  draw: renderFollowUpdate,
  async channelAbove({ follows, deliveries }, { channelId, content }) {
    const begun = (await follows.byPlace(channelId, content.storyId))?.deliveryId;
    return begun === undefined ? undefined : (await deliveries.byId(begun))?.channelId;
  },
};
