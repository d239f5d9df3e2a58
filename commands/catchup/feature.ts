import type { Feature } from '../../src/discord/feature.ts';
import catchup from './command.ts';

export default { commands: [catchup] } satisfies Feature;
