import type { Feature } from '../../src/discord/feature.ts';
import { follow, update } from './deliveries.ts';
import following from './following.ts';
import { createFollow } from './loop.ts';

export default { commands: [following], deliveries: [follow, update], loops: [createFollow] } satisfies Feature;
