import { ok, type Route } from '../http/router.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { messageRoutes } from './messages.ts';
import { webhookRoutes } from './webhooks.ts';

const STARTS = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 16 };

/** All operations that this server knows. Others get 404, as from Discord. */
export function routesOf(gatewayUrl: () => string): readonly Route[] {
  return [
    ...messageRoutes,
    ...callbackRoutes,
    ...webhookRoutes,
    ...channelRoutes,
    ...commandRoutes,
    // discord.js asks once before it connects.
    {
      method: 'GET',
      pattern: '/gateway/bot',
      handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: STARTS }),
    },
  ];
}
