import type { Feature } from '../../src/discord/feature.ts';
import topics from './command.ts';

export default { commands: [topics] } satisfies Feature;
