import { dayMs } from '../../../src/clock.ts';
import type { Route } from '../router.ts';
import { ok } from '../router.ts';

/** Where the gateway is; discord.js asks once before it connects. */
export function gatewayRoutes(url: () => string): readonly Route[] {
  return [
    { method: 'GET', pattern: '/gateway', open: true, handle: () => ok({ url: url() }) },
    {
      method: 'GET',
      pattern: '/gateway/bot',
      handle: () =>
        ok({
          url: url(),
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 1_000, reset_after: dayMs, max_concurrency: 16 },
        }),
    },
  ];
}
