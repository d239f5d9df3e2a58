import type { Feature } from '../../src/discord/feature.ts';
import alerts from './command.ts';
import { alert, post } from './deliveries.ts';
import { createAlert } from './loop.ts';

export default { commands: [alerts], deliveries: [alert, post], loops: [createAlert] } satisfies Feature;
