import type { Route } from './router.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { gatewayRoutes } from './routes/gateway.ts';
import { messageRoutes } from './routes/messages.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Every operation of the API that this server knows; all others answer 404 as Discord does for unknown paths. */
export function routesOf(gatewayUrl: () => string): readonly Route[] {
  return [
    ...messageRoutes,
    ...callbackRoutes,
    ...webhookRoutes,
    ...channelRoutes,
    ...commandRoutes,
    ...gatewayRoutes(gatewayUrl),
  ];
}
