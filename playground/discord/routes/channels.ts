import { invalid, refusals } from '../http/errors.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import { dmWith } from '../world/channels.ts';
import { wireChannel } from '../world/shapes.ts';
import { channelFor } from './access.ts';

/** Reading a channel, and opening direct messages. */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/channels/:channel', handle: read },
  { method: 'POST', pattern: '/users/@me/channels', handle: openDm },
];

function read(call: Call): Reply {
  return ok(wireChannel(call.context.world, channelFor(call.context, idOf(call, 'channel'))));
}

function openDm({ context, body }: Call): Reply {
  const recipient = String(body.recipient_id ?? '');
  const person = context.world.people.get(recipient);
  if (person === undefined) {
    throw invalid(['recipient_id'], 'INVALID_RECIPIENT', 'Invalid Recipient(s)');
  }
  if (person.user.bot === true) throw refusals.closedToMessages();
  return ok(wireChannel(context.world, dmWith(context, recipient)));
}
