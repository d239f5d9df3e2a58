import type { Feature } from '../../src/discord/feature.ts';
import story from './command.ts';

export default { commands: [story] } satisfies Feature;
