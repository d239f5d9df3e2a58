import type { Feature } from '../../src/discord/feature.ts';
import why from './command.ts';

export default { commands: [why] } satisfies Feature;
