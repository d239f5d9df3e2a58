import type { Feature } from '../../src/discord/feature.ts';
import feeds from './command.ts';

export default { commands: [feeds] } satisfies Feature;
