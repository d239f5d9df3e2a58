import { ok, type Route } from '../http/router.ts';
import type { Sharding } from '../sharding.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

/** All routes of this server. Other requests get 404, as from Discord. */
export function routesOf(gatewayUrl: () => string, sharding: Sharding): readonly Route[] {
  return [
    ...messageRoutes,
    ...callbackRoutes,
    ...webhookRoutes,
    ...channelRoutes,
    ...threadRoutes,
    ...guildRoutes,
    ...commandRoutes,
    // discord.js asks once before it connects.
    {
      method: 'GET',
      pattern: '/gateway/bot',
      handle: () => ok({ url: gatewayUrl(), shards: sharding.recommended, session_start_limit: sharding.starts }),
    },
  ];
}
