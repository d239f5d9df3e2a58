import { refusals } from '../errors.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, ok } from '../router.ts';
import { wireChannel, wireFullMember, wireGuild, wireRole } from '../shapes.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { channelsOf } from '../state.ts';
import { guildFor } from './access.ts';

/** Guilds, their channels, roles and members. */
export const guildRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/guilds/:guild', handle: guild },
  { method: 'GET', pattern: '/guilds/:guild/channels', handle: channels },
  { method: 'GET', pattern: '/guilds/:guild/roles', handle: roles },
  { method: 'GET', pattern: '/guilds/:guild/members', handle: members },
  { method: 'GET', pattern: '/guilds/:guild/members/:user', handle: member },
  { method: 'GET', pattern: '/guilds/:guild/threads/active', handle: activeThreads },
];

function guild(call: Call): Reply {
  const found = guildFor(call.context, idOf(call, 'guild'));
  const counts = { approximate_member_count: found.members.size, approximate_presence_count: found.members.size };
  return ok(call.query.get('with_counts') === 'true' ? { ...wireGuild(found), ...counts } : wireGuild(found));
}

function channels(call: Call): Reply {
  const { world } = call.context;
  const found = guildFor(call.context, idOf(call, 'guild'));
  const own = channelsOf(world, found.id).filter(({ thread }) => thread === undefined);
  return ok(own.map((channel) => wireChannel(world, channel)));
}

function roles(call: Call): Reply {
  return ok([...guildFor(call.context, idOf(call, 'guild')).roles.values()].map(wireRole));
}

function members(call: Call): Reply {
  const found = guildFor(call.context, idOf(call, 'guild'));
  const limit = Math.min(1_000, Math.max(1, Number(call.query.get('limit') ?? 1) || 1));
  const after = call.query.get('after') ?? '0';
  const page = [...found.members.values()]
    .filter(({ userId }) => compareSnowflakes(userId, after) > 0)
    .sort((a, b) => compareSnowflakes(a.userId, b.userId))
    .slice(0, limit);
  return ok(page.map((one) => wireFullMember(call.context.world, one)));
}

function member(call: Call): Reply {
  const found = guildFor(call.context, idOf(call, 'guild'));
  const name = call.params.user === '@me' ? call.context.world.botId : idOf(call, 'user');
  if (!call.context.world.people.has(name)) throw refusals.unknownUser();
  const one = found.members.get(name);
  if (one === undefined) throw refusals.unknownMember();
  return ok(wireFullMember(call.context.world, one));
}

function activeThreads(call: Call): Reply {
  const { world } = call.context;
  const found = guildFor(call.context, idOf(call, 'guild'));
  const threads = channelsOf(world, found.id).filter(({ thread }) => thread?.archived === false);
  return ok({ threads: threads.map((thread) => wireChannel(world, thread)), members: [] });
}
