import type { Feature } from '../../src/discord/feature.ts';
import headlines from './command.ts';

export default { commands: [headlines] } satisfies Feature;
