import type { Feature } from '../../../../src/discord/feature.ts';
import bulletin from './command.ts';
import { bulletin as kind } from './deliveries.ts';
import { createRing } from './loop.ts';

/** A feature that only this folder knows. */
export default { commands: [bulletin], deliveries: [kind], loops: [createRing] } satisfies Feature;
