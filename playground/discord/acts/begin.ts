import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Fields, WireMessage } from '../wire.ts';
import type { LifeKind } from '../world/life.ts';
import { INTERACTION_TYPES, Life } from '../world/life.ts';
import { readMessage } from '../world/messages.ts';
import { allows, channelPermissions } from '../world/permissions.ts';
import { wireInteractionMember, wirePartialChannel } from '../world/shapes.ts';
import type { Channel, Guild } from '../world/state.ts';
import { userOf } from '../world/state.ts';

/** Maximum bytes of one file in a server without boosts. */
export const ATTACHMENT_MAX = 10_485_760;

/** Thrown for an act that Discord's client wouldn't offer. The bot gets no event. */
export class ActRefused extends Error {}

export interface Place {
  readonly user: string;
  readonly channel: string;
}

/** A channel and a user who can see it. */
export interface Standing {
  readonly userId: string;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
}

/** Checks that a user can see the channel in which they act. Throws ActRefused. */
export function stand(context: Context, place: Place): Standing {
  const { world } = context;
  const channel = world.channels.get(place.channel);
  if (channel === undefined) throw new ActRefused(`no channel ${place.channel}`);
  if (!world.people.has(place.user)) throw new ActRefused(`no user ${place.user}`);
  if (!allows(channelPermissions(world, channel, place.user), 'ViewChannel')) {
    throw new ActRefused('the user cannot see this channel');
  }
  return { userId: place.user, channel, guild: world.guilds.get(channel.guildId ?? '') };
}

/** A message that the user sees where they act. Throws ActRefused. */
export function messageFor({ world }: Context, { userId, channel }: Standing, messageId: string): WireMessage {
  const reader = world.whispers.get(messageId)?.userId ?? userId;
  const message = readMessage(world, channel.id, messageId);
  if (message === undefined || reader !== userId) throw new ActRefused(`the user sees no message ${messageId} here`);
  return message;
}

export interface Act {
  readonly kind: LifeKind;
  readonly name: string;
  readonly data: object;
  readonly messageId?: string;
}

/** Sends INTERACTION_CREATE and starts the three-second timeout. */
export function begin(context: Context, standing: Standing, act: Act): Life {
  const { world, settings } = context;
  const { userId, channel, guild } = standing;
  const id = context.ids.next();
  const startedAt = context.monotonic();
  // In a server without the app, the command comes from the user's own installation.
  const owners: Fields = guild?.hasApp === false ? { '1': userId } : { '0': guild?.id ?? '0' };
  const type = INTERACTION_TYPES[act.kind];
  const metadata: Fields = {
    id,
    type,
    user: userOf(world, userId),
    authorizing_integration_owners: owners,
    ...(act.kind === 'command' ? { name: 'target_id' in act.data ? act.name : act.name.split(' ')[0] } : {}),
    ...(act.messageId === undefined ? {} : { interacted_message_id: act.messageId }),
  };
  const life = new Life(
    {
      id,
      token: randomBytes(32).toString('base64url'),
      kind: act.kind,
      userId,
      channelId: channel.id,
      name: act.name,
      sourceId: act.messageId,
      metadata,
      startedAt,
    },
    (channelId, messageId) => readMessage(world, channelId, messageId),
    () => context.monotonic() - startedAt,
  );
  world.lives.set(life.origin.token, life);
  const message = act.messageId === undefined ? undefined : readMessage(world, channel.id, act.messageId);
  context.notify({ type: 'interaction', life });
  life.expect(settings.answerMs, () => context.notify({ type: 'interaction', life }));
  const payload = {
    id,
    application_id: world.applicationId,
    type,
    token: life.origin.token,
    version: 1,
    data: act.data,
    ...whereabouts(context, standing),
    ...(message === undefined ? {} : { message }),
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: ATTACHMENT_MAX,
  };
  context.dispatch('INTERACTION_CREATE', payload, 0);
  return life;
}

function whereabouts(context: Context, { userId, channel, guild }: Standing): object {
  const { world } = context;
  const common = {
    channel_id: channel.id,
    channel: wirePartialChannel(world, channel, userId),
    app_permissions: channelPermissions(world, channel, world.botId).toString(),
    locale: world.people.get(userId)?.locale ?? 'en-US',
  };
  if (guild === undefined) return { ...common, user: userOf(world, userId) };
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: wireInteractionMember(world, guild, channel, userId),
  };
}
