import type { Feature } from '../../src/discord/feature.ts';
import setup from './command.ts';

export default { commands: [setup] } satisfies Feature;
