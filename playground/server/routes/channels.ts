import { dmWith } from '../channels.ts';
import { invalidForm, refusals } from '../errors.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, ok } from '../router.ts';
import { wireChannel } from '../shapes.ts';
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
    throw invalidForm([{ path: ['recipient_id'], code: 'INVALID_RECIPIENT', message: 'Invalid Recipient(s)' }]);
  }
  if (person.user.bot === true) throw refusals.closedToMessages();
  return ok(wireChannel(context.world, dmWith(context, recipient)));
}
