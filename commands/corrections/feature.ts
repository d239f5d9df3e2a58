import type { Feature } from '../../src/discord/feature.ts';
import corrections from './command.ts';

export default { commands: [corrections] } satisfies Feature;
