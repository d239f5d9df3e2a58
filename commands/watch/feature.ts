import type { Feature } from '../../src/discord/feature.ts';
import watch from './command.ts';

export default { commands: [watch] } satisfies Feature;
