import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { invalid, refusals } from '../http/errors.ts';
import { checkModal } from '../http/modals.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, NO_CONTENT } from '../http/router.ts';
import type { Fields, WireMessage, WireModal } from '../wire.ts';
import { isFields } from '../wire.ts';
import type { Answer, Life, LifeKind } from '../world/life.ts';
import { componentsOf, createMessage, editMessage, readMessage } from '../world/messages.ts';
import type { Channel } from '../world/state.ts';

/** Allowed callback types: 4 reply, 5 deferred reply, 6 deferred update, 7 update, 8 choices, 9 modal. */
const ALLOWED: { readonly [kind in LifeKind]: readonly number[] } = {
  command: [4, 5, 9],
  autocomplete: [8],
  component: [4, 5, 6, 7, 9],
  modal: [4, 5, 6, 7],
};

/** The first answer to an interaction. */
export const callbackRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/interactions/:interaction/:token/callback', open: true, handle: callback },
];

function callback(call: Call): Reply {
  const { context, body } = call;
  const life = context.world.lives.get(call.params.token ?? '');
  if (life === undefined || life.origin.id !== idOf(call, 'interaction')) throw refusals.unknownInteraction();
  if (life.acknowledged) throw refusals.alreadyAcknowledged();
  const waited = context.monotonic() - life.origin.startedAt;
  if (life.answer !== undefined || waited > context.settings.answerMs) throw refusals.unknownInteraction();
  const type = body.type;
  const needsMessage = (type === 6 || type === 7) && life.origin.sourceId === undefined;
  if (typeof type !== 'number' || !ALLOWED[life.origin.kind].includes(type) || needsMessage) {
    throw invalid(['type'], 'INTERACTION_CALLBACK_TYPE_INVALID', `Callback type ${String(type)} is not allowed here.`);
  }
  const answer = carryOut(call, life, type, isFields(body.data) ? body.data : {});
  life.settle(answer);
  context.notify({ type: 'interaction', life });
  return NO_CONTENT;
}

function carryOut(call: Call, life: Life, type: number, data: Fields): Answer {
  if (type === 8) {
    return { kind: 'choices', choices: data.choices as { name: string; value: string | number }[] };
  }
  if (type === 9) {
    checkModal(data);
    const { custom_id, title } = data;
    return { kind: 'modal', modal: { custom_id, title, components: componentsOf(data.components, []) } as WireModal };
  }
  const { context } = call;
  const channel = channelOf(context, life);
  if (type === 4 || type === 5) {
    const ephemeral = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const message = answerMessage(call, life, channel, data, ephemeral, type === 5);
    life.originalId = message.id;
    return type === 4 ? { kind: 'message', message } : { kind: 'deferred', ephemeral };
  }
  const source = readMessage(context.world, life.origin.channelId, life.origin.sourceId ?? '');
  if (source === undefined) throw refusals.unknownMessage();
  life.originalId = source.id;
  if (type === 6) return { kind: 'deferredUpdate' };
  return { kind: 'update', message: editMessage(context, channel, source, data, call.uploads) };
}

/** The channel of an interaction. Throws 10003 if it was deleted. */
export function channelOf(context: Context, life: Life): Channel {
  const channel = context.world.channels.get(life.origin.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  return channel;
}

/** Creates a message that answers an interaction. A webhook sends it, so the bot needs no permission. */
export function answerMessage(
  call: Call,
  life: Life,
  channel: Channel,
  data: Fields,
  ephemeral: boolean,
  loading: boolean,
): WireMessage {
  const { context } = call;
  return createMessage(context, {
    channel,
    authorId: context.world.botId,
    body: data,
    uploads: call.uploads,
    flags: (ephemeral ? MessageFlags.Ephemeral : 0) | (loading ? MessageFlags.Loading : 0),
    privateTo: ephemeral ? life.origin.userId : undefined,
    type: life.origin.kind !== 'command' || life.acknowledged ? MessageType.Default : MessageType.ChatInputCommand,
    extra: {
      webhook_id: context.world.applicationId,
      application_id: context.world.applicationId,
      interaction_metadata: life.origin.metadata,
    },
  });
}
