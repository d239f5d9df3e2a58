import { MessageFlags } from 'discord-api-types/v10';
import { refusals } from '../http/errors.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import type { WireMessage } from '../wire.ts';
import type { Life } from '../world/life.ts';
import { editMessage, readMessage } from '../world/messages.ts';
import { answerMessage, channelOf } from './callbacks.ts';

const ONE = '/webhooks/:application/:token/messages/:message';

/** Edits of the first answer, and follow-ups, for 15 minutes. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/webhooks/:application/:token', open: true, handle: followUp },
  { method: 'PATCH', pattern: ONE, open: true, handle: edit },
];

function lifeFor(call: Call): Life {
  const { context } = call;
  const life = context.world.lives.get(call.params.token ?? '');
  if (life === undefined || idOf(call, 'application') !== context.world.applicationId) throw refusals.unknownWebhook();
  if (context.monotonic() - life.origin.startedAt > context.settings.tokenMs) throw refusals.invalidWebhookToken();
  if (!life.acknowledged || life.answer?.kind === 'choices' || life.answer?.kind === 'modal')
    throw refusals.unknownWebhook();
  return life;
}

function edit(call: Call): Reply {
  const life = lifeFor(call);
  const asked = call.params.message ?? '';
  const id = asked === '@original' ? life.originalId : asked;
  const own = id !== undefined && (id === life.originalId || life.followupIds.includes(id));
  const message = own ? readMessage(call.context.world, life.origin.channelId, id) : undefined;
  if (message === undefined) throw refusals.unknownMessage();
  return ok(applyEdit(call, life, message));
}

function applyEdit(call: Call, life: Life, message: WireMessage): WireMessage {
  const edited = editMessage(call.context, channelOf(call.context, life), message, call.body, call.uploads);
  life.finish({ kind: 'message', message: edited });
  call.context.notify({ type: 'interaction', life });
  return edited;
}

/** As in Discord, the first follow-up to a deferred reply fills the waiting message. */
function followUp(call: Call): Reply {
  const life = lifeFor(call);
  const waiting = life.answer?.kind === 'deferred' ? life.original : undefined;
  if (waiting !== undefined && (waiting.flags & MessageFlags.Loading) !== 0) return ok(applyEdit(call, life, waiting));
  const ephemeral = (Number(call.body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const message = answerMessage(call, life, channelOf(call.context, life), call.body, ephemeral, false);
  life.followupIds.push(message.id);
  life.finish({ kind: 'message', message });
  call.context.notify({ type: 'interaction', life });
  return ok(message);
}
