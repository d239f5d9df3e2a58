import { refusals } from '../http/errors.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import { allows, guildPermissions } from '../world/permissions.ts';
import { wireChannel, wireFullMember, wireGuild, wireRole, wireSelf } from '../world/shapes.ts';
import { channelsOf, type Guild } from '../world/state.ts';

/** What a bot without a gateway connection asks about itself and its guilds. */
export const guildRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/users/@me', handle: ({ context: { world } }) => ok(wireSelf(world)) },
  { method: 'GET', pattern: '/guilds/:guild', handle: (call) => ok(wireGuild(guildFor(call))) },
  {
    method: 'GET',
    pattern: '/guilds/:guild/channels',
    handle: (call) => {
      const { world } = call.context;
      const channels = channelsOf(world, guildFor(call).id).filter(({ thread }) => thread === undefined);
      return ok(channels.map((channel) => wireChannel(world, channel)));
    },
  },
  {
    method: 'GET',
    pattern: '/guilds/:guild/roles',
    handle: (call) => ok([...guildFor(call).roles.values()].map(wireRole)),
  },
  {
    method: 'PUT',
    pattern: '/guilds/:guild/members/:user/roles/:role',
    handle: (call) => changeRole(call, (roles, id) => roles.add(id)),
  },
  {
    method: 'DELETE',
    pattern: '/guilds/:guild/members/:user/roles/:role',
    handle: (call) => changeRole(call, (roles, id) => roles.delete(id)),
  },
  {
    method: 'GET',
    pattern: '/guilds/:guild/members/:user',
    handle: (call) => {
      const member = guildFor(call).members.get(idOf(call, 'user'));
      if (member === undefined) throw refusals.unknownMember();
      return ok(wireFullMember(call.context.world, member));
    },
  },
];

/** Gives a member a role or takes it away. */
function changeRole(call: Call, change: (roles: Set<string>, roleId: string) => void): Reply {
  const { world } = call.context;
  const guild = guildFor(call);
  const member = guild.members.get(idOf(call, 'user'));
  const role = guild.roles.get(idOf(call, 'role'));
  if (member === undefined) throw refusals.unknownMember();
  if (role === undefined) throw refusals.unknownRole();
  const own = guild.members.get(world.botId)?.roles.map((id) => guild.roles.get(id)?.position ?? 0) ?? [];
  const isBelow = role.position < Math.max(0, ...own);
  if (!allows(guildPermissions(guild, world.botId), 'ManageRoles') || !isBelow) throw refusals.missingPermissions();
  const roles = new Set(member.roles);
  change(roles, role.id);
  guild.members.set(member.userId, { ...member, roles: [...roles] });
  return { status: 204 };
}

/** A guild of the bot. Throws 10004 if it does not exist or has an outage, 50001 if the bot is not in it. */
export function guildFor(call: Call): Guild {
  const { world } = call.context;
  const guild = world.guilds.get(idOf(call, 'guild'));
  if (guild?.available !== true) throw refusals.unknownGuild();
  if (!guild.members.has(world.botId)) throw refusals.missingAccess();
  return guild;
}
