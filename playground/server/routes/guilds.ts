import { refusals } from '../http/errors.ts';
import type { Call, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import { wireChannel, wireFullMember, wireGuild, wireSelf } from '../world/shapes.ts';
import { channelsOf, type Guild } from '../world/state.ts';

/** What a bot without a gateway connection asks of itself and its guilds. */
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
    pattern: '/guilds/:guild/members/:user',
    handle: (call) => {
      const member = guildFor(call).members.get(idOf(call, 'user'));
      if (member === undefined) throw refusals.unknownMember();
      return ok(wireFullMember(call.context.world, member));
    },
  },
];

/** A guild of the bot: 10004 if it does not exist or has an outage, 50001 if the bot is not in it. */
function guildFor(call: Call): Guild {
  const { world } = call.context;
  const guild = world.guilds.get(idOf(call, 'guild'));
  if (guild?.available !== true) throw refusals.unknownGuild();
  if (!guild.members.has(world.botId)) throw refusals.missingAccess();
  return guild;
}
