import type { Feature } from '../../src/discord/feature.ts';
import digest from './command.ts';
import { asked, daily } from './deliveries.ts';
import { createDigestRoute } from './feed/route.ts';
import { createCompose } from './loop.ts';
import subscribe from './subscribe.ts';
import subscriptions from './subscriptions.ts';
import unsubscribe from './unsubscribe.ts';

export default {
  commands: [digest, subscribe, subscriptions, unsubscribe],
  deliveries: [daily, asked],
  loops: [createCompose],
  routes: [createDigestRoute],
} satisfies Feature;
