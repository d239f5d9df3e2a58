import { withoutBlocked } from '../src/digests/blockedLinks.ts';
import type { DeliveryKind, Outgoing } from '../src/digests/deliveryKinds.ts';
import { renderNotices } from '../src/discord/cards/notice.ts';
import type { Drawn, Render, RenderOptions } from '../src/outbox/ports.ts';
import { renderAlert, renderPost } from './alerts/card.ts';
import { renderDigest } from './digest/card.ts';
import { renderFollowUpdate } from './follow/card.ts';

type Drawing<Kind extends DeliveryKind> = (
  content: Extract<Outgoing, { kind: Kind }>['content'],
  options: RenderOptions,
) => Drawn;

/** How each kind of delivery is drawn. */
export const drawings: { [Kind in DeliveryKind]: Drawing<Kind> } = {
  daily: renderDigest,
  asked: renderDigest,
  alert: renderAlert,
  post: renderPost,
  follow: renderFollowUpdate,
  update: renderFollowUpdate,
};

const draw = ({ kind, content }: Outgoing, options: RenderOptions): Drawn =>
  // TypeScript can't see that content and drawing have the same kind.
  (drawings[kind] as Drawing<typeof kind>)(withoutBlocked(content), options);

/** Draws deliveries and notices for Discord. */
export const render: Render = { draw, notices: renderNotices };
