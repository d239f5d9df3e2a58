import type { Feature } from '../../src/discord/feature.ts';
import { createAtOnce } from './atOnce/loop.ts';
import alerts from './command.ts';
import { alert, item, itemPost, post } from './deliveries.ts';
import { createAlert } from './loop.ts';

export default {
  commands: [alerts],
  deliveries: [alert, post, item, itemPost],
  loops: [createAlert, createAtOnce],
} satisfies Feature;
