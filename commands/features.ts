import type { Feature } from '../src/discord/feature.ts';
import alerts from './alerts/command.ts';
import { alert, item, itemPost, post } from './alerts/deliveries.ts';
import { createAtOnce } from './alerts/items/loop.ts';
import { createAlert } from './alerts/loop.ts';
import catchup from './catchup/command.ts';
import corrections from './corrections/command.ts';
import coverage from './coverage/command.ts';
import digest from './digest/command.ts';
import { asked, daily } from './digest/deliveries.ts';
import { createDigestRoute } from './digest/feed/route.ts';
import { createCompose } from './digest/loop.ts';
import subscribe from './digest/subscribe.ts';
import subscriptions from './digest/subscriptions.ts';
import unsubscribe from './digest/unsubscribe.ts';
import feeds from './feeds/command.ts';
import { follow, update } from './follow/deliveries.ts';
import following from './follow/following.ts';
import { createFollow } from './follow/loop.ts';
import headlines from './headlines/command.ts';
import help from './help/command.ts';
import me from './me/command.ts';
import outlets from './outlets/command.ts';
import setup from './setup/command.ts';
import status from './status/command.ts';
import story from './story/command.ts';
import topics from './topics/command.ts';
import watch from './watch/command.ts';
import why from './why/command.ts';

/** All features, one per folder of `commands/`, by name. */
export const features: readonly Feature[] = [
  {
    commands: [alerts],
    deliveries: [alert, post, item, itemPost],
    loops: [createAlert, createAtOnce],
  },
  { commands: [catchup] },
  { commands: [corrections] },
  { commands: [coverage] },
  {
    commands: [digest, subscribe, subscriptions, unsubscribe],
    deliveries: [daily, asked],
    loops: [createCompose],
    routes: [createDigestRoute],
  },
  { commands: [feeds] },
  { commands: [following], deliveries: [follow, update], loops: [createFollow] },
  { commands: [headlines] },
  { commands: [help] },
  { commands: [me] },
  { commands: [outlets] },
  { commands: [setup] },
  { commands: [status] },
  { commands: [story] },
  { commands: [topics] },
  { commands: [watch] },
  { commands: [why] },
];
