import { dmWith } from '../channels.ts';
import { invalidForm, refusals } from '../errors.ts';
import { guildPermissions } from '../permissions.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, ok } from '../router.ts';
import { wireChannel } from '../shapes.ts';
import { userOf } from '../state.ts';
import type { WireUser } from '../wire.ts';

/** The bot itself, users, and opening DMs. */
export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/users/@me',
    handle: ({ context }) => ok(own(context.world.people.get(context.world.botId)?.user)),
  },
  { method: 'GET', pattern: '/users/@me/guilds', handle: guilds },
  { method: 'POST', pattern: '/users/@me/channels', handle: openDm },
  { method: 'GET', pattern: '/users/:user', handle: user },
  { method: 'GET', pattern: '/applications/@me', handle: application },
  { method: 'GET', pattern: '/oauth2/applications/@me', handle: application },
];

function own(bot: WireUser | undefined): object {
  return { ...bot, verified: true, mfa_enabled: true, email: null, flags: 0 };
}

function guilds({ context }: Call): Reply {
  const list = [...context.world.guilds.values()].map((guild) => ({
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: guildPermissions(guild, context.world.botId).toString(),
    features: [],
  }));
  return ok(list);
}

function openDm({ context, body }: Call): Reply {
  const recipient = String(body.recipient_id ?? '');
  const person = context.world.people.get(recipient);
  if (person === undefined) {
    throw invalidForm([{ path: ['recipient_id'], code: 'INVALID_RECIPIENT', message: 'Invalid Recipient(s)' }]);
  }
  if (person.user.bot === true) throw refusals.closedToMessages();
  context.confirm();
  return ok(wireChannel(context.world, dmWith(context, recipient)));
}

function user(call: Call): Reply {
  const id = idOf(call, 'user');
  if (!call.context.world.people.has(id)) throw refusals.unknownUser();
  return ok(userOf(call.context.world, id));
}

function application({ context }: Call): Reply {
  const { world } = context;
  const bot = userOf(world, world.botId);
  return ok({
    id: world.applicationId,
    name: bot.global_name,
    icon: null,
    description: '',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: world.guilds.size,
    team: null,
  });
}
